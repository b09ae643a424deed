/** Spanish. */
import { phrases, words } from './cue_list.ts';
import type { CueList } from './cue_list.ts';

/** Phrases of Spanish. */
export const spanish: CueList = {
  language: 'es',
  stopWords: words(`
    a al algo ante como con cuando de del desde donde el ella ellos en entre era es esa ese eso esta este esto está
    están fue ha han hasta hay la las le les lo los mas me mi muy más nada ni no nos o para pero por porque que qué
    quien se ser si sin sobre son su sus también te tiene todo tu un una uno y ya yo él`),
  decision: phrases(`
    hemos decidido | decidimos | se decidió | se ha decidido | decidido | está decidido | queda decidido
    ^decisión | decisión tomada | tomamos la decisión | acordamos | hemos acordado | acordado | quedamos en
    nos quedamos con | vamos con | nos vamos con | optamos por | está aprobado | aprobado | aprobada
    queda aprobado | queda así | se queda así | se aplaza | aplazamos | se pospone | posponemos | se cancela
    cancelamos | no vamos a | seguimos con | lo hacemos así | lo probamos | visto bueno | luz verde
    descartamos | queda descartado
    quedó en | queda en | se mantiene | está confirmado | confirmado para | han aprobado | nos han aprobado
    aprobaron | ha dado el ok | dado el visto bueno | se hará | se cambia a | se traslada | la fecha es
    nueva fecha | lo cerramos | estamos de acuerdo | está acordado | se acordó | al final vamos | entonces vamos
    lo dejamos así | no se hace | no lo hacemos | se suspende | se descarta | se aprueba`),
  ruling: phrases(`
    se queda | probamos | a partir de ahora | desde el lunes | pasamos a | lo dejamos | se mueve al
    se pasa al | solo a quien | confirmado por | conclusión | al final | finalmente | el plan es | nuevo plan
    se adelanta | se retrasa | se amplía | prorrogamos | se prorroga | hasta nuevo aviso
    tenemos el visto bueno | rechazado | descartado | queda fuera | entra en | a partir del lunes
    a partir de mañana
    no antes | no antes de | hasta entonces | solo después | a partir del | desde mañana | desde hoy
    nadie toca | nadie lanza | será el | pasa al | cambia al | se abre | se cierra el | empieza el | termina el
    queda para | quedan para | queda cerrado | con la condición | siempre que | según lo hablado
    como quedamos | solo para`),
  undecided: phrases(`
    no hemos decidido | sin decidir | por decidir | no está decidido | no está aprobado | ninguna decisión
    falta decidir | hay que decidir | quién decide | quizás | quizá | tal vez | aún no | todavía no
    habíamos decidido`),
  proposal: phrases(`
    propongo | propuesta | sugiero | yo propondría | propondría | qué tal si | y si | qué os parece | qué les parece
    deberíamos | podríamos | yo iría con | mejor si | habría que`),
  acceptance: phrases(`
    ^de acuerdo | ^me parece bien | ^me parece | ^por mí bien | ^vale | ^hagámoslo | ^adelante | ^perfecto
    ^buena idea | ^sí adelante | ^trato hecho | ^aprobado | ^me apunto | ^venga | ^+1 | ^👍 | ^✅ | ^:+1:
    ^:white_check_mark: | ^:thumbsup:`),
  commitment: phrases(`
    me encargo | yo me encargo | lo hago | yo lo hago | lo reviso | reviso | voy a | yo preparo | lo preparo
    preparo | lo envío | envío | te lo mando | lo mando | mando | lo miro | me ocupo | contesto yo | lo ejecuto
    llamo yo | yo llamo | ^marchando | ^hecho | te lo paso | lo paso | lo subo | aviso yo
    ya me encargo | lo cojo | lo cojo yo | lo llevo yo | lo escribo | lo preparo yo | te lo envío | os lo paso
    os lo mando | os aviso | te aviso | hablo con | pregunto | lo pregunto | lo pruebo | lo arreglo | lo cambio
    lo corrijo | lo actualizo | lo publico | me pongo con | me pongo a | estoy con ello | estoy en ello
    yo lo miro | yo me ocupo | puedo hacerlo | lo puedo hacer | lo tengo para | estará listo
    lo termino | lo dejo listo`),
  noCommitment: phrases(`
    no voy a | voy a estar fuera | voy a llegar tarde | por favor ignorad | no hace falta | no hay que | ya está hecho
    decirme si | sabe si | sabéis si | alguien sabe | puedes entrar | te unes | de vacaciones hasta | de vacaciones
    fuera hasta | está de baja | está fuera | está de viaje | en una feria | voy a extrañar | apuesto`),
  request: phrases(`
    puedes | podrías | podéis | pueden | alguien puede | alguien podría | me revisas | me pasas | por favor | porfa
    hay que | habría que | hace falta | no olvides | no olvidéis | recuerda | tienes que | encárgate | haz
    haz tú | saca | saca tú | prepara | mira | avisa | manda | llama | revisa
    mándame | mandadme | pásame | pasadme | dime | decidme | avísame | avisadme | echa un vistazo
    échale un vistazo | te toca | os toca | necesito que | necesitamos que | hace falta que | quién puede
    quién se encarga | voluntarios | responsable | habrá que | tenéis que | tiene que | tienen que
    no te olvides | acuérdate | acordaos | rellenad | apuntaos | confirmad | revisad | confirma | se encarga
    lo hace | lo lleva | llámale | escribidle | escribe a | ocúpate | ayúdame | échame una mano | me haces
    me mandas | me confirmas | me miras | me dices`),
  task: phrases(`^tarea | ^tareas | ^pendiente | ^pendientes | ^próximos pasos | ^siguiente paso`),
  everyone: phrases(`
    alguien puede | alguien podría | todos | todas | todo el mundo | cada uno | quien pueda | para todos | nadie
    quien tenga | quien quiera | los que | el que | vosotros | a todos | a todas | estimados | todo el personal
    queridos compañeros`),
  deadlineMark: phrases(
    `antes de | antes del | hasta el | para el | a más tardar | como muy tarde`,
  ),
  deadline: phrases(`
    hoy | mañana | mañana por la mañana | esta tarde | esta noche | esta semana | la próxima semana
    la semana que viene | el lunes | el martes | el miércoles | el jueves | el viernes | al final del día
    cuanto antes | cuando vuelvas
    este viernes | este lunes | el sábado | el domingo | por la mañana | por la tarde | lo antes posible
    a primera hora | a última hora | a final de mes | a finales de semana | antes del viernes | antes del lunes
    pasado mañana | el lunes que viene`),
  noDeadline: phrases(`hasta hoy | hasta ahora | hasta luego | hasta mañana`),
  date: phrases(`
    lunes | martes | miércoles | jueves | viernes | sábado | domingo | enero | febrero | marzo | abril | mayo | junio
    julio | agosto | septiembre | octubre | noviembre | diciembre | hoy | mañana | la próxima semana
    la semana que viene`),
  acknowledgement: words(`
    ok okay sí si no gracias muchas mil vale perfecto genial bien muy bueno claro listo entendido de nada acuerdo
    jaja jajaja lol hm +1 guay estupendo exacto voy glups uf`),
  chatter: phrases(`
    buenos días | buenas tardes | buenas noches | buen fin de semana | feliz cumpleaños | felicidades | enhorabuena
    comida | comer | almuerzo | menú | café | pastel | tiempo hace | jaja | jajaja | hasta luego | nos vemos | playa
    finde | anoche | concierto | partido | película | receta | cena | desayuno | asado | cumpleaños`),
  trouble: phrases(`
    caída | caído | incidente | incidencia | fallo | fallos | falló | falla | roto | error | errores | bloqueado
    retraso | caducó | caducado | duplican | duplicado | perdido | no llegan | no funciona | no va | problema
    urgente | urgentes | mal | corte | lento | se cayó | cayeron | caídos | abajo | no carga | no arranca | no abre
    no entra | no anda | sin stock | agotado | agotada | vence | vencen | vencido | faltan | falta | rota | roban
    robado | enfermo | enferma | baja | atrasado | demora | demorado | nos quedamos sin`),
  outcome: phrases(`
    causa | resuelto | arreglado | arreglo | desplegado | publicado | confirmado | renovado | solucionado | funciona
    ya funciona | vuelve a | o sea que | resulta que | encontrado | he encontrado | en los logs veo | terminado
    han salido | lo he hablado | restaurado | recuperado | reparado | reiniciado | la culpa era | era el | era la
    se debe a | se debía a | por culpa de | identificado | localizado | cerrado | entregado | ha llegado | firmado
    comprobado | probado | hecho | listo desde | ya está | vuelve | volvió | volvieron | de vuelta | otra vez activo
    ya anda | ya está arriba | recuperada | restablecido | aprobado | aprobada | aprobaron | rechazado | llegó
    llegaron | entregamos | presentado | firmaron | quedó | quedaron | se cayó | no se perdió nada`),
  change: phrases(`
    ya no | en vez de | en lugar de | a partir de | desde el | adelantado | aplazado | retrasado | era el | pasa al
    como pronto | antes no | hasta el | nueva fecha | ahora es | deja de | adelantan | adelantamos | atrasan
    se mueve | se pasa | pasa a | pasan a | cambia | cambian | cambió | en vez del | nuevo horario | nueva hora
    se corre | se adelanta | se atrasa | se posterga | reprogramado | queda para`),
  retraction: phrases(
    `^perdón | ^no espera | espera no | me equivoqué | me he equivocado | falsa alarma | ^corrijo | olvidadlo`,
  ),
  hedge: phrases(
    `creo que | me suena | supongo | quizás | quizá | tal vez | igual | a lo mejor | probablemente | ni idea`,
  ),
  question: phrases(`
    pregunta si | quiere saber | ^alguien sabe | ^alguien tiene | ^sabemos | ^hay alguna | ^hay algún | ^dónde está
    ^cuándo es | ^cómo puedo | ^cómo se | ^por qué | ^quién puede | ^quién tiene | ^cuál es | ^duda`),
  aside: phrases(`
    para los curiosos | por si a alguien le interesa | por si a alguien | me recuerda | os acordáis | se acuerdan
    te acuerdas | hace años | en aquella época | en mi anterior trabajo | en mi antigua empresa | en mi opinión
    si por mí fuera | por mí que | si me preguntan | si me preguntáis | pregunta tonta | duda tonta | es broma
    bromas aparte | fuera de broma | es coña | anécdota | pensando en voz alta | primero pensé | al principio pensé
    luego pensé | mi madre | mi padre | mi mamá | mi papá | mi mujer | mi marido | mis hijos | mi hijo | mi hija
    mi vecino | mi vecina | mi abuela | mi abuelo | mi hermano | mi hermana | mi suegra | gracias a todos
    gracias a todas | muchas gracias a todos | sois los mejores | son los mejores | unos cracks | orgulloso de
    orgullosa de | en un mundo ideal | sería bonito | soñar es gratis | manda saludos | mandan saludos | os cuento
    les cuento | acta de la | acta del | no nos afecta | no va con nosotros | a título informativo | lo pego
    pego tal cual | copio y pego | copio lo que | tal cual | reenvío | boletín | en broma | entre nosotros
    comparto el texto`),
  self: words(`yo me mi mis mí conmigo mío mía estoy tengo voy creo fui estaba pensé`),
};
