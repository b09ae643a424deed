/**
 * French, with the "vous" that Mattermost uses. No-break spaces stand before high punctuation and inside
 * guillemets. As long as there are things to say.
 */
import type { Catalogue } from './catalogue.ts';

/** Every message in French, by key. The form `many` is for whole millions, which take "de". */
export const french: Catalogue<'one' | 'many' | 'other'> = {
  'scheduled_recaps.recap.window': '{from} – {to} ({zone})',
  'scheduled_recaps.recap.messages': {
    one: '{count} message',
    many: '{count} de messages',
    other: '{count} messages',
  },
  'scheduled_recaps.recap.by_people': {
    one: 'de {count} personne',
    many: 'de {count} de personnes',
    other: 'de {count} personnes',
  },
  'scheduled_recaps.recap.in_channels': {
    one: 'dans {count} canal',
    many: 'dans {count} de canaux',
    other: 'dans {count} canaux',
  },
  'scheduled_recaps.recap.messages_by_people': '{messages} {by_people}',
  'scheduled_recaps.recap.numbers_in_channels': '{numbers} {in_channels}',
  'scheduled_recaps.recap.files': {
    one: '{count} fichier',
    many: '{count} de fichiers',
    other: '{count} fichiers',
  },
  'scheduled_recaps.recap.busiest': {
    one: 'la plus animée : {topic} ({count} message)',
    many: 'la plus animée : {topic} ({count} de messages)',
    other: 'la plus animée : {topic} ({count} messages)',
  },
  'scheduled_recaps.recap.section.for_you': 'Pour vous',
  'scheduled_recaps.recap.section.decisions': 'Décisions',
  'scheduled_recaps.recap.section.action_items': 'Actions possibles',
  'scheduled_recaps.recap.section.open_questions': 'Questions en suspens',
  'scheduled_recaps.recap.section.highlights': 'À retenir',
  'scheduled_recaps.recap.head_in_channel': '{head} dans {channel}',
  'scheduled_recaps.recap.head_on_topic': '{head}, à propos de « {topic} »',
  'scheduled_recaps.recap.says': '{head} : {text}',
  'scheduled_recaps.recap.replies': {
    one: '{count} réponse',
    many: '{count} de réponses',
    other: '{count} réponses',
  },
  'scheduled_recaps.recap.code_lines': {
    one: '{count} ligne de code',
    many: '{count} de lignes de code',
    other: '{count} lignes de code',
  },
  'scheduled_recaps.recap.table_rows': {
    one: '{count} ligne de tableau',
    many: '{count} de lignes de tableau',
    other: '{count} lignes de tableau',
  },
  'scheduled_recaps.recap.images': {
    one: '{count} image',
    many: '{count} d’images',
    other: '{count} images',
  },
  'scheduled_recaps.recap.more_files': {
    one: '{count} autre fichier',
    many: '{count} d’autres fichiers',
    other: '{count} autres fichiers',
  },
  'scheduled_recaps.recap.no_words': '(sans texte)',
  'scheduled_recaps.recap.you': 'vous',
  'scheduled_recaps.recap.more_items': 'et {count} de plus',
  'scheduled_recaps.recap.more_channels': {
    one: '{count} autre canal',
    many: '{count} d’autres canaux',
    other: '{count} autres canaux',
  },
  'scheduled_recaps.recap.continued': '{channel} (suite)',
  'scheduled_recaps.recap.direct': 'Messages directs avec {people}',
  'scheduled_recaps.recap.nothing_stands_out': 'Rien de marquant ici.',
  'scheduled_recaps.recap.told_above':
    'Ce qui vous concerne figure plus haut, sous « Pour vous ». Rien d’autre de marquant ici.',
  'scheduled_recaps.recap.nothing_new': 'Rien de nouveau dans {channels}.',
  'scheduled_recaps.recap.nothing_for_you': 'Rien pour vous dans {channels}.',
  'scheduled_recaps.recap.only_concerns':
    'Ne contient que ce qui vous concerne : mentions, réponses à vos messages et vos fils.',
  'scheduled_recaps.recap.nothing_readable': 'Aucun des canaux n’a pu être lu.',
  'scheduled_recaps.recap.left_out': 'Non inclus : {what}.',
  'scheduled_recaps.recap.left_out.next': '{before} ; {next}',
  'scheduled_recaps.recap.left_out.unreadable': {
    one: '{count} canal qui n’a pas pu être lu',
    many: '{count} de canaux qui n’ont pas pu être lus',
    other: '{count} canaux qui n’ont pas pu être lus',
  },
  'scheduled_recaps.recap.left_out.excess': {
    one: '{count} canal au-delà de la limite',
    many: '{count} de canaux au-delà de la limite',
    other: '{count} canaux au-delà de la limite',
  },
  'scheduled_recaps.recap.left_out.bots': {
    one: '{count} message de bots',
    many: '{count} de messages de bots',
    other: '{count} messages de bots',
  },
  'scheduled_recaps.recap.left_out.trimmed': {
    one: '{count} message plus ancien dans {channel} (avant {since})',
    many: '{count} de messages plus anciens dans {channel} (avant {since})',
    other: '{count} messages plus anciens dans {channel} (avant {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_at_least': {
    one: 'plus de {count} message plus ancien dans {channel} (avant {since})',
    many: 'plus de {count} de messages plus anciens dans {channel} (avant {since})',
    other: 'plus de {count} messages plus anciens dans {channel} (avant {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_unseen':
    'tout ce qui est plus ancien dans {channel} (avant {since})',
  'scheduled_recaps.recap.left_out.trimmed_many': {
    one: '{count} message plus ancien {channels}',
    many: '{count} de messages plus anciens {channels}',
    other: '{count} messages plus anciens {channels}',
  },
  'scheduled_recaps.recap.left_out.lines': {
    one: '{count} ligne faute de place',
    many: '{count} de lignes faute de place',
    other: '{count} lignes faute de place',
  },
  'scheduled_recaps.recap.engine.built_in':
    'Citations choisies par le moteur intégré, sans IA. Chaque citation a un lien vers son message.',
  'scheduled_recaps.recap.engine.openai':
    'Rédigé par une IA ({model}), qui peut se tromper : chaque ligne se termine par des liens vers les messages sur lesquels elle repose.',
  'scheduled_recaps.recap.engine.agents':
    'Rédigé par une IA (Mattermost Agents, {model}), qui peut se tromper : chaque ligne se termine par des liens vers les messages sur lesquels elle repose.',
  'scheduled_recaps.recap.fallback.not_allowed':
    'Cités par le moteur intégré, car de tels canaux ne sont pas montrés à l’IA ici : {channels}.',
  'scheduled_recaps.recap.fallback.not_configured':
    'Cités par le moteur intégré, car aucune IA n’est configurée ici : {channels}.',
  'scheduled_recaps.recap.fallback.unavailable':
    'Cités par le moteur intégré, car l’IA n’était pas disponible : {channels}.',
  'scheduled_recaps.recap.fallback.timed_out':
    'Cités par le moteur intégré, car l’IA a mis trop de temps : {channels}.',
  'scheduled_recaps.recap.fallback.invalid_answer':
    'Cités par le moteur intégré, car l’IA n’a pas donné de réponse exploitable : {channels}.',
  'scheduled_recaps.notice.failed': '« {title} » ({when}) n’a pas pu être créé : {reason}.',
  'scheduled_recaps.notice.missed':
    '« {title} », prévu pour {when}, n’a pas été envoyé : {reason}.',
  'scheduled_recaps.notice.next':
    'Prochain essai : {next}. Ce qui a manqué entre-temps y figurera.',
  'scheduled_recaps.notice.paused_failures':
    'C’est l’échec numéro {count} d’affilée : la planification est donc en pause. Reprenez-la une fois la cause résolue.',
  'scheduled_recaps.notice.paused': 'La planification est en pause.',
  'scheduled_recaps.notice.once': {
    one: 'Vous recevez cet avis au plus une fois par période de {count} heure.',
    many: 'Vous recevez cet avis au plus une fois par période de {count} d’heures.',
    other: 'Vous recevez cet avis au plus une fois par période de {count} heures.',
  },
  'scheduled_recaps.reason.too_late': 'le serveur n’était pas disponible à temps',
  'scheduled_recaps.reason.superseded': 'un récapitulatif ultérieur était déjà dû lui aussi',
  'scheduled_recaps.reason.overlap': 'le précédent était encore en cours de rédaction',
  'scheduled_recaps.reason.interrupted': 'le serveur a été interrompu à chaque essai',
  'scheduled_recaps.reason.owner_inactive': 'le compte n’est pas actif',
  'scheduled_recaps.reason.not_allowed': 'les récapitulatifs ne sont pas activés pour ce compte',
  'scheduled_recaps.reason.unknown_timezone': 'le serveur ne connaît plus son fuseau horaire',
  'scheduled_recaps.reason.timed_out': 'cela a pris trop de temps',
  'scheduled_recaps.reason.no_readable_channel': 'plus aucun de ses canaux ne peut être lu',
  'scheduled_recaps.reason.delivery_failed': 'le message n’a pas pu être envoyé',
  'scheduled_recaps.reason.internal': 'une erreur s’est produite sur le serveur',
  'scheduled_recaps.action.run': 'Relancer',
  'scheduled_recaps.action.pause': 'Mettre en pause',
  'scheduled_recaps.action.resume': 'Reprendre',
  'scheduled_recaps.action.settings': 'Paramètres',
  'scheduled_recaps.action.run.started': '« {title} » est en cours de rédaction et arrivera ici.',
  'scheduled_recaps.action.run.limit': {
    one: 'Vous ne pouvez pas demander plus de {count} récapitulatif par jour. Veuillez réessayer demain.',
    many: 'Vous ne pouvez pas demander plus de {count} de récapitulatifs par jour. Veuillez réessayer demain.',
    other:
      'Vous ne pouvez pas demander plus de {count} récapitulatifs par jour. Veuillez réessayer demain.',
  },
  'scheduled_recaps.action.paused':
    '« {title} » est en pause. Aucun récapitulatif n’arrivera avant que vous ne le repreniez.',
  'scheduled_recaps.action.resumed': '« {title} » reprend. Prochain récapitulatif : {when}.',
  'scheduled_recaps.action.limit': {
    one: 'Il ne peut y avoir plus de {count} planification. Supprimez-en d’abord une autre.',
    many: 'Il ne peut y avoir plus de {count} de planifications. Supprimez-en d’abord une autre.',
    other: 'Il ne peut y avoir plus de {count} planifications. Supprimez-en d’abord une autre.',
  },
  'scheduled_recaps.action.gone': 'Cette planification n’existe plus.',
  'scheduled_recaps.dialog.title': 'Paramètres',
  'scheduled_recaps.dialog.save': 'Enregistrer',
  'scheduled_recaps.dialog.name': 'Titre',
  'scheduled_recaps.dialog.date': 'Jour',
  'scheduled_recaps.dialog.date_help': 'Année, mois et jour, par exemple {example}.',
  'scheduled_recaps.dialog.time': 'Heure',
  'scheduled_recaps.dialog.time_help': 'Par exemple {example}. Fuseau horaire : {zone}.',
  'scheduled_recaps.dialog.times': 'Heures',
  'scheduled_recaps.dialog.times_help':
    'De 1 à {most}, par exemple {example}. Fuseau horaire : {zone}.',
  'scheduled_recaps.dialog.length': 'Longueur',
  'scheduled_recaps.dialog.length.brief': 'Court',
  'scheduled_recaps.dialog.length.standard': 'Normal',
  'scheduled_recaps.dialog.length.detailed': 'Détaillé',
  'scheduled_recaps.dialog.state': 'État',
  'scheduled_recaps.dialog.paused': 'En pause',
  'scheduled_recaps.dialog.error.title': 'Le titre doit compter de 1 à {most} caractères.',
  'scheduled_recaps.dialog.error.date': 'Ce n’est pas une date telle que {example}.',
  'scheduled_recaps.dialog.error.time': 'Ce n’est pas une heure telle que {example}.',
  'scheduled_recaps.dialog.error.times':
    'Indiquez de 1 à {most} heures différentes, par exemple {example}.',
  'scheduled_recaps.dialog.error.past': 'Cette heure est déjà passée. Choisissez-en une autre.',
  'scheduled_recaps.dialog.error.apart': {
    one: 'Il doit y avoir au moins {count} minute entre deux heures.',
    many: 'Il doit y avoir au moins {count} de minutes entre deux heures.',
    other: 'Il doit y avoir au moins {count} minutes entre deux heures.',
  },
  'scheduled_recaps.action.create': 'Créer',
  'scheduled_recaps.action.discard': 'Abandonner',
  'scheduled_recaps.action.restore': 'Annuler',
  'scheduled_recaps.welcome':
    'Bonjour ! Je vous apporte ici, en messages directs, des récapitulatifs des canaux que vous choisissez. `/recap list` montre ce qui est planifié, et `/recap help` ce que vous pouvez me demander d’autre. Les boutons sous chaque récapitulatif permettent de le relancer, de le suspendre ou de le modifier.',
  'scheduled_recaps.slip.at': 'À {word} : {wanted}',
  'scheduled_recaps.slip.example': 'Par exemple : `{command}`',
  'scheduled_recaps.slip.title': 'Un titre a {title} caractères au plus.',
  'scheduled_recaps.slip.when':
    'Un moment était attendu ici, comme `{example}`, « demain à 9:00 » ou `now`.',
  'scheduled_recaps.slip.day':
    'Un jour à venir, sans heure, était attendu ici, comme « lundi », « 24 décembre » ou « demain ».',
  'scheduled_recaps.slip.days':
    'Des jours étaient attendus ici, comme `day`, `weekday`, `monday and friday`.',
  'scheduled_recaps.slip.month_day':
    'Un jour du mois était attendu ici, comme `the 1st`, `the last day` ou `the first monday`.',
  'scheduled_recaps.slip.time':
    '`at` avec une heure était attendu ici, comme `at 9:00` ou `at 5 pm`.',
  'scheduled_recaps.slip.other_time':
    'Il peut y avoir de 1 à {most} heures différentes par jour, et une seule si c’est mensuel.',
  'scheduled_recaps.slip.weeks':
    'Un nombre de semaines était attendu ici, de 1 à {weeks}, comme `every 2 weeks on monday`.',
  'scheduled_recaps.slip.future': 'Ce moment est déjà passé.',
  'scheduled_recaps.slip.date': 'Ce jour n’existe pas.',
  'scheduled_recaps.slip.zone':
    'Le nom d’un fuseau horaire était attendu ici, comme `Europe/Berlin`.',
  'scheduled_recaps.slip.other_zone':
    'Un fuseau horaire se met à la fin, par son nom, comme `in Europe/Berlin`.',
  'scheduled_recaps.slip.channels':
    'Des canaux étaient attendus ici, comme `~town-square`, ou `all unreads`.',
  'scheduled_recaps.slip.option':
    'Ce n’est aucune des options : `brief`, `detailed`, `for me`, `with bots`, `always`, `last 24 hours`, `last week`, `since last read`, `in Europe/Berlin`.',
  'scheduled_recaps.slip.end':
    'Rien d’autre n’était attendu ici. Un moment s’écrit comme `{example}`.',
  'scheduled_recaps.option.for_me': 'seulement ce qui vous concerne',
  'scheduled_recaps.option.with_bots': 'avec les messages des bots',
  'scheduled_recaps.option.always': 'même s’il n’y a rien de nouveau',
  'scheduled_recaps.option.since_last_read': 'depuis votre dernière lecture',
  'scheduled_recaps.option.last_24h': 'les dernières 24 heures',
  'scheduled_recaps.option.last_week': 'la dernière semaine',
  'scheduled_recaps.run.claimed': 'en préparation',
  'scheduled_recaps.run.delivering': 'en cours d’envoi',
  'scheduled_recaps.run.delivered': 'envoyé',
  'scheduled_recaps.run.empty': 'rien de nouveau',
  'scheduled_recaps.run.failed': 'échec',
  'scheduled_recaps.run.missed': 'manqué',
  'scheduled_recaps.run.skipped': 'ignoré',
  'scheduled_recaps.run.cancelled': 'annulé',
  'scheduled_recaps.command.create.when': 'Quand : {when}',
  'scheduled_recaps.command.create.channels': 'Canaux : {channels}',
  'scheduled_recaps.command.create.all_unreads': 'Tous les canaux non lus',
  'scheduled_recaps.command.create.options': 'Options : {options}',
  'scheduled_recaps.command.create.next': 'Prochains : {runs}',
  'scheduled_recaps.command.create.confirm':
    'Rien n’est encore planifié. Appuyez sur **{button}** si c’est bien cela.',
  'scheduled_recaps.command.create.done':
    '« {title} » est planifié. Premier récapitulatif : {when}.',
  'scheduled_recaps.command.create.discarded': 'Abandonné. Rien n’est planifié.',
  'scheduled_recaps.command.create.unreadable': 'Vous ne pouvez plus lire l’un de ces canaux.',
  'scheduled_recaps.command.pause.until': '« {title} » est suspendu. Reprise : {when}.',
  'scheduled_recaps.command.pause.over': 'Elle ne s’exécuterait ni ce jour-là ni après.',
  'scheduled_recaps.command.pause.finished': '« {title} » est terminé. Il n’y a rien à suspendre.',
  'scheduled_recaps.command.delete.done':
    '« {title} » est supprimé. Vous pouvez annuler pendant dix minutes.',
  'scheduled_recaps.command.delete.restored': '« {title} » est de retour.',
  'scheduled_recaps.command.show.resumes': 'Reprise : {when}',
  'scheduled_recaps.command.show.no_runs': 'Jamais exécuté jusqu’ici.',
  'scheduled_recaps.command.show.runs': 'Dernières exécutions :',
  'scheduled_recaps.command.show.run': '{when} : {status}',
  'scheduled_recaps.command.show.run_reason': '{when} : {status}, {reason}',
  'scheduled_recaps.dialog.new.title': 'Nouveau récapitulatif',
  'scheduled_recaps.dialog.new.intro': 'Un récapitulatif de {channel}.',
  'scheduled_recaps.dialog.new.next': 'Suivant',
  'scheduled_recaps.dialog.new.days': 'Jours',
  'scheduled_recaps.dialog.new.weekdays': 'Chaque jour ouvré',
  'scheduled_recaps.dialog.new.every_day': 'Chaque jour',
  'scheduled_recaps.dialog.own_words': 'Quand, en vos mots',
  'scheduled_recaps.dialog.own_words_help':
    'Remplace les champs ci-dessus si ce n’est pas vide. Comme {example} ou {once}.',
  'scheduled_recaps.command.autocomplete.create': 'Planifier un récapitulatif en une ligne',
  'scheduled_recaps.command.autocomplete.create_hint': 'every weekday at 9:00 ~canal',
  'scheduled_recaps.command.autocomplete.new': 'Planifier un récapitulatif dans un formulaire',
  'scheduled_recaps.command.autocomplete.show':
    'Montrer l’une de vos planifications et ses résultats',
  'scheduled_recaps.command.autocomplete.edit': 'Modifier l’une de vos planifications',
  'scheduled_recaps.command.autocomplete.pause':
    'Suspendre l’une de vos planifications, sans fin ou jusqu’à un jour',
  'scheduled_recaps.command.autocomplete.resume': 'Reprendre l’une de vos planifications',
  'scheduled_recaps.command.autocomplete.delete': 'Supprimer l’une de vos planifications',
  'scheduled_recaps.command.help': [
    '##### Scheduled Recaps',
    'Des récapitulatifs des canaux de votre choix, envoyés par message direct.',
    '- `/recap create every weekday at 9:00 ~canal` : une planification ; vous la voyez en mots avant qu’elle compte',
    '- `/recap new` : la même chose dans un formulaire',
    '- `/recap now` : un récapitulatif du dernier jour de ce canal, tout de suite',
    '- `/recap now ~canal ~autre` : un récapitulatif du dernier jour de ces canaux',
    '- `/recap list` : vos planifications, chacune avec son numéro',
    '- `/recap show 1` : la planification numéro 1, ses prochaines et dernières exécutions',
    '- `/recap edit 1`, `/recap pause 1`, `/recap pause 1 until monday`, `/recap resume 1`, `/recap delete 1`',
    '- `/recap run 1` : lance tout de suite la planification numéro 1',
    '- `/recap help` : ce texte',
    '',
    'Autres moments : « demain à 9:00 », `every monday and friday at 9:00 and 17:00`, `every 2 weeks on monday at 9:00`, `every month on the last friday at 9:00`. Au lieu des canaux : `all unreads`. Ensuite : `brief`, `detailed`, `for me`, `with bots`, `always`, `last week`, `in Europe/Berlin`.',
  ].join('\n'),
  'scheduled_recaps.command.unknown':
    '`/recap {word}` n’existe pas. Essayez `/recap create`, `/recap list` ou `/recap help`.',
  'scheduled_recaps.refusal.conflict':
    'La planification a été modifiée ailleurs entre-temps. Rouvrez-la pour voir la modification.',
  'scheduled_recaps.refusal.made_already':
    'Cette planification a déjà été créée. `/recap list` la montre.',
  'scheduled_recaps.refusal.pause_past': 'Choisissez un jour après aujourd’hui.',
  'scheduled_recaps.refusal.unknown_timezone':
    'Le serveur ne connaît plus ce fuseau horaire. Choisissez-en un autre.',
  'scheduled_recaps.refusal.not_running':
    'Aucun récapitulatif de cette planification n’est en cours de rédaction : il n’y a rien à annuler.',
  'scheduled_recaps.refusal.busy':
    'Un récapitulatif de cette planification est déjà en cours de rédaction.',
  'scheduled_recaps.refusal.previews':
    'Vous ne pouvez pas demander plus de {count} aperçus en {minutes} minutes. Veuillez réessayer plus tard.',
  'scheduled_recaps.refusal.ai_tests':
    'Vous ne pouvez pas demander plus de {count} tests en {minutes} minutes. Veuillez réessayer plus tard.',
  'scheduled_recaps.refusal.server_busy':
    'Le serveur est occupé. Veuillez réessayer dans un instant.',
  'scheduled_recaps.refusal.no_recap': 'Ce récapitulatif n’existe plus.',
  'scheduled_recaps.refused':
    'Les récapitulatifs planifiés ne sont pas activés pour votre compte. Adressez-vous à votre administrateur.',
  'scheduled_recaps.command.failed': 'Cela n’a pas fonctionné. Veuillez réessayer dans une minute.',
  'scheduled_recaps.command.list.none': 'Vous n’avez pas encore de récapitulatif planifié.',
  'scheduled_recaps.command.list.title': {
    one: 'Vous avez {count} récapitulatif planifié.',
    many: 'Vous avez {count} de récapitulatifs planifiés.',
    other: 'Vous avez {count} récapitulatifs planifiés.',
  },
  'scheduled_recaps.command.list.next': 'prochain : {when}',
  'scheduled_recaps.command.list.paused': 'en pause',
  'scheduled_recaps.command.list.finished': 'terminé',
  'scheduled_recaps.command.list.running': 'en cours de rédaction',
  'scheduled_recaps.command.list.hint': 'Lancez-en un avec `/recap run 1`.',
  'scheduled_recaps.command.now.title': '{channels} : le dernier jour',
  'scheduled_recaps.command.now.started':
    'Un récapitulatif du dernier jour dans {channels} est en cours de rédaction. Il arrivera en message direct de @{bot}.',
  'scheduled_recaps.command.now.busy':
    'Le dernier récapitulatif que vous avez demandé est encore en cours de rédaction. Veuillez réessayer dans un instant.',
  'scheduled_recaps.command.now.not_here':
    'Vous ne pouvez pas lire ce canal : il n’y en a donc pas de récapitulatif.',
  'scheduled_recaps.command.now.unknown':
    'Cette équipe n’a pas de canal {channels} dont vous soyez membre. Les noms sont ceux de l’adresse, par exemple `~town-square`.',
  'scheduled_recaps.command.now.too_many': {
    one: 'Un récapitulatif porte sur {count} canal au maximum.',
    many: 'Un récapitulatif porte sur {count} de canaux au maximum.',
    other: 'Un récapitulatif porte sur {count} canaux au maximum.',
  },
  'scheduled_recaps.command.run.started':
    '« {title} » est en cours de rédaction et arrivera en message direct de @{bot}.',
  'scheduled_recaps.command.run.which': 'Lequel ? Indiquez son numéro ou son titre :',
  'scheduled_recaps.command.run.unknown': 'Aucune de vos planifications ne s’appelle « {word} ».',
  'scheduled_recaps.command.autocomplete.hint': '[commande]',
  'scheduled_recaps.command.autocomplete.help':
    'Commandes disponibles : create, new, list, show, edit, run, pause, resume, delete, now, help',
  'scheduled_recaps.command.autocomplete.list': 'Lister vos récapitulatifs planifiés',
  'scheduled_recaps.command.autocomplete.now':
    'Un récapitulatif du dernier jour de ce canal, ou de ceux que vous nommez',
  'scheduled_recaps.command.autocomplete.now_hint': '[~canal …]',
  'scheduled_recaps.command.autocomplete.run': 'Lancer tout de suite l’une de vos planifications',
  'scheduled_recaps.command.autocomplete.run_hint': '[numéro ou titre]',
  'scheduled_recaps.command.autocomplete.show_help': 'Afficher ce que /recap sait faire',
};
