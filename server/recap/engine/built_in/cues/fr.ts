/** French. */
import { phrases, words } from './cue_list.ts';
import type { CueList } from './cue_list.ts';

/** Phrases of French. */
export const french: CueList = {
  language: 'fr',
  stopWords: words(`
    à ai alors au aussi aux avait avec c'est ça ce ces cette comme dans de des donc du elle en est et été être eu
    fait il ils j'ai je la le les leur lui ma mais me même mes moi mon ne nos notre nous on ont ou où par pas plus
    pour qu'on que qui sa sans se ses si son sont sur ta te tes toi ton tout tu un une vos vous y`),
  decision: phrases(`
    on a décidé | nous avons décidé | c'est décidé | il a été décidé | décidé de | ^décision | décision prise
    la décision est | on a tranché | c'est tranché | tranché | on acte | c'est acté | acté | entériné
    on est d'accord pour | on s'est mis d'accord | nous sommes convenus | convenu de | on part sur
    on part avec | partons sur | on retient | on reste sur | on valide | c'est validé | est validé
    est approuvé | on reporte | est reporté | est reportée | on annule | est annulé | est annulée
    on abandonne | est abandonné | est abandonnée | c'est donc | est fixé | fixé au | on fait comme ça
    feu vert | ^finalement on | est maintenu | est maintenue | est repoussé | repoussé au | est retenu
    on confirme | c'est confirmé | est confirmé | confirmé par | a validé | ont validé | a donné son accord
    ont donné leur accord | est déplacé au | déplacé au | la date est | on choisit | on opte pour | on conserve
    on maintient | ce sera | nous retenons | nous validons | nous reportons | on ne fera pas
    on ne le fait pas | est tranché | est entériné | on s'en tient à | on s'en tient au`),
  ruling: phrases(`
    on garde | on reste à | validé par | on oublie | on arrête | on ne fait pas | on fige | ^donc on
    ^du coup on | à partir de maintenant | à partir du | désormais | on passe à | on bascule | est avancé
    est décalé | est décalée | on décale | ^conclusion | on se met d'accord | d'accord pour | le plan est
    nouveau plan | arbitrage | la bascule est | la mise en production est | est maintenus | est prolongé
    prolongé jusqu'au | repoussée au | est gelé | gel des | est retenue | est refusé | jusqu'à nouvel ordre
    à compter de | à compter du | plus de mise en production | on ne touche | on ne touche plus
    personne ne touche | on n'y touche | sera coupé | sera coupée | sera arrêté | sera remplacé
    pas avant | seulement après | uniquement après | d'ici là personne | à la condition | à condition que
    comme convenu | comme prévu | on ferme | démarre le | commence le | se termine le | aura lieu | a lieu le
    est fermé | sera fermé | passe au | passe à | entre en vigueur | s'applique à | reste en place | n'est plus
    c'est le`),
  undecided: phrases(`
    pas décidé | pas encore décidé | rien décidé | rien tranché | pas tranché | aucune décision | à décider
    il faut décider | reste à décider | qui décide | pas validé | pas encore validé | peut-être | à voir
    si ça ne tenait | on avait décidé`),
  proposal: phrases(`
    je propose | on propose | proposition | je suggère | et si on | si on | pourquoi pas | on pourrait | on devrait
    faudrait-il | je serais pour | je suis pour | je verrais bien | ça vous va si | qu'en pensez-vous`),
  acceptance: phrases(`
    ^d'accord | ^ok pour moi | ^ça me va | ^ça marche | ^va pour | ^bonne idée | ^validé | ^je valide | ^parfait
    ^entendu | ^c'est bon pour moi | ^oui faisons | ^on fait ça | ^allons-y | ^vendu | ^je suis d'accord | ^+1 | ^👍
    ^✅ | ^:+1: | ^:white_check_mark: | ^:thumbsup:`),
  commitment: phrases(`
    je m'en occupe | je m'en charge | je le fais | je vais | j'envoie | je t'envoie | je vous envoie | je prépare
    je regarde | je vérifie | je prends | je m'occupe | je mets | je la mets | je le mets | je rédige | j'appelle
    je corrige | je termine | je publie | je relance | je transmets | je crée | je te trouve | je vous trouve
    ^c'est pour moi | je fais le | je fais | je le prends | je prends ça | je gère | je m'y colle | je m'y mets
    je lance | je passe | je remplace | je redémarre | je commande | je contacte | j'ouvre un ticket | j'ouvre
    j'ajoute | je surveille | je suis dessus | je demande | je planifie | j'organise | je reviens vers
    je vous tiens | je reste
    je peux m'en charger | je peux le faire | je peux prendre | c'est moi qui | je te l'envoie
    je vous l'envoie | je te dis | je vous dis | je ferai | j'enverrai | j'appellerai | je préparerai
    je prendrai | je demanderai | je vérifierai | je finis | j'écris | j'y travaille | j'y vais | je teste
    je déploie | je mets à jour | j'envoie ça | je le termine | je le prépare | ^moi | pour moi ce sera
    ce sera prêt | ce sera fait | vous l'aurez | tu l'auras`),
  noCommitment: phrases(`
    je vais être absent | je vais être en retard | je ne vais pas | je serai absent | je serai absente
    je serai en retard | je vais manger | pas besoin | laisse tomber | laissez tomber | déjà fait | à noter
    merci d'avance | me dire si | sait si | quelqu'un sait | savez si | tu peux nous rejoindre | rejoins-nous
    absent jusqu'au | absente jusqu'au | en congé jusqu'au | en congé | en vacances | en déplacement | est absent
    est absente | au salon | je parie | va me manquer`),
  request: phrases(`
    peux-tu | tu peux | pourrais-tu | tu pourrais | pouvez-vous | vous pouvez | pourriez-vous | quelqu'un peut
    quelqu'un pourrait | merci de | s'il te plaît | s'il vous plaît | stp | svp | il faut | il faudrait
    il faudra | tu dois | vous devez | pense à | pensez à | n'oublie pas | n'oubliez pas | c'est toi qui
    à toi de | à vous de | chacun | occupe-toi | envoie-moi | envoyez-moi | dis-moi | dites-moi | je cherche
    besoin de | qui peut | qui s'en charge | qui prend | volontaire | volontaires | il me faut | il nous faut
    j'ai besoin | faudrait que | merci de me | merci de nous | prière de | veuillez | à faire par | doit être
    doivent être | doit encore | responsable | en charge de | vérifie | vérifiez | confirme-moi | confirmez
    prévenez | préviens
    tu t'en occupes | vous vous en occupez | s'en occupe | prend en charge | tu me fais | tu m'envoies
    tu regardes | tu vérifies | tu prépares | tu me dis | jette un œil | jetez un œil | relis | relisez
    remplissez | inscrivez-vous | il faut que | il faudrait que | à toi | c'est à toi | c'est toi | qui veut
    qui voudrait | qui pourrait | on a besoin | j'aurais besoin | pourrais-je avoir | faites-moi | fais-moi
    donne-moi | donnez-moi | répondez | réponds`),
  task: phrases(
    `^à faire | ^todo | ^tâche | ^tâches | ^prochaine étape | ^prochaines étapes | ^qui fait quoi`,
  ),
  everyone: phrases(`
    tout le monde | chacun | chacune | vous tous | toutes et tous | pour tous | personne | celles et ceux | ceux qui
    quiconque | si vous | chaque équipe | toute l'équipe | à tous | à toutes | chers collègues | chères collègues
    tout le personnel | tous les utilisateurs`),
  deadlineMark: phrases(
    `avant | avant le | d'ici | d'ici le | d'ici à | jusqu'au | pour le | au plus tard | au plus tard le`,
  ),
  deadline: phrases(`
    aujourd'hui | demain | demain matin | après-demain | ce matin | cet après-midi | ce soir | cette semaine
    la semaine prochaine | dès la semaine prochaine | lundi | mardi | mercredi | jeudi | vendredi | avant midi
    pour demain | pour lundi | pour mardi | pour mercredi | pour jeudi | pour vendredi | pour jeudi midi
    d'ici vendredi | d'ici jeudi | d'ici lundi | avant vendredi | avant lundi | en fin de journée
    dès que possible | au plus vite
    avant jeudi | avant mardi | avant mercredi | dans la journée | dans la matinée | dans l'après-midi
    en début de semaine | en fin de semaine | fin de semaine | ce vendredi | ce lundi | lundi prochain
    mardi prochain | jeudi prochain | vendredi prochain | ce week-end | à ton retour | à votre retour
    d'ici demain | dès demain`),
  noDeadline: phrases(`jusqu'à aujourd'hui | à demain | à lundi | bonne soirée`),
  date: phrases(`
    lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | janvier | février | mars | avril | mai | juin
    juillet | août | septembre | octobre | novembre | décembre | aujourd'hui | demain | après-demain | ce soir
    la semaine prochaine | le mois prochain`),
  acknowledgement: words(`
    ok okay oui non si merci beaucoup mille parfait super top génial nickel bien très bon d'accord entendu compris
    noté reçu voilà exact exactement ça marche haha mdr lol hm +1 cool aïe oups dehors bravo pas de souci vu`),
  chatter: phrases(`
    bonjour à tous | bonjour tout le monde | ^salut | salut tout le monde | bonsoir | bonne journée | bonne soirée
    bon week-end | bon appétit | bon app | joyeux anniversaire | félicitations | bonne rentrée | déjeuner | café
    gâteau | apéro | croissants | météo | haha | mdr | lol | à demain | bon courage | hier soir | concert | match
    film | recette | dîner | petit déjeuner | barbecue | gâteaux | chocolatines`),
  trouble: phrases(`
    panne | en panne | incident | cassé | planté | plante | erreur | erreurs | bug | bloqué | bloqués | bloquée
    échoué | échec | retard | en retard | incomplet | manque | il manque | perdu | perdus | ne marche pas
    ne marche plus | ne fonctionne | problème | problèmes | impossible | lent | expiré | alerte | coupure
    résiliation | faux | hs | en rade | injoignable | indisponible | saturé | saturée | plein | pleine | disque plein
    lente | ralentissement | ralentissements | tombé | tombée | tombés | down | coupé | coupée | coupures | défaillant
    défaillance | alarme | critique | urgent | perte | pertes | fuite | vulnérabilité | faille | malade | absent
    démission | plainte | râle | râlent | en attente | pas de réponse | périmé | expire | dépassé | timeout
    surchauffe | mort | morte | ne charge | ne démarre | n'ouvre | ne répond | épuisé | rupture | en rupture | volé
    blessé | fuit | expirent | périmés | saute | sautent | tombe | tombent | annulé | annulée | annulés | à sec`),
  outcome: phrases(`
    corrigé | corrigée | résolu | résolue | réglé | réparé | remarche | marche de nouveau | fonctionne à nouveau
    rétabli | livré | livrée | déployé | en ligne | en production | terminé | la cause | cause racine | trouvé
    confirmé | confirme | signé | validé | au téléphone | c'est bon | fusionné | publié | rétablie | rétablis
    restauré | restaurée | revenu | revenue | revenus | relancé | redémarré | remplacé | réparée | c'était
    la faute à | à cause de | à cause du | dû à | due à | vient de | venait de | origine | identifié | identifiée
    isolé | clos | clôturé | fini | testé | vérifié | validée | migré | basculé | effectué | effectuée | reçu
    commandé | accepté | refusé | tout est ok | retour à la normale | de retour | refonctionne | remonté | remontée
    débloqué | débloquée | arrivé | arrivée | arrivés | accordé | accordée | obtenu | obtenue | déposé | déposée
    envoyé | envoyée | rien de perdu | rien perdu`),
  change: phrases(`
    ne plus | et plus | n'est plus | au lieu de | plutôt que | à partir du | à partir de | désormais | dorénavant
    avancé | avancée | reporté | reportée | décalé | décalée | nouvelle date | et pas | au plus tôt | au plus tard
    remplacé | dès | jusqu'à nouvel ordre | finalement | change | changé | modifié | modifiée | remplace | repoussé
    repoussée | prolongé | prolongée | maintenant | plus tôt | plus tard | une semaine de plus | pas avant
    uniquement | seulement | suspendu | suspendue | supprimé | supprimée | nouveau délai | nouvelle échéance
    prend le relais | passe à | passe au | passent à | c'est maintenant | bouge | bascule | avance à | recule
    repousse | décale | on décale | nouvel horaire | nouvelle heure | au lieu du | à la place | un jour plus tôt
    un jour plus tard`),
  retraction: phrases(
    `^non attends | ^non c'est pas | ^en fait non | je me suis trompé | je me suis trompée | fausse alerte | ^oubliez | ^pardon | autant pour moi | au temps pour moi`,
  ),
  hedge: phrases(
    `je pense | je crois | peut-être | sans doute | probablement | il me semble | à mon avis | aucune idée | j'imagine | pas sûr | pas sûre`,
  ),
  question: phrases(`
    demande si | veut savoir | ^est-ce que | ^est-ce qu'on | ^quelqu'un sait | ^quelqu'un a | ^quelqu'un aurait
    ^savez-vous | ^sait-on | ^où est | ^où trouver | ^quand est | ^comment | ^pourquoi | ^qui peut | ^qui prévient
    ^qui s'occupe | ^combien | ^quelle est | ^quel est | ^y a-t-il `),
  aside: phrases(`
    pour les curieux | pour ceux que ça intéresse | si ça intéresse | ça me rappelle | vous vous souvenez
    tu te souviens | il y a des années | à l'époque | dans le temps | dans mon ancienne boîte | dans mon ancien poste
    mon ancien job | à mon avis | avis non sollicité | si ça ne tenait qu'à moi | si c'était moi | si on me demande
    question bête | question idiote | je plaisante | je rigole | blague à part | sans rire | anecdote
    je pense tout haut | j'ai d'abord cru | au début j'ai cru | au début je pensais | ma mère | mon père | ma femme
    mon mari | mes enfants | mon fils | ma fille | mon voisin | ma voisine | ma grand-mère | mon grand-père
    mon frère | ma sœur | mon beau-frère | merci à tous | merci à toutes | merci à vous tous | un grand merci
    un immense merci | vous êtes les meilleurs | des héros | fier de vous | fière de vous | dans un monde idéal
    ce serait chouette | on peut rêver | vous salue | je vous raconte | compte rendu de | compte rendu du
    ne nous concerne pas | pas pour nous | je colle | copié-collé | copier-coller | tel quel | je transmets
    newsletter | pour rire | entre nous | je partage le texte`),
  self: words(`je j'ai j'étais j'avais moi me mon ma mes j'en j'y j'aurais j'aimerais`),
};
