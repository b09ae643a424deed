/** Portuguese, of Brazil and of Portugal. */
import { phrases, words } from './cue_list.ts';
import type { CueList } from './cue_list.ts';

/** Phrases of Portuguese. */
export const portuguese: CueList = {
  language: 'pt',
  stopWords: words(`
    a à ainda ao aos aqui as às até com como da das de dele do dos e é ela ele eles em então era essa esse esta está
    estão este eu foi foram gente há isso isto já lá lhe mais mas me meu minha muito na não nas nem no nos nós num
    numa o os ou para pela pelo por pra pro que quem se sem ser será seu só sua são também tem temos tenho ter tudo
    um uma vai vamos você vocês`),
  decision: phrases(`
    decidimos | ficou decidido | foi decidido | está decidido | decidido | decisão tomada | ^decisão
    bati o martelo | bateu o martelo | batido o martelo | martelo batido | combinamos | ficou combinado
    combinado que | acordamos | ficamos com | vamos com | vamos de | a gente vai com | fechamos em
    fechado então | ficou fechado | optamos por | está aprovado | foi aprovado | aprovado | aprovada | adiamos
    foi adiado | foi adiada | vamos adiar | fica adiado | cancelamos | foi cancelado | cancelado | então fica
    fica assim | definido | ficou definido | resolvemos que | resolvemos | descartamos | prorrogamos
    sinal verde | seguimos com | fica para | fica pra | passa para | passa pra
    ficou acertado | acertamos | ficou acordado | está acordado | aprovado pelo | aprovado pela | deu o ok
    deram o ok | está confirmado | confirmado para | a data é | remarcado para | remarcamos | remarcada para
    transferido para | transferida para | todos concordaram | concordamos em | estamos de acordo
    batemos o martelo | vai ser adiado | será adiado | cancelamos o | cancelamos a | não vai ter | vai ser assim`),
  ruling: phrases(`
    mantemos | vamos manter | fica em | não vamos | a gente não vai | passou para | passou pra
    a partir de agora | a partir de segunda | então vai | vai entrar na | sai da | sai do escopo
    entra na próxima | ^conclusão | a decisão | o plano é | novo plano | ficou em | ficou para | ficou pra
    ficou com | fica com | fica fora | fica de fora | cortamos do | não entra | entra no | sai na | sai no
    lançamento fica | lançamento passa | prazo passa | prazo fica | prorrogado | até segunda ordem | aprovou
    aprovaram | recusado | descartado | congelado | a partir de hoje | a partir de amanhã
    a partir da próxima | então é isso
    não antes | não antes de | só depois de | só depois que | até lá ninguém | ninguém mexe | ninguém sobe
    ninguém publica | vai ser no | vai ser na | será no | será na | começa na | começa no | termina na
    termina no | acontece na | acontece no | com a condição | desde que | como combinado | conforme combinado
    vale para | vale a partir | fica fechado | está congelado | fica congelado | fica mantido | fica mantida`),
  undecided: phrases(`
    não decidimos | ainda não decidimos | nada decidido | não está decidido | não foi aprovado | falta decidir
    precisamos decidir | tem que decidir | quem decide | talvez | a definir | em aberto | nenhuma decisão | quem sabe
    tinha decidido`),
  proposal: phrases(`
    proponho | proposta | sugiro | sugestão | que tal | e se a gente | e se | poderíamos | podíamos | deveríamos
    a gente podia | a gente poderia | eu iria de | eu iria com | minha ideia | acho melhor | o que acham | voto por`),
  acceptance: phrases(`
    ^concordo | ^de acordo | ^fechado | ^combinado | ^por mim ok | ^por mim tudo bem | ^por mim | ^pode ser
    ^boa ideia | ^beleza | ^aprovado | ^pode ir | ^manda ver | ^bora | ^vamos nessa | ^apoiado | ^faz sentido | ^+1
    ^👍 | ^✅ | ^:+1: | ^:white_check_mark: | ^:thumbsup:`),
  commitment: phrases(`
    eu faço | faço isso | deixa comigo | pode deixar | deixa que eu | fico com | eu fico com | eu cuido
    cuido disso | vou | eu vou | eu mando | mando | envio | eu envio | te envio | te mando | eu preparo | preparo
    eu reviso | eu pego | pego essa | eu vejo | vou ver | eu ligo | ligo para | eu aviso | aviso | eu subo | subo
    eu testo | trato disso | encarrego-me | eu trato | eu assumo | assumo | eu resolvo | resolvo | eu corrijo
    corrijo | eu monto | monto | eu escrevo | escrevo | eu falo | falo com | eu levo | eu marco | marco a
    eu publico | eu atualizo | atualizo | tô fazendo | estou fazendo | tô nisso | já tô | termino | entrego
    devolvo | confirmo
    me encarrego | eu ajudo | posso fazer | posso ver | posso pegar | eu posso | já estou vendo | já estou nisso
    te aviso | aviso vocês | fica comigo | é comigo | tá comigo | está comigo | eu termino | eu entrego
    eu preparo isso | eu arrumo | arrumo | eu respondo | respondo | eu peço | peço para | eu pergunto
    pergunto para | eu organizo | organizo | estará pronto | fica pronto | eu passo | já mando`),
  noCommitment: phrases(`
    vou estar fora | vou me atrasar | vou atrasar | vou almoçar | não vou | já está feito | já foi | não precisa
    vou dormir | vou embora | vou nessa | favor ignorar | me dizer se | sabe se | sabem se | alguém sabe
    pode entrar na | entra na call | de férias até | de férias | fora até | está de atestado | de folga
    está viajando | está fora | em viagem | aposto | vou sentir falta`),
  request: phrases(`
    você pode | pode | podes | poderia | consegue | consegues | vocês podem | alguém pode | alguém consegue
    por favor | pfv | pf | precisa | precisamos | tem que | tens de | temos que | é preciso | não esquece
    não esqueçam | lembra de | lembrem | me manda | me mandem | me passa | me avisa | me avisem | dá uma olhada
    cada um | favor | preciso que | fica responsável | responsável | quem pode | quem consegue | quem topa
    quem pega | voluntário | voluntários | preciso de | precisava de | dá pra | da pra | alguém | revisa | revisem
    confere | confiram | confirma | confirmem | responde | respondam | atualiza | atualizem | manda pra | mandem
    tem como | fica com
    podem | dá para você | cuida disso | fala com | liga para | manda o | manda a | me confirma | me confirmem
    quem assume | quem faz | quem cuida | vai cuidar | vai fazer | vai mandar | assume | faz favor
    por gentileza | não deixem | não deixa de | preencham | preenche | inscrevam-se | tragam | traz | envia
    enviem | manda até | depende de você | é com você | tá com você | está com você | precisam | deve | devem
    testem | testa | olha | olhem`),
  task: phrases(
    `^tarefa | ^tarefas | ^a fazer | ^pendência | ^pendências | ^próximos passos | ^próximo passo | ^quem faz o quê`,
  ),
  everyone: phrases(`
    todos | todas | todo mundo | toda a gente | cada um | pessoal | quem puder | ninguém | quem usa | quem tiver
    vocês todos | a equipe toda | o time todo | cada time | cada equipe | quem for | a todos | a todas | para todos
    prezados | caros colegas | toda a equipe`),
  deadlineMark: phrases(
    `até | até o | até a | até ao | antes de | antes do | antes da | no máximo | o mais tardar | prazo`,
  ),
  deadline: phrases(`
    hoje | amanhã | amanhã cedo | amanhã de manhã | depois de amanhã | hoje à tarde | hoje à noite | esta semana
    essa semana | semana que vem | na próxima semana | até amanhã | até segunda | até terça | até quarta | até quinta
    até sexta | na segunda | na terça | na quarta | na quinta | na sexta | até o fim do dia | até ao fim do dia
    o quanto antes | assim que possível | quando voltar | quando voltares
    na sexta que vem | no sábado | no domingo | até o fim da semana | fim da semana | fim do mês
    começo da semana que vem | o mais rápido possível | hoje mesmo | ainda hoje | depois do almoço
    antes do almoço | antes da reunião | amanhã à tarde | assim que voltar | segunda que vem`),
  noDeadline: phrases(`até hoje | até agora | até logo | até já | bom dia`),
  date: phrases(`
    segunda | terça | quarta | quinta | sexta | segunda-feira | terça-feira | quarta-feira | quinta-feira
    sexta-feira | sábado | domingo | janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro
    outubro | novembro | dezembro | hoje | amanhã | semana que vem | próxima semana | mês que vem`),
  acknowledgement: words(`
    ok okay sim não obrigado obrigada valeu vlw beleza blz perfeito ótimo ótima legal show boa bom bem muito claro
    certo entendi entendido combinado fechado isso exato kkk kkkk kkkkk rs haha lol hm +1 tá top nossa eita vixe pronto
    de nada brigado brigada`),
  chatter: phrases(`
    bom dia | boa tarde | boa noite | bom fim de semana | bom final de semana | feliz aniversário | parabéns | almoço
    almoçar | café | bolo | pizza | cerveja | futebol | o jogo | chuva | kkk | kkkk | kkkkk | haha
    até amanhã pessoal | bom descanso | bom feriado | sextou | ontem à noite | show | jogo | filme | receita | jantar
    café da manhã | churrasco | coxinha | feriado`),
  trouble: phrases(`
    queda | caiu | fora do ar | incidente | falha | falhou | falhando | quebrado | quebrou | erro | erros | bug
    travado | travou | bloqueado | bloqueada | atraso | atrasado | atrasada | atrasou | faltando | falta | perdido
    perdemos | não funciona | não abre | problema | problemas | lento | lenta | vencido | venceu | reprovado
    recusado | recusou | alerta | reclamando | reclamaram | duplicado | duplicada | crash | crashando | crasha
    fechando sozinho | fecha sozinho | não carrega | não chega | não consegue | não conseguem | indisponível
    instável | vazamento | vazou | risco | urgente | crítico | crítica | reclamação | reclamações | rejeitado
    rejeitada | rejeitou | estourou | doente | saiu da empresa | pediu demissão | sem resposta | pendente | expirou
    expirado | fora | não liga | não entra | acabou | acabaram | esgotado | esgotada | vence | vencem | vazando
    roubado | machucou | cancelado | cancelada | cancelaram | furou | sem estoque | sem sinal | parado | parada
    pifou`),
  outcome: phrases(`
    causa | a causa | causa raiz | resolvido | resolvida | corrigido | corrigida | consertado | voltou
    voltou ao normal | no ar | publicado | publicada | em produção | entregue | concluído | concluída | terminado
    liberado | liberada | confirmado | confirmou | confirmaram | assinado | assinaram | achei | descobri | encontrei
    era o | era a | falei com | aprovaram | subiu | normalizado | restaurado | recuperado | estabilizado | normalizou
    funcionando | tá funcionando | está funcionando | passou | passaram | resolveu | resolvi | arrumei | corrigi
    subi | era por causa | por causa de | por causa do | por causa da | culpa do | culpa da | identificado
    identificamos | identifiquei | testado | testei | validado | aprovada | aceito | aceitou | recebemos | recebi
    chegou | fechou | finalizado | finalizada | publicada na loja | de volta | voltaram | voltando | restabelecido
    destravado | entregaram | protocolado | enviado | enviada | autorizado | autorizada | liberaram | nada perdido
    não perdeu nada | ficou pronto | ficou pronta`),
  change: phrases(`
    não mais | em vez de | ao invés de | no lugar de | a partir de | a partir do | mudou | mudou para | muda para
    passa para | passa a ser | adiado | adiada | adiantado | antecipado | antecipada | nova data | novo prazo
    deixa de | só depois | só em | no mínimo | até segunda ordem | agora é | e não | mudança | alterado | alterada
    trocamos | trocado | substituído | no lugar | deixou de | agora vai | agora fica | antes era | adiantamos
    prorrogado | mais uma semana | só a partir | não antes | daqui pra frente | em vez | passou para | passou pra
    passa pra | vai pra | fica pra | ficou pra | ficou para | adianta | adiantou | adiou | remarcado | remarcada
    remarcaram | trocou | troca | novo horário | em vez do | um dia antes | um dia depois`),
  retraction: phrases(
    `^não espera | ^opa não | ^corrigindo | ^errei | me enganei | me confundi | alarme falso | falso alarme | ^esquece | ^esqueçam | ^retiro o que`,
  ),
  hedge: phrases(
    `acho que | talvez | provavelmente | deve ser | pode ser que | imagino | se não me engano | não sei | sei lá | parece que | quem sabe`,
  ),
  question: phrases(`
    pergunta se | perguntou se | quer saber | ^alguém sabe | ^alguém tem | ^alguém viu | ^tem algum | ^tem alguma | ^cadê
    ^onde está | ^onde fica | ^quando é | ^quando sai | ^como | ^por que | ^por quê | ^quem pode | ^quem vai
    ^qual é | ^qual o | ^quanto | ^dúvida | ^será que`),
  aside: phrases(`
    para os curiosos | pra quem tiver curiosidade | se alguém quiser saber | me lembra | me lembrou | lembram quando
    lembra quando | anos atrás | há anos | na minha época | antigamente | no meu antigo emprego
    na minha antiga empresa | na minha opinião | se dependesse de mim | por mim a gente | se me perguntarem
    pergunta boba | é piada | é brincadeira | brincadeiras à parte | causo | pensando alto | primeiro achei
    primeiro pensei | no começo achei | minha mãe | meu pai | minha mulher | minha esposa | meu marido | meus filhos
    meu filho | minha filha | meu vizinho | minha vizinha | minha avó | meu avô | meu irmão | minha irmã | minha sogra
    obrigado a todos | obrigada a todos | obrigado a todo mundo | obrigada a todo mundo | vocês são demais | heróis
    orgulho de | num mundo ideal | sonhar não custa | mandou abraço | mandou lembranças | deixa eu contar
    para conhecimento | ata da | ata do | não é com a gente | não tem a ver com a gente | colando | copio e colo
    copiei e colei | tal qual | encaminhando | newsletter | de brincadeira | entre nós | compartilho o texto`),
  self: words(`eu me meu minha meus minhas mim comigo tô estou fui estava pensei`),
};
