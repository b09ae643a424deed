/** Spanish, with the familiar "tú" that Mattermost uses. As long as there are things to say. */
import type { Catalogue } from './catalogue.ts';

/** Every message in Spanish, by key. The form `many` is for whole millions, which take "de". */
export const spanish: Catalogue<'one' | 'many' | 'other'> = {
  'scheduled_recaps.recap.window': '{from} – {to} ({zone})',
  'scheduled_recaps.recap.messages': {
    one: '{count} mensaje',
    many: '{count} de mensajes',
    other: '{count} mensajes',
  },
  'scheduled_recaps.recap.by_people': {
    one: 'de {count} persona',
    many: 'de {count} de personas',
    other: 'de {count} personas',
  },
  'scheduled_recaps.recap.in_channels': {
    one: 'en {count} canal',
    many: 'en {count} de canales',
    other: 'en {count} canales',
  },
  'scheduled_recaps.recap.messages_by_people': '{messages} {by_people}',
  'scheduled_recaps.recap.numbers_in_channels': '{numbers} {in_channels}',
  'scheduled_recaps.recap.files': {
    one: '{count} archivo',
    many: '{count} de archivos',
    other: '{count} archivos',
  },
  'scheduled_recaps.recap.busiest': {
    one: 'lo más comentado: {topic} ({count} mensaje)',
    many: 'lo más comentado: {topic} ({count} de mensajes)',
    other: 'lo más comentado: {topic} ({count} mensajes)',
  },
  'scheduled_recaps.recap.section.for_you': 'Para ti',
  'scheduled_recaps.recap.section.decisions': 'Decisiones',
  'scheduled_recaps.recap.section.action_items': 'Posibles tareas',
  'scheduled_recaps.recap.section.open_questions': 'Preguntas abiertas',
  'scheduled_recaps.recap.section.highlights': 'Lo más destacado',
  'scheduled_recaps.recap.head_in_channel': '{head} en {channel}',
  'scheduled_recaps.recap.head_on_topic': '{head}, sobre «{topic}»',
  'scheduled_recaps.recap.says': '{head}: {text}',
  'scheduled_recaps.recap.replies': {
    one: '{count} respuesta',
    many: '{count} de respuestas',
    other: '{count} respuestas',
  },
  'scheduled_recaps.recap.code_lines': {
    one: '{count} línea de código',
    many: '{count} de líneas de código',
    other: '{count} líneas de código',
  },
  'scheduled_recaps.recap.table_rows': {
    one: '{count} fila de tabla',
    many: '{count} de filas de tabla',
    other: '{count} filas de tabla',
  },
  'scheduled_recaps.recap.images': {
    one: '{count} imagen',
    many: '{count} de imágenes',
    other: '{count} imágenes',
  },
  'scheduled_recaps.recap.more_files': {
    one: '{count} archivo más',
    many: '{count} de archivos más',
    other: '{count} archivos más',
  },
  'scheduled_recaps.recap.no_words': '(sin texto)',
  'scheduled_recaps.recap.you': 'tú',
  'scheduled_recaps.recap.more_items': 'y {count} más',
  'scheduled_recaps.recap.more_channels': {
    one: '{count} canal más',
    many: '{count} de canales más',
    other: '{count} canales más',
  },
  'scheduled_recaps.recap.continued': '{channel} (continuación)',
  'scheduled_recaps.recap.direct': 'Mensajes directos con {people}',
  'scheduled_recaps.recap.nothing_stands_out': 'Aquí no hubo nada destacable.',
  'scheduled_recaps.recap.told_above':
    'Lo que te concierne está arriba, en «Para ti». Aquí no hubo nada más destacable.',
  'scheduled_recaps.recap.nothing_new': 'Nada nuevo en {channels}.',
  'scheduled_recaps.recap.nothing_for_you': 'Nada para ti en {channels}.',
  'scheduled_recaps.recap.only_concerns':
    'Solo incluye lo que te concierne: menciones, respuestas a ti y tus hilos.',
  'scheduled_recaps.recap.nothing_readable': 'No se pudo leer ninguno de los canales.',
  'scheduled_recaps.recap.left_out': 'No se incluye: {what}.',
  'scheduled_recaps.recap.left_out.next': '{before}; {next}',
  'scheduled_recaps.recap.left_out.unreadable': {
    one: '{count} canal que no se pudo leer',
    many: '{count} de canales que no se pudieron leer',
    other: '{count} canales que no se pudieron leer',
  },
  'scheduled_recaps.recap.left_out.excess': {
    one: '{count} canal por encima del límite',
    many: '{count} de canales por encima del límite',
    other: '{count} canales por encima del límite',
  },
  'scheduled_recaps.recap.left_out.bots': {
    one: '{count} mensaje de bots',
    many: '{count} de mensajes de bots',
    other: '{count} mensajes de bots',
  },
  'scheduled_recaps.recap.left_out.trimmed': {
    one: '{count} mensaje anterior en {channel} (antes de {since})',
    many: '{count} de mensajes anteriores en {channel} (antes de {since})',
    other: '{count} mensajes anteriores en {channel} (antes de {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_at_least': {
    one: 'más de {count} mensaje anterior en {channel} (antes de {since})',
    many: 'más de {count} de mensajes anteriores en {channel} (antes de {since})',
    other: 'más de {count} mensajes anteriores en {channel} (antes de {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_unseen':
    'todo lo anterior en {channel} (antes de {since})',
  'scheduled_recaps.recap.left_out.trimmed_many': {
    one: '{count} mensaje anterior {channels}',
    many: '{count} de mensajes anteriores {channels}',
    other: '{count} mensajes anteriores {channels}',
  },
  'scheduled_recaps.recap.left_out.lines': {
    one: '{count} línea que no cabía',
    many: '{count} de líneas que no cabían',
    other: '{count} líneas que no cabían',
  },
  'scheduled_recaps.recap.engine.built_in':
    'Citas elegidas por el motor integrado, sin IA. Cada cita tiene un enlace a su mensaje.',
  'scheduled_recaps.recap.engine.openai':
    'Escrito por una IA ({model}), que puede equivocarse: cada línea termina con enlaces a los mensajes en que se apoya.',
  'scheduled_recaps.recap.engine.agents':
    'Escrito por una IA (Mattermost Agents, {model}), que puede equivocarse: cada línea termina con enlaces a los mensajes en que se apoya.',
  'scheduled_recaps.recap.fallback.not_allowed':
    'Citado por el motor integrado, porque aquí esos canales no se muestran a la IA: {channels}.',
  'scheduled_recaps.recap.fallback.not_configured':
    'Citado por el motor integrado, porque aquí no hay ninguna IA configurada: {channels}.',
  'scheduled_recaps.recap.fallback.unavailable':
    'Citado por el motor integrado, porque la IA no estaba disponible: {channels}.',
  'scheduled_recaps.recap.fallback.timed_out':
    'Citado por el motor integrado, porque la IA tardó demasiado: {channels}.',
  'scheduled_recaps.recap.fallback.invalid_answer':
    'Citado por el motor integrado, porque la IA no dio una respuesta utilizable: {channels}.',
  'scheduled_recaps.notice.failed': 'No se pudo crear «{title}» ({when}): {reason}.',
  'scheduled_recaps.notice.missed':
    '«{title}» debía llegar a esta hora y no se envió: {when}. Motivo: {reason}.',
  'scheduled_recaps.notice.next':
    'Próximo intento: {next}. Incluirá lo que haya quedado pendiente.',
  'scheduled_recaps.notice.paused_failures':
    'Es el fallo número {count} seguido, así que la programación queda en pausa. Reanúdala cuando se haya resuelto la causa.',
  'scheduled_recaps.notice.paused': 'La programación está en pausa.',
  'scheduled_recaps.notice.once': {
    one: 'Recibirás este aviso como máximo una vez cada {count} hora.',
    many: 'Recibirás este aviso como máximo una vez cada {count} de horas.',
    other: 'Recibirás este aviso como máximo una vez cada {count} horas.',
  },
  'scheduled_recaps.reason.too_late': 'el servidor no estaba disponible a tiempo',
  'scheduled_recaps.reason.superseded': 'ya tocaba también uno posterior',
  'scheduled_recaps.reason.overlap': 'el anterior todavía se estaba escribiendo',
  'scheduled_recaps.reason.interrupted': 'el servidor se interrumpió en cada intento',
  'scheduled_recaps.reason.owner_inactive': 'la cuenta no está activa',
  'scheduled_recaps.reason.not_allowed': 'los resúmenes no están habilitados para esta cuenta',
  'scheduled_recaps.reason.unknown_timezone': 'el servidor ya no conoce su zona horaria',
  'scheduled_recaps.reason.timed_out': 'tardó demasiado',
  'scheduled_recaps.reason.no_readable_channel': 'ya no se puede leer ninguno de sus canales',
  'scheduled_recaps.reason.delivery_failed': 'no se pudo enviar el mensaje',
  'scheduled_recaps.reason.internal': 'algo falló en el servidor',
  'scheduled_recaps.action.run': 'Ejecutar de nuevo',
  'scheduled_recaps.action.pause': 'Pausar',
  'scheduled_recaps.action.resume': 'Reanudar',
  'scheduled_recaps.action.settings': 'Ajustes',
  'scheduled_recaps.action.run.started': 'Se está escribiendo «{title}». Llegará aquí.',
  'scheduled_recaps.action.run.limit': {
    one: 'No se puede pedir más de {count} resumen al día. Vuelve a intentarlo mañana.',
    many: 'No se pueden pedir más de {count} de resúmenes al día. Vuelve a intentarlo mañana.',
    other: 'No se pueden pedir más de {count} resúmenes al día. Vuelve a intentarlo mañana.',
  },
  'scheduled_recaps.action.paused':
    '«{title}» está en pausa. No llegará ningún resumen hasta que lo reanudes.',
  'scheduled_recaps.action.resumed': '«{title}» sigue en marcha. Próximo resumen: {when}.',
  'scheduled_recaps.action.limit': {
    one: 'No puede haber más de {count} programación. Elimina otra primero.',
    many: 'No puede haber más de {count} de programaciones. Elimina otra primero.',
    other: 'No puede haber más de {count} programaciones. Elimina otra primero.',
  },
  'scheduled_recaps.action.gone': 'Esta programación ya no existe.',
  'scheduled_recaps.dialog.title': 'Ajustes del resumen',
  'scheduled_recaps.dialog.save': 'Guardar',
  'scheduled_recaps.dialog.name': 'Título',
  'scheduled_recaps.dialog.date': 'Día',
  'scheduled_recaps.dialog.date_help': 'Año, mes y día, por ejemplo {example}.',
  'scheduled_recaps.dialog.time': 'Hora',
  'scheduled_recaps.dialog.time_help': 'Por ejemplo, {example}. Zona horaria: {zone}.',
  'scheduled_recaps.dialog.times': 'Horas',
  'scheduled_recaps.dialog.times_help':
    'De 1 a {most}, por ejemplo {example}. Zona horaria: {zone}.',
  'scheduled_recaps.dialog.length': 'Extensión',
  'scheduled_recaps.dialog.length.brief': 'Breve',
  'scheduled_recaps.dialog.length.standard': 'Normal',
  'scheduled_recaps.dialog.length.detailed': 'Detallado',
  'scheduled_recaps.dialog.state': 'Estado',
  'scheduled_recaps.dialog.paused': 'En pausa',
  'scheduled_recaps.dialog.error.title': 'El título debe tener entre 1 y {most} caracteres.',
  'scheduled_recaps.dialog.error.date': 'Esto no es una fecha como {example}.',
  'scheduled_recaps.dialog.error.time': 'Esto no es una hora como {example}.',
  'scheduled_recaps.dialog.error.times':
    'Indica de 1 a {most} horas distintas, por ejemplo {example}.',
  'scheduled_recaps.dialog.error.past': 'Esa hora ya pasó. Elige otra.',
  'scheduled_recaps.dialog.error.apart': {
    one: 'Entre dos horas debe haber al menos {count} minuto.',
    many: 'Entre dos horas debe haber al menos {count} de minutos.',
    other: 'Entre dos horas debe haber al menos {count} minutos.',
  },
  'scheduled_recaps.action.create': 'Crear',
  'scheduled_recaps.action.discard': 'Descartar',
  'scheduled_recaps.action.restore': 'Deshacer',
  'scheduled_recaps.welcome':
    '¡Hola! Te traigo aquí, como mensajes directos, resúmenes de los canales que elijas. `/recap list` muestra lo programado y `/recap help`, qué más puedes pedirme. Con los botones que hay debajo de cada resumen puedes repetirlo, pausarlo o cambiarlo.',
  'scheduled_recaps.slip.at': 'En {word}: {wanted}',
  'scheduled_recaps.slip.example': 'Por ejemplo: `{command}`',
  'scheduled_recaps.slip.title': 'Un título tiene {title} caracteres como máximo.',
  'scheduled_recaps.slip.when':
    'Aquí se esperaba un momento, como `{example}`, «mañana a las 9:00» o `now`.',
  'scheduled_recaps.slip.day':
    'Aquí se esperaba un día futuro, sin hora, como «lunes», «24 de diciembre» o «mañana».',
  'scheduled_recaps.slip.days':
    'Aquí se esperaban días, como `day`, `weekday`, `monday and friday`.',
  'scheduled_recaps.slip.month_day':
    'Aquí se esperaba un día del mes, como `the 1st`, `the last day` o `the first monday`.',
  'scheduled_recaps.slip.time': 'Aquí se esperaba `at` con una hora, como `at 9:00` o `at 5 pm`.',
  'scheduled_recaps.slip.other_time':
    'Puede haber de 1 a {most} horas distintas al día, y solo una si es mensual.',
  'scheduled_recaps.slip.weeks':
    'Aquí se esperaba un número de semanas, de 1 a {weeks}, como `every 2 weeks on monday`.',
  'scheduled_recaps.slip.future': 'Ese momento ya ha pasado.',
  'scheduled_recaps.slip.date': 'Ese día no existe.',
  'scheduled_recaps.slip.zone':
    'Aquí se esperaba el nombre de una zona horaria, como `Europe/Berlin`.',
  'scheduled_recaps.slip.other_zone':
    'La zona horaria va al final, por su nombre, como `in Europe/Berlin`.',
  'scheduled_recaps.slip.channels':
    'Aquí se esperaban canales, como `~town-square`, o `all unreads`.',
  'scheduled_recaps.slip.option':
    'No es ninguna de las opciones: `brief`, `detailed`, `for me`, `with bots`, `always`, `last 24 hours`, `last week`, `since last read`, `in Europe/Berlin`.',
  'scheduled_recaps.slip.end':
    'Aquí no se esperaba nada más. Un momento se escribe como `{example}`.',
  'scheduled_recaps.option.for_me': 'solo lo que te concierne',
  'scheduled_recaps.option.with_bots': 'con mensajes de bots',
  'scheduled_recaps.option.always': 'también si no hay nada nuevo',
  'scheduled_recaps.option.since_last_read': 'desde tu última lectura',
  'scheduled_recaps.option.last_24h': 'las últimas 24 horas',
  'scheduled_recaps.option.last_week': 'la última semana',
  'scheduled_recaps.run.claimed': 'en preparación',
  'scheduled_recaps.run.delivering': 'enviándose',
  'scheduled_recaps.run.delivered': 'entregado',
  'scheduled_recaps.run.empty': 'sin novedades',
  'scheduled_recaps.run.failed': 'fallido',
  'scheduled_recaps.run.missed': 'perdido',
  'scheduled_recaps.run.skipped': 'omitido',
  'scheduled_recaps.run.cancelled': 'cancelado',
  'scheduled_recaps.command.create.when': 'Cuándo: {when}',
  'scheduled_recaps.command.create.channels': 'Canales: {channels}',
  'scheduled_recaps.command.create.all_unreads': 'Todos los canales no leídos',
  'scheduled_recaps.command.create.options': 'Opciones: {options}',
  'scheduled_recaps.command.create.next': 'Próximos: {runs}',
  'scheduled_recaps.command.create.confirm':
    'Todavía no hay nada programado. Pulsa **{button}** si es lo que quieres.',
  'scheduled_recaps.command.create.done': '«{title}» está programado. Primer resumen: {when}.',
  'scheduled_recaps.command.create.discarded': 'Descartado. No hay nada programado.',
  'scheduled_recaps.command.create.unreadable': 'Ya no puedes leer uno de esos canales.',
  'scheduled_recaps.command.pause.until': '«{title}» está en pausa. Continúa: {when}.',
  'scheduled_recaps.command.pause.over': 'Ni ese día ni después se ejecutaría.',
  'scheduled_recaps.command.pause.finished': '«{title}» ya terminó. No hay nada que pausar.',
  'scheduled_recaps.command.delete.done':
    '«{title}» se ha eliminado. Puedes deshacerlo durante diez minutos.',
  'scheduled_recaps.command.delete.restored': '«{title}» está de vuelta.',
  'scheduled_recaps.command.show.resumes': 'Continúa: {when}',
  'scheduled_recaps.command.show.no_runs': 'Aún no se ha ejecutado.',
  'scheduled_recaps.command.show.runs': 'Últimas ejecuciones:',
  'scheduled_recaps.command.show.run': '{when}: {status}',
  'scheduled_recaps.command.show.run_reason': '{when}: {status}, {reason}',
  'scheduled_recaps.dialog.new.title': 'Nuevo resumen',
  'scheduled_recaps.dialog.new.intro': 'Un resumen de {channel}.',
  'scheduled_recaps.dialog.new.next': 'Siguiente',
  'scheduled_recaps.dialog.new.days': 'Días',
  'scheduled_recaps.dialog.new.weekdays': 'Cada día laborable',
  'scheduled_recaps.dialog.new.every_day': 'Cada día',
  'scheduled_recaps.dialog.own_words': 'Cuándo, con tus palabras',
  'scheduled_recaps.dialog.own_words_help':
    'Sustituye a los campos de arriba si no está vacío. Como {example} o {once}.',
  'scheduled_recaps.command.autocomplete.create': 'Programar un resumen en una línea',
  'scheduled_recaps.command.autocomplete.create_hint': 'every weekday at 9:00 ~canal',
  'scheduled_recaps.command.autocomplete.new': 'Programar un resumen en un formulario',
  'scheduled_recaps.command.autocomplete.show':
    'Mostrar una de tus programaciones y sus resultados',
  'scheduled_recaps.command.autocomplete.edit': 'Cambiar una de tus programaciones',
  'scheduled_recaps.command.autocomplete.pause':
    'Pausar una de tus programaciones, sin fin o hasta un día',
  'scheduled_recaps.command.autocomplete.resume': 'Reanudar una de tus programaciones',
  'scheduled_recaps.command.autocomplete.delete': 'Eliminar una de tus programaciones',
  'scheduled_recaps.command.help': [
    '##### Scheduled Recaps',
    'Resúmenes de los canales que elijas, enviados como mensaje directo.',
    '- `/recap create every weekday at 9:00 ~canal`: una programación; la ves en palabras antes de que cuente',
    '- `/recap new`: lo mismo en un formulario',
    '- `/recap now`: un resumen del último día de este canal, al momento',
    '- `/recap now ~canal ~otro`: un resumen del último día de estos canales',
    '- `/recap list`: tus programaciones, cada una con su número',
    '- `/recap show 1`: la programación número 1 con sus próximas y últimas ejecuciones',
    '- `/recap edit 1`, `/recap pause 1`, `/recap pause 1 until monday`, `/recap resume 1`, `/recap delete 1`',
    '- `/recap run 1`: ejecuta al momento la programación número 1',
    '- `/recap help`: este texto',
    '',
    'Otros momentos: «mañana a las 9:00», `every monday and friday at 9:00 and 17:00`, `every 2 weeks on monday at 9:00`, `every month on the last friday at 9:00`. En lugar de canales: `all unreads`. Detrás: `brief`, `detailed`, `for me`, `with bots`, `always`, `last week`, `in Europe/Berlin`.',
  ].join('\n'),
  'scheduled_recaps.command.unknown':
    'No existe `/recap {word}`. Prueba con `/recap create`, `/recap list` o `/recap help`.',
  'scheduled_recaps.refusal.conflict':
    'La programación se ha cambiado entretanto en otro lugar. Vuelve a abrirla para ver el cambio.',
  'scheduled_recaps.refusal.made_already':
    'Esta programación ya se ha creado. `/recap list` la muestra.',
  'scheduled_recaps.refusal.pause_past': 'Elige un día posterior a hoy.',
  'scheduled_recaps.refusal.unknown_timezone':
    'El servidor ya no conoce esta zona horaria. Elige otra.',
  'scheduled_recaps.refusal.not_running':
    'No se está escribiendo ningún resumen de esta programación que se pueda cancelar.',
  'scheduled_recaps.refusal.busy': 'Ya se está escribiendo un resumen de esta programación.',
  'scheduled_recaps.refusal.previews':
    'No se pueden hacer más de {count} vistas previas en {minutes} minutos. Inténtalo más tarde.',
  'scheduled_recaps.refusal.ai_tests':
    'No se pueden hacer más de {count} pruebas en {minutes} minutos. Inténtalo más tarde.',
  'scheduled_recaps.refusal.server_busy':
    'El servidor está ocupado. Inténtalo de nuevo en un momento.',
  'scheduled_recaps.refusal.no_recap': 'Este resumen ya no existe.',
  'scheduled_recaps.refused':
    'Los resúmenes programados no están habilitados para tu cuenta. Consulta a tu administrador.',
  'scheduled_recaps.command.failed': 'No funcionó. Vuelve a intentarlo en un minuto.',
  'scheduled_recaps.command.list.none': 'Todavía no tienes resúmenes programados.',
  'scheduled_recaps.command.list.title': {
    one: 'Tienes {count} resumen programado.',
    many: 'Tienes {count} de resúmenes programados.',
    other: 'Tienes {count} resúmenes programados.',
  },
  'scheduled_recaps.command.list.next': 'próximo: {when}',
  'scheduled_recaps.command.list.paused': 'en pausa',
  'scheduled_recaps.command.list.finished': 'terminado',
  'scheduled_recaps.command.list.running': 'se está escribiendo',
  'scheduled_recaps.command.list.hint': 'Ejecuta uno con `/recap run 1`.',
  'scheduled_recaps.command.now.title': '{channels}: el último día',
  'scheduled_recaps.command.now.started':
    'Se está escribiendo un resumen del último día en {channels}. Llegará como mensaje directo de @{bot}.',
  'scheduled_recaps.command.now.busy':
    'El último resumen que pediste todavía se está escribiendo. Vuelve a intentarlo en un momento.',
  'scheduled_recaps.command.now.not_here': 'No puedes leer este canal, así que no hay resumen.',
  'scheduled_recaps.command.now.unknown':
    'Este equipo no tiene ningún canal {channels} del que seas miembro. Los nombres son los de la dirección, por ejemplo `~town-square`.',
  'scheduled_recaps.command.now.too_many': {
    one: 'En un resumen cabe como máximo {count} canal.',
    many: 'En un resumen caben como máximo {count} de canales.',
    other: 'En un resumen caben como máximo {count} canales.',
  },
  'scheduled_recaps.command.run.started':
    'Se está escribiendo «{title}». Llegará como mensaje directo de @{bot}.',
  'scheduled_recaps.command.run.which': '¿Cuál? Indica su número o su título:',
  'scheduled_recaps.command.run.unknown': 'Ninguna de tus programaciones se llama «{word}».',
  'scheduled_recaps.command.autocomplete.hint': '[comando]',
  'scheduled_recaps.command.autocomplete.help':
    'Comandos disponibles: create, new, list, show, edit, run, pause, resume, delete, now, help',
  'scheduled_recaps.command.autocomplete.list': 'Mostrar tus resúmenes programados',
  'scheduled_recaps.command.autocomplete.now':
    'Un resumen del último día de este canal o de los que indiques',
  'scheduled_recaps.command.autocomplete.now_hint': '[~canal …]',
  'scheduled_recaps.command.autocomplete.run': 'Ejecutar al momento una de tus programaciones',
  'scheduled_recaps.command.autocomplete.run_hint': '[número o título]',
  'scheduled_recaps.command.autocomplete.show_help': 'Mostrar lo que puede hacer /recap',
};
