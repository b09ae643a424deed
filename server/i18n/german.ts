/** German, with the familiar "du" that Mattermost uses. As long as there are things to say. */
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
  'scheduled_recaps.recap.told_above':
    'Was dich betrifft, steht oben unter „Für dich“. Sonst ist hier nichts Besonderes aufgefallen.',
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
  'scheduled_recaps.action.limit': {
    one: 'Mehr als {count} Zeitplan ist nicht möglich. Lösche zuerst einen anderen.',
    other: 'Mehr als {count} Zeitpläne sind nicht möglich. Lösche zuerst einen anderen.',
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
  'scheduled_recaps.dialog.error.past': 'Diese Zeit ist schon vorbei. Wähle eine andere.',
  'scheduled_recaps.dialog.error.apart': {
    one: 'Zwischen zwei Uhrzeiten muss mindestens {count} Minute liegen.',
    other: 'Zwischen zwei Uhrzeiten müssen mindestens {count} Minuten liegen.',
  },
  'scheduled_recaps.action.create': 'Anlegen',
  'scheduled_recaps.action.discard': 'Verwerfen',
  'scheduled_recaps.action.restore': 'Rückgängig',
  'scheduled_recaps.welcome':
    'Hallo! Ich bringe dir Zusammenfassungen der Kanäle, die du auswählst, hierher als Direktnachricht. `/recap list` zeigt, was geplant ist, und `/recap help`, was ich sonst noch kann. Mit den Knöpfen unter jeder Zusammenfassung kannst du sie wiederholen, pausieren oder ändern.',
  'scheduled_recaps.slip.at': 'Bei {word}: {wanted}',
  'scheduled_recaps.slip.example': 'Zum Beispiel: `{command}`',
  'scheduled_recaps.slip.title': 'Ein Titel hat höchstens {title} Zeichen.',
  'scheduled_recaps.slip.when':
    'Hier wurde eine Zeit erwartet, zum Beispiel `{example}`, „morgen um 9:00“ oder `now`.',
  'scheduled_recaps.slip.day':
    'Hier wurde ein künftiger Tag ohne Uhrzeit erwartet, zum Beispiel „Montag“, „24. Dezember“ oder „morgen“.',
  'scheduled_recaps.slip.days':
    'Hier wurden Tage erwartet, zum Beispiel `day`, `weekday`, `monday and friday`.',
  'scheduled_recaps.slip.month_day':
    'Hier wurde ein Tag des Monats erwartet, zum Beispiel `the 1st`, `the last day` oder `the first monday`.',
  'scheduled_recaps.slip.time':
    'Hier wurde `at` mit einer Uhrzeit erwartet, zum Beispiel `at 9:00` oder `at 5 pm`.',
  'scheduled_recaps.slip.other_time':
    'Es sind 1 bis {most} verschiedene Uhrzeiten am Tag möglich, bei monatlichen nur eine.',
  'scheduled_recaps.slip.weeks':
    'Hier wurde eine Anzahl von Wochen erwartet, 1 bis {weeks}, zum Beispiel `every 2 weeks on monday`.',
  'scheduled_recaps.slip.future': 'Diese Zeit ist schon vorbei.',
  'scheduled_recaps.slip.date': 'Diesen Tag gibt es nicht.',
  'scheduled_recaps.slip.zone':
    'Hier wurde der Name einer Zeitzone erwartet, zum Beispiel `Europe/Berlin`.',
  'scheduled_recaps.slip.other_zone':
    'Eine Zeitzone steht mit ihrem Namen am Ende, zum Beispiel `in Europe/Berlin`.',
  'scheduled_recaps.slip.channels':
    'Hier wurden Kanäle erwartet, zum Beispiel `~town-square`, oder `all unreads`.',
  'scheduled_recaps.slip.option':
    'Das ist keine der Optionen: `brief`, `detailed`, `for me`, `with bots`, `always`, `last 24 hours`, `last week`, `since last read`, `in Europe/Berlin`.',
  'scheduled_recaps.slip.end':
    'Hier wurde nichts weiter erwartet. Eine Zeit schreibt man zum Beispiel `{example}`.',
  'scheduled_recaps.option.for_me': 'nur was dich betrifft',
  'scheduled_recaps.option.with_bots': 'mit Nachrichten von Bots',
  'scheduled_recaps.option.always': 'auch wenn es nichts Neues gibt',
  'scheduled_recaps.option.since_last_read': 'seit du zuletzt gelesen hast',
  'scheduled_recaps.option.last_24h': 'die letzten 24 Stunden',
  'scheduled_recaps.option.last_week': 'die letzte Woche',
  'scheduled_recaps.run.claimed': 'wird erstellt',
  'scheduled_recaps.run.delivering': 'wird gesendet',
  'scheduled_recaps.run.delivered': 'zugestellt',
  'scheduled_recaps.run.empty': 'nichts Neues',
  'scheduled_recaps.run.failed': 'fehlgeschlagen',
  'scheduled_recaps.run.missed': 'verpasst',
  'scheduled_recaps.run.skipped': 'übersprungen',
  'scheduled_recaps.run.cancelled': 'abgebrochen',
  'scheduled_recaps.command.create.when': 'Wann: {when}',
  'scheduled_recaps.command.create.channels': 'Kanäle: {channels}',
  'scheduled_recaps.command.create.all_unreads': 'Alle ungelesenen Kanäle',
  'scheduled_recaps.command.create.options': 'Optionen: {options}',
  'scheduled_recaps.command.create.next': 'Nächste: {runs}',
  'scheduled_recaps.command.create.confirm':
    'Noch ist nichts geplant. Drücke **{button}**, wenn es so gemeint ist.',
  'scheduled_recaps.command.create.done': '„{title}“ ist geplant. Erste Zusammenfassung: {when}.',
  'scheduled_recaps.command.create.discarded': 'Verworfen. Es ist nichts geplant.',
  'scheduled_recaps.command.create.unreadable': 'Einen dieser Kanäle kannst du nicht mehr lesen.',
  'scheduled_recaps.command.pause.until': '„{title}“ ist pausiert. Weiter geht es {when}.',
  'scheduled_recaps.command.pause.over': 'An diesem Tag oder danach würde sie nicht mehr laufen.',
  'scheduled_recaps.command.pause.finished': '„{title}“ ist erledigt. Es gibt nichts zu pausieren.',
  'scheduled_recaps.command.delete.done':
    '„{title}“ ist gelöscht. Zehn Minuten lang lässt sich das rückgängig machen.',
  'scheduled_recaps.command.delete.restored': '„{title}“ ist wieder da.',
  'scheduled_recaps.command.show.resumes': 'Geht weiter: {when}',
  'scheduled_recaps.command.show.no_runs': 'Sie ist noch nie gelaufen.',
  'scheduled_recaps.command.show.runs': 'Letzte Läufe:',
  'scheduled_recaps.command.show.run': '{when}: {status}',
  'scheduled_recaps.command.show.run_reason': '{when}: {status}, {reason}',
  'scheduled_recaps.dialog.new.title': 'Neue Zusammenfassung',
  'scheduled_recaps.dialog.new.intro': 'Eine Zusammenfassung von {channel}.',
  'scheduled_recaps.dialog.new.next': 'Weiter',
  'scheduled_recaps.dialog.new.days': 'Tage',
  'scheduled_recaps.dialog.new.weekdays': 'Jeden Werktag',
  'scheduled_recaps.dialog.new.every_day': 'Jeden Tag',
  'scheduled_recaps.dialog.own_words': 'Wann, in eigenen Worten',
  'scheduled_recaps.dialog.own_words_help':
    'Ersetzt die Felder darüber, wenn es nicht leer ist. Zum Beispiel {example} oder {once}.',
  'scheduled_recaps.command.autocomplete.create': 'Eine Zusammenfassung planen, in einer Zeile',
  'scheduled_recaps.command.autocomplete.create_hint': 'every weekday at 9:00 ~kanal',
  'scheduled_recaps.command.autocomplete.new': 'Eine Zusammenfassung in einem Formular planen',
  'scheduled_recaps.command.autocomplete.show':
    'Einen deiner Zeitpläne zeigen, und was daraus wurde',
  'scheduled_recaps.command.autocomplete.edit': 'Einen deiner Zeitpläne ändern',
  'scheduled_recaps.command.autocomplete.pause':
    'Einen deiner Zeitpläne pausieren, ganz oder bis zu einem Tag',
  'scheduled_recaps.command.autocomplete.resume': 'Einen deiner Zeitpläne fortsetzen',
  'scheduled_recaps.command.autocomplete.delete': 'Einen deiner Zeitpläne löschen',
  'scheduled_recaps.command.help': [
    '##### Scheduled Recaps',
    'Zusammenfassungen der Kanäle, die du auswählst, als Direktnachricht.',
    '- `/recap create every weekday at 9:00 ~kanal`: ein Zeitplan; du siehst ihn in Worten, bevor er gilt',
    '- `/recap new`: dasselbe in einem Formular',
    '- `/recap now`: der letzte Tag dieses Kanals, sofort',
    '- `/recap now ~kanal ~anderer`: der letzte Tag dieser Kanäle',
    '- `/recap list`: deine Zeitpläne, jeder mit seiner Nummer',
    '- `/recap show 1`: Zeitplan Nummer 1 mit seinen nächsten und letzten Läufen',
    '- `/recap edit 1`, `/recap pause 1`, `/recap pause 1 until monday`, `/recap resume 1`, `/recap delete 1`',
    '- `/recap run 1`: Zeitplan Nummer 1 sofort ausführen',
    '- `/recap help`: dieser Text',
    '',
    'Andere Zeiten: „morgen um 9:00“, `every monday and friday at 9:00 and 17:00`, `every 2 weeks on monday at 9:00`, `every month on the last friday at 9:00`. Statt der Kanäle: `all unreads`. Dahinter: `brief`, `detailed`, `for me`, `with bots`, `always`, `last week`, `in Europe/Berlin`.',
  ].join('\n'),
  'scheduled_recaps.command.unknown':
    '`/recap {word}` gibt es nicht. Versuche `/recap create`, `/recap list` oder `/recap help`.',
  'scheduled_recaps.refusal.conflict':
    'Der Zeitplan wurde inzwischen anderswo geändert. Öffne ihn erneut, um die Änderung zu sehen.',
  'scheduled_recaps.refusal.made_already':
    'Diesen Zeitplan hast du schon angelegt. `/recap list` zeigt ihn.',
  'scheduled_recaps.refusal.pause_past': 'Wähle einen Tag nach dem heutigen.',
  'scheduled_recaps.refusal.unknown_timezone':
    'Der Server kennt diese Zeitzone nicht mehr. Wähle eine andere.',
  'scheduled_recaps.refusal.not_running':
    'Zu diesem Zeitplan wird gerade nichts geschrieben, was sich abbrechen ließe.',
  'scheduled_recaps.refusal.busy':
    'Zu diesem Zeitplan wird bereits eine Zusammenfassung geschrieben.',
  'scheduled_recaps.refusal.previews':
    'Mehr als {count} Vorschauen in {minutes} Minuten sind nicht möglich. Bitte versuche es später noch einmal.',
  'scheduled_recaps.refusal.ai_tests':
    'Mehr als {count} Tests in {minutes} Minuten sind nicht möglich. Bitte versuche es später noch einmal.',
  'scheduled_recaps.refusal.server_busy':
    'Der Server ist ausgelastet. Bitte versuche es gleich noch einmal.',
  'scheduled_recaps.refusal.no_recap': 'Diese Zusammenfassung gibt es nicht mehr.',
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
  'scheduled_recaps.command.run.which': 'Welche? Nenne ihre Nummer oder ihren Titel:',
  'scheduled_recaps.command.run.unknown': 'Keiner deiner Zeitpläne heißt „{word}“.',
  'scheduled_recaps.command.autocomplete.hint': '[Befehl]',
  'scheduled_recaps.command.autocomplete.help':
    'Verfügbare Befehle: create, new, list, show, edit, run, pause, resume, delete, now, help',
  'scheduled_recaps.command.autocomplete.list': 'Deine geplanten Zusammenfassungen auflisten',
  'scheduled_recaps.command.autocomplete.now':
    'Der letzte Tag dieses Kanals oder der genannten Kanäle als Zusammenfassung',
  'scheduled_recaps.command.autocomplete.now_hint': '[~kanal …]',
  'scheduled_recaps.command.autocomplete.run': 'Einen deiner Zeitpläne sofort ausführen',
  'scheduled_recaps.command.autocomplete.run_hint': '[Nummer oder Titel]',
  'scheduled_recaps.command.autocomplete.show_help': 'Zeigen, was /recap kann',
};
