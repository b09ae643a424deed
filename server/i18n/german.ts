/** German, with the familiar "du" that Mattermost uses. */
import type { Catalogue } from './catalogue.ts';

/** Every message in German, by key. */
export const german: Catalogue<'one' | 'other'> = {
  'scheduled_recaps.recap.window': '{from} bis {to} ({zone})',
  'scheduled_recaps.recap.messages': { one: '{count} Nachricht', other: '{count} Nachrichten' },
  'scheduled_recaps.recap.by_people': { one: 'von {count} Person', other: 'von {count} Personen' },
  'scheduled_recaps.recap.in_channels': { one: 'in {count} Kanal', other: 'in {count} Kanälen' },
  'scheduled_recaps.recap.messages_by_people': '{messages} {by_people}',
  'scheduled_recaps.recap.numbers_in_channels': '{numbers} {in_channels}',
  'scheduled_recaps.recap.files': { one: '{count} Datei', other: '{count} Dateien' },
  'scheduled_recaps.recap.busiest': {
    one: 'am meisten los: {topic} ({count} Nachricht)',
    other: 'am meisten los: {topic} ({count} Nachrichten)',
  },
  'scheduled_recaps.recap.section.for_you': 'Für dich',
  'scheduled_recaps.recap.section.decisions': 'Entscheidungen',
  'scheduled_recaps.recap.section.action_items': 'Mögliche Aufgaben',
  'scheduled_recaps.recap.section.open_questions': 'Offene Fragen',
  'scheduled_recaps.recap.section.highlights': 'Wichtiges',
  'scheduled_recaps.recap.head_in_channel': '{head} in {channel}',
  'scheduled_recaps.recap.head_on_topic': '{head}, zu „{topic}“',
  'scheduled_recaps.recap.says': '{head}: {text}',
  'scheduled_recaps.recap.replies': { one: '{count} Antwort', other: '{count} Antworten' },
  'scheduled_recaps.recap.code_lines': {
    one: '{count} Zeile Code',
    other: '{count} Zeilen Code',
  },
  'scheduled_recaps.recap.table_rows': {
    one: '{count} Tabellenzeile',
    other: '{count} Tabellenzeilen',
  },
  'scheduled_recaps.recap.images': { one: '{count} Bild', other: '{count} Bilder' },
  'scheduled_recaps.recap.more_files': {
    one: '{count} weitere Datei',
    other: '{count} weitere Dateien',
  },
  'scheduled_recaps.recap.no_words': '(kein Text)',
  'scheduled_recaps.recap.you': 'du',
  'scheduled_recaps.recap.more_items': 'und {count} weitere',
  'scheduled_recaps.recap.more_channels': {
    one: '{count} weiterer Kanal',
    other: '{count} weitere Kanäle',
  },
  'scheduled_recaps.recap.continued': '{channel} (Fortsetzung)',
  'scheduled_recaps.recap.direct': 'Direktnachrichten mit {people}',
  'scheduled_recaps.recap.nothing_stands_out': 'Hier ist nichts Besonderes aufgefallen.',
  'scheduled_recaps.recap.nothing_new': 'Nichts Neues: {channels}.',
  'scheduled_recaps.recap.nothing_for_you': 'Nichts für dich: {channels}.',
  'scheduled_recaps.recap.only_concerns':
    'Enthalten ist nur, was dich betrifft: Erwähnungen, Antworten an dich und deine Threads.',
  'scheduled_recaps.recap.nothing_readable': 'Keiner der Kanäle konnte gelesen werden.',
  'scheduled_recaps.recap.left_out': 'Nicht enthalten: {what}.',
  'scheduled_recaps.recap.left_out.next': '{before}; {next}',
  'scheduled_recaps.recap.left_out.unreadable': {
    one: '{count} Kanal, der nicht gelesen werden konnte',
    other: '{count} Kanäle, die nicht gelesen werden konnten',
  },
  'scheduled_recaps.recap.left_out.excess': {
    one: '{count} Kanal über dem Limit',
    other: '{count} Kanäle über dem Limit',
  },
  'scheduled_recaps.recap.left_out.bots': {
    one: '{count} Nachricht von Bots',
    other: '{count} Nachrichten von Bots',
  },
  'scheduled_recaps.recap.left_out.trimmed': {
    one: '{count} ältere Nachricht in {channel} (vor {since})',
    other: '{count} ältere Nachrichten in {channel} (vor {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_at_least': {
    one: 'mehr als {count} ältere Nachricht in {channel} (vor {since})',
    other: 'mehr als {count} ältere Nachrichten in {channel} (vor {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_unseen': 'alles Ältere in {channel} (vor {since})',
  'scheduled_recaps.recap.left_out.trimmed_many': {
    one: '{count} ältere Nachricht {channels}',
    other: '{count} ältere Nachrichten {channels}',
  },
  'scheduled_recaps.recap.left_out.lines': {
    one: '{count} Zeile, die keinen Platz fand',
    other: '{count} Zeilen, die keinen Platz fanden',
  },
  'scheduled_recaps.recap.engine.built_in':
    'Zitate, ausgewählt von der eingebauten Engine, ohne KI. Jedes Zitat hat einen Link zur Nachricht.',
  'scheduled_recaps.recap.engine.openai':
    'Geschrieben von KI ({model}), die sich irren kann: Jede Zeile endet mit Links zu den Nachrichten, auf die sie sich stützt.',
  'scheduled_recaps.recap.engine.agents':
    'Geschrieben von KI (Mattermost Agents, {model}), die sich irren kann: Jede Zeile endet mit Links zu den Nachrichten, auf die sie sich stützt.',
  'scheduled_recaps.recap.fallback.not_allowed':
    'Von der eingebauten Engine zitiert, weil solche Kanäle hier nicht an die KI gehen: {channels}.',
  'scheduled_recaps.recap.fallback.not_configured':
    'Von der eingebauten Engine zitiert, weil hier keine KI eingerichtet ist: {channels}.',
  'scheduled_recaps.recap.fallback.unavailable':
    'Von der eingebauten Engine zitiert, weil die KI nicht erreichbar war: {channels}.',
  'scheduled_recaps.recap.fallback.timed_out':
    'Von der eingebauten Engine zitiert, weil die KI zu lange gebraucht hat: {channels}.',
  'scheduled_recaps.recap.fallback.invalid_answer':
    'Von der eingebauten Engine zitiert, weil die KI keine brauchbare Antwort gab: {channels}.',
  'scheduled_recaps.notice.failed': '„{title}“ ({when}) konnte nicht erstellt werden: {reason}.',
  'scheduled_recaps.notice.missed':
    '„{title}“ war am {when} fällig und wurde nicht gesendet: {reason}.',
  'scheduled_recaps.notice.next':
    'Nächster Versuch: {next}. Was bis dahin gefehlt hat, wird dann enthalten sein.',
  'scheduled_recaps.notice.paused_failures':
    'Das war Fehlschlag Nummer {count} in Folge, deshalb ist der Zeitplan pausiert. Setze ihn fort, sobald die Ursache behoben ist.',
  'scheduled_recaps.notice.paused': 'Der Zeitplan ist pausiert.',
  'scheduled_recaps.notice.once': {
    one: 'Du erfährst davon höchstens einmal in {count} Stunde.',
    other: 'Du erfährst davon höchstens einmal in {count} Stunden.',
  },
  'scheduled_recaps.reason.too_late': 'der Server war nicht rechtzeitig da',
  'scheduled_recaps.reason.superseded': 'eine spätere war ebenfalls schon fällig',
  'scheduled_recaps.reason.overlap': 'die vorherige wurde noch geschrieben',
  'scheduled_recaps.reason.interrupted': 'der Server wurde jedes Mal unterbrochen',
  'scheduled_recaps.reason.owner_inactive': 'das Konto ist nicht aktiv',
  'scheduled_recaps.reason.not_allowed':
    'Zusammenfassungen sind für dieses Konto nicht freigegeben',
  'scheduled_recaps.reason.unknown_timezone': 'der Server kennt die Zeitzone nicht mehr',
  'scheduled_recaps.reason.timed_out': 'es hat zu lange gedauert',
  'scheduled_recaps.reason.no_readable_channel': 'keiner der Kanäle kann mehr gelesen werden',
  'scheduled_recaps.reason.delivery_failed': 'die Nachricht konnte nicht gesendet werden',
  'scheduled_recaps.reason.internal': 'im Server ist etwas schiefgegangen',
  'scheduled_recaps.action.run': 'Erneut ausführen',
  'scheduled_recaps.action.pause': 'Pausieren',
  'scheduled_recaps.action.resume': 'Fortsetzen',
  'scheduled_recaps.action.settings': 'Einstellungen',
  'scheduled_recaps.action.run.started': '„{title}“ wird geschrieben und kommt gleich hier an.',
  'scheduled_recaps.action.run.limit': {
    one: 'Mehr als {count} Zusammenfassung am Tag kann nicht angefordert werden. Bitte versuche es morgen wieder.',
    other:
      'Mehr als {count} Zusammenfassungen am Tag können nicht angefordert werden. Bitte versuche es morgen wieder.',
  },
  'scheduled_recaps.action.paused':
    '„{title}“ ist pausiert. Bis du sie fortsetzt, kommt keine Zusammenfassung.',
  'scheduled_recaps.action.resumed': '„{title}“ geht weiter. Nächste Zusammenfassung: {when}.',
  'scheduled_recaps.action.past':
    'Die Zeit von „{title}“ ist vorbei. Gib in den Einstellungen eine neue an.',
  'scheduled_recaps.action.limit': {
    one: 'Mehr als {count} Zeitplan kann nicht aktiv sein. Pausiere oder lösche zuerst einen anderen.',
    other:
      'Mehr als {count} Zeitpläne können nicht aktiv sein. Pausiere oder lösche zuerst einen anderen.',
  },
  'scheduled_recaps.action.gone': 'Diesen Zeitplan gibt es nicht mehr.',
  'scheduled_recaps.dialog.title': 'Zusammenfassung',
  'scheduled_recaps.dialog.save': 'Speichern',
  'scheduled_recaps.dialog.name': 'Titel',
  'scheduled_recaps.dialog.date': 'Tag',
  'scheduled_recaps.dialog.date_help': 'Jahr, Monat und Tag, zum Beispiel {example}.',
  'scheduled_recaps.dialog.time': 'Uhrzeit',
  'scheduled_recaps.dialog.time_help': 'Zum Beispiel {example}. Zeitzone: {zone}.',
  'scheduled_recaps.dialog.times': 'Uhrzeiten',
  'scheduled_recaps.dialog.times_help': '1 bis {most}, zum Beispiel {example}. Zeitzone: {zone}.',
  'scheduled_recaps.dialog.length': 'Länge',
  'scheduled_recaps.dialog.length.brief': 'Kurz',
  'scheduled_recaps.dialog.length.standard': 'Normal',
  'scheduled_recaps.dialog.length.detailed': 'Ausführlich',
  'scheduled_recaps.dialog.state': 'Status',
  'scheduled_recaps.dialog.paused': 'Pausiert',
  'scheduled_recaps.dialog.error.title': 'Ein Titel hat 1 bis {most} Zeichen.',
  'scheduled_recaps.dialog.error.date': 'Das ist kein Datum wie {example}.',
  'scheduled_recaps.dialog.error.time': 'Das ist keine Uhrzeit wie {example}.',
  'scheduled_recaps.dialog.error.times':
    'Gib 1 bis {most} verschiedene Uhrzeiten an, zum Beispiel {example}.',
  'scheduled_recaps.dialog.error.past': 'Diese Zeit ist schon vorbei.',
  'scheduled_recaps.dialog.error.apart': {
    one: 'Zwischen zwei Uhrzeiten muss mindestens {count} Minute liegen.',
    other: 'Zwischen zwei Uhrzeiten müssen mindestens {count} Minuten liegen.',
  },
  'scheduled_recaps.dialog.error.conflict':
    'Der Zeitplan wurde inzwischen anderswo geändert. Schließe dieses Fenster und öffne es erneut.',
  'scheduled_recaps.command.help': [
    '##### Scheduled Recaps',
    'Zusammenfassungen der Kanäle, die du auswählst, als Direktnachricht.',
    '- `/recap now`: der letzte Tag dieses Kanals, sofort',
    '- `/recap now ~kanal ~anderer`: der letzte Tag dieser Kanäle',
    '- `/recap list`: deine Zeitpläne, jeder mit seiner Nummer',
    '- `/recap run 1`: Zeitplan Nummer 1 sofort ausführen',
    '- `/recap help`: dieser Text',
  ].join('\n'),
  'scheduled_recaps.command.unknown':
    '`/recap {word}` gibt es nicht. Versuche `/recap now`, `/recap list` oder `/recap help`.',
  'scheduled_recaps.refused':
    'Geplante Zusammenfassungen sind für dein Konto nicht freigegeben. Wende dich an deinen Administrator.',
  'scheduled_recaps.command.failed':
    'Das hat nicht funktioniert. Bitte versuche es in einer Minute noch einmal.',
  'scheduled_recaps.command.list.none': 'Du hast noch keine geplanten Zusammenfassungen.',
  'scheduled_recaps.command.list.title': {
    one: 'Du hast {count} geplante Zusammenfassung.',
    other: 'Du hast {count} geplante Zusammenfassungen.',
  },
  'scheduled_recaps.command.list.next': 'nächste: {when}',
  'scheduled_recaps.command.list.paused': 'pausiert',
  'scheduled_recaps.command.list.finished': 'erledigt',
  'scheduled_recaps.command.list.running': 'wird gerade geschrieben',
  'scheduled_recaps.command.list.hint': 'Mit `/recap run 1` führst du eine sofort aus.',
  'scheduled_recaps.command.now.title': '{channels}: der letzte Tag',
  'scheduled_recaps.command.now.started':
    'Eine Zusammenfassung des letzten Tages in {channels} wird geschrieben. Sie kommt als Direktnachricht von @{bot}.',
  'scheduled_recaps.command.now.busy':
    'Die letzte Zusammenfassung, die du angefordert hast, wird noch geschrieben. Bitte versuche es gleich noch einmal.',
  'scheduled_recaps.command.now.not_here':
    'Du kannst diesen Kanal nicht lesen, deshalb gibt es keine Zusammenfassung davon.',
  'scheduled_recaps.command.now.unknown':
    'Dieses Team hat keinen Kanal {channels}, in dem du Mitglied bist. Gemeint sind die Namen aus der Adresse, zum Beispiel `~town-square`.',
  'scheduled_recaps.command.now.too_many': {
    one: 'In eine Zusammenfassung passt höchstens {count} Kanal.',
    other: 'In eine Zusammenfassung passen höchstens {count} Kanäle.',
  },
  'scheduled_recaps.command.run.started':
    '„{title}“ wird geschrieben und kommt als Direktnachricht von @{bot}.',
  'scheduled_recaps.command.run.busy': '„{title}“ wird bereits geschrieben.',
  'scheduled_recaps.command.run.which': 'Welche? Nenne ihre Nummer oder ihren Titel:',
  'scheduled_recaps.command.run.unknown': 'Keiner deiner Zeitpläne heißt „{word}“.',
  'scheduled_recaps.command.autocomplete.hint': '[Befehl]',
  'scheduled_recaps.command.autocomplete.help': 'Verfügbare Befehle: now, list, run, help',
  'scheduled_recaps.command.autocomplete.list': 'Deine geplanten Zusammenfassungen auflisten',
  'scheduled_recaps.command.autocomplete.now':
    'Der letzte Tag dieses Kanals oder der genannten Kanäle als Zusammenfassung',
  'scheduled_recaps.command.autocomplete.now_hint': '[~kanal …]',
  'scheduled_recaps.command.autocomplete.run': 'Einen deiner Zeitpläne sofort ausführen',
  'scheduled_recaps.command.autocomplete.run_hint': '[Nummer oder Titel]',
  'scheduled_recaps.command.autocomplete.show_help': 'Zeigen, was /recap kann',
};
