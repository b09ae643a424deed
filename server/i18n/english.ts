/** English: the catalogue that names all messages. As long as there are things to say. */
import type { Message } from './message.ts';

/** Every message in English, by key. */
export const english = {
  'scheduled_recaps.recap.window': '{from} to {to} ({zone})',
  'scheduled_recaps.recap.messages': { one: '{count} message', other: '{count} messages' },
  'scheduled_recaps.recap.by_people': { one: 'by {count} person', other: 'by {count} people' },
  'scheduled_recaps.recap.in_channels': { one: 'in {count} channel', other: 'in {count} channels' },
  'scheduled_recaps.recap.messages_by_people': '{messages} {by_people}',
  'scheduled_recaps.recap.numbers_in_channels': '{numbers} {in_channels}',
  'scheduled_recaps.recap.files': { one: '{count} file', other: '{count} files' },
  'scheduled_recaps.recap.busiest': {
    one: 'busiest: {topic} ({count} message)',
    other: 'busiest: {topic} ({count} messages)',
  },
  'scheduled_recaps.recap.section.for_you': 'For you',
  'scheduled_recaps.recap.section.decisions': 'Decisions',
  'scheduled_recaps.recap.section.action_items': 'Possible action items',
  'scheduled_recaps.recap.section.open_questions': 'Open questions',
  'scheduled_recaps.recap.section.highlights': 'Highlights',
  'scheduled_recaps.recap.head_in_channel': '{head} in {channel}',
  'scheduled_recaps.recap.head_on_topic': '{head}, on “{topic}”',
  'scheduled_recaps.recap.says': '{head}: {text}',
  'scheduled_recaps.recap.replies': { one: '{count} reply', other: '{count} replies' },
  'scheduled_recaps.recap.code_lines': {
    one: '{count} line of code',
    other: '{count} lines of code',
  },
  'scheduled_recaps.recap.table_rows': { one: '{count} table row', other: '{count} table rows' },
  'scheduled_recaps.recap.images': { one: '{count} picture', other: '{count} pictures' },
  'scheduled_recaps.recap.more_files': { one: '{count} more file', other: '{count} more files' },
  'scheduled_recaps.recap.no_words': '(no text)',
  'scheduled_recaps.recap.you': 'you',
  'scheduled_recaps.recap.more_items': 'and {count} more',
  'scheduled_recaps.recap.more_channels': {
    one: '{count} more channel',
    other: '{count} more channels',
  },
  'scheduled_recaps.recap.continued': '{channel} (continued)',
  'scheduled_recaps.recap.direct': 'Direct messages with {people}',
  'scheduled_recaps.recap.nothing_stands_out': 'Nothing stood out here.',
  'scheduled_recaps.recap.told_above':
    'What there is for you stands above, under “For you”. Nothing else stood out here.',
  'scheduled_recaps.recap.nothing_new': 'Nothing new in {channels}.',
  'scheduled_recaps.recap.nothing_for_you': 'Nothing for you in {channels}.',
  'scheduled_recaps.recap.only_concerns':
    'Only what concerns you is in it: mentions, replies to you, and your threads.',
  'scheduled_recaps.recap.nothing_readable': 'None of the channels could be read.',
  'scheduled_recaps.recap.left_out': 'Left out: {what}.',
  'scheduled_recaps.recap.left_out.next': '{before}; {next}',
  'scheduled_recaps.recap.left_out.unreadable': {
    one: '{count} channel that could not be read',
    other: '{count} channels that could not be read',
  },
  'scheduled_recaps.recap.left_out.excess': {
    one: '{count} channel over the limit',
    other: '{count} channels over the limit',
  },
  'scheduled_recaps.recap.left_out.bots': {
    one: '{count} post by bots',
    other: '{count} posts by bots',
  },
  'scheduled_recaps.recap.left_out.trimmed': {
    one: '{count} older message in {channel} (before {since})',
    other: '{count} older messages in {channel} (before {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_at_least': {
    one: 'more than {count} older message in {channel} (before {since})',
    other: 'more than {count} older messages in {channel} (before {since})',
  },
  'scheduled_recaps.recap.left_out.trimmed_unseen':
    'whatever is older in {channel} (before {since})',
  'scheduled_recaps.recap.left_out.trimmed_many': {
    one: '{count} older message {channels}',
    other: '{count} older messages {channels}',
  },
  'scheduled_recaps.recap.left_out.lines': {
    one: '{count} line that did not fit',
    other: '{count} lines that did not fit',
  },
  'scheduled_recaps.recap.engine.built_in':
    'Quotes chosen by the built-in engine, without AI. Every quote links to its message.',
  'scheduled_recaps.recap.engine.openai':
    'Written by AI ({model}), which can be wrong: every line ends with links to the messages that it rests on.',
  'scheduled_recaps.recap.engine.agents':
    'Written by AI (Mattermost Agents, {model}), which can be wrong: every line ends with links to the messages that it rests on.',
  'scheduled_recaps.recap.fallback.not_allowed':
    'Quoted by the built-in engine, because such channels are not shown to the AI here: {channels}.',
  'scheduled_recaps.recap.fallback.not_configured':
    'Quoted by the built-in engine, because no AI is set up here: {channels}.',
  'scheduled_recaps.recap.fallback.unavailable':
    'Quoted by the built-in engine, because the AI was not available: {channels}.',
  'scheduled_recaps.recap.fallback.timed_out':
    'Quoted by the built-in engine, because the AI took too long: {channels}.',
  'scheduled_recaps.recap.fallback.invalid_answer':
    'Quoted by the built-in engine, because the AI gave no usable answer: {channels}.',
  'scheduled_recaps.notice.failed': '“{title}” of {when} could not be made: {reason}.',
  'scheduled_recaps.notice.missed': '“{title}” was due at {when} and was not sent: {reason}.',
  'scheduled_recaps.notice.next': 'It is tried again {next}. What it has missed will be in it.',
  'scheduled_recaps.notice.paused_failures':
    'This was failure number {count} in a row, so the schedule is paused. Resume it when the cause is gone.',
  'scheduled_recaps.notice.paused': 'The schedule is paused.',
  'scheduled_recaps.notice.once': {
    one: 'You hear of this once in {count} hour at most.',
    other: 'You hear of this once in {count} hours at most.',
  },
  'scheduled_recaps.reason.too_late': 'the server was not there in time',
  'scheduled_recaps.reason.superseded': 'a later one was due as well',
  'scheduled_recaps.reason.overlap': 'the one before was still being written',
  'scheduled_recaps.reason.interrupted': 'the server was interrupted each time',
  'scheduled_recaps.reason.owner_inactive': 'the account is not active',
  'scheduled_recaps.reason.not_allowed': 'recaps are not enabled for this account',
  'scheduled_recaps.reason.unknown_timezone': 'the server does not know its time zone any more',
  'scheduled_recaps.reason.timed_out': 'it took too long',
  'scheduled_recaps.reason.no_readable_channel': 'none of its channels can be read any more',
  'scheduled_recaps.reason.delivery_failed': 'the message could not be sent',
  'scheduled_recaps.reason.internal': 'something went wrong in the server',
  'scheduled_recaps.action.run': 'Run again',
  'scheduled_recaps.action.pause': 'Pause',
  'scheduled_recaps.action.resume': 'Resume',
  'scheduled_recaps.action.settings': 'Settings',
  'scheduled_recaps.action.run.started': '“{title}” is being written. It will arrive here.',
  'scheduled_recaps.action.run.limit': {
    one: 'No more than {count} recap a day can be asked for. Please try again tomorrow.',
    other: 'No more than {count} recaps a day can be asked for. Please try again tomorrow.',
  },
  'scheduled_recaps.action.paused': '“{title}” is paused. No recap comes until you resume it.',
  'scheduled_recaps.action.resumed': '“{title}” goes on. The next recap comes {when}.',
  'scheduled_recaps.action.limit': {
    one: 'You can have no more than {count} schedule. Delete another first.',
    other: 'You can have no more than {count} schedules. Delete another first.',
  },
  'scheduled_recaps.action.gone': 'This schedule no longer exists.',
  'scheduled_recaps.dialog.title': 'Recap settings',
  'scheduled_recaps.dialog.save': 'Save',
  'scheduled_recaps.dialog.name': 'Title',
  'scheduled_recaps.dialog.date': 'Day',
  'scheduled_recaps.dialog.date_help': 'Year, month and day, such as {example}.',
  'scheduled_recaps.dialog.time': 'Time',
  'scheduled_recaps.dialog.time_help': 'Such as {example}. Time zone: {zone}.',
  'scheduled_recaps.dialog.times': 'Times',
  'scheduled_recaps.dialog.times_help': '1 to {most}, such as {example}. Time zone: {zone}.',
  'scheduled_recaps.dialog.length': 'Length',
  'scheduled_recaps.dialog.length.brief': 'Brief',
  'scheduled_recaps.dialog.length.standard': 'Standard',
  'scheduled_recaps.dialog.length.detailed': 'Detailed',
  'scheduled_recaps.dialog.state': 'State',
  'scheduled_recaps.dialog.paused': 'Paused',
  'scheduled_recaps.dialog.error.title': 'A title has 1 to {most} characters.',
  'scheduled_recaps.dialog.error.date': 'This is not a date such as {example}.',
  'scheduled_recaps.dialog.error.time': 'This is not a time such as {example}.',
  'scheduled_recaps.dialog.error.times': 'Give 1 to {most} different times, such as {example}.',
  'scheduled_recaps.dialog.error.past': 'This time has passed. Choose another.',
  'scheduled_recaps.dialog.error.apart': {
    one: 'There must be {count} minute at least between two times.',
    other: 'There must be {count} minutes at least between two times.',
  },
  'scheduled_recaps.action.create': 'Create',
  'scheduled_recaps.action.discard': 'Discard',
  'scheduled_recaps.action.restore': 'Undo',
  'scheduled_recaps.welcome':
    'Hello! I bring you recaps of the channels you choose, as direct messages here. `/recap list` shows what is scheduled, and `/recap help` what else you can ask of me. The buttons below each recap run it again, pause it or change it.',
  'scheduled_recaps.slip.at': 'At {word}: {wanted}',
  'scheduled_recaps.slip.example': 'For example: `{command}`',
  'scheduled_recaps.slip.title': 'A title has at most {title} characters.',
  'scheduled_recaps.slip.when':
    'A time was expected here, such as `{example}`, “tomorrow at 9:00” or `now`.',
  'scheduled_recaps.slip.day':
    'A day that lies ahead was expected here, such as “monday”, “24 December” or “tomorrow”, without a time.',
  'scheduled_recaps.slip.days':
    'Days were expected here, such as `day`, `weekday`, `monday and friday`.',
  'scheduled_recaps.slip.month_day':
    'A day of the month was expected here, such as `the 1st`, `the last day` or `the first monday`.',
  'scheduled_recaps.slip.time':
    '`at` and a time of day were expected here, such as `at 9:00` or `at 5 pm`.',
  'scheduled_recaps.slip.other_time':
    'There can be 1 to {most} different times a day, and one only where it is once a month.',
  'scheduled_recaps.slip.weeks':
    'A number of weeks was expected here, 1 to {weeks}, such as `every 2 weeks on monday`.',
  'scheduled_recaps.slip.future': 'This time has passed.',
  'scheduled_recaps.slip.date': 'There is no such day.',
  'scheduled_recaps.slip.zone':
    'The name of a time zone was expected here, such as `Europe/Berlin`.',
  'scheduled_recaps.slip.other_zone':
    'A time zone goes at the end, by its name, such as `in Europe/Berlin`.',
  'scheduled_recaps.slip.channels':
    'Channels were expected here, such as `~town-square`, or `all unreads`.',
  'scheduled_recaps.slip.option':
    'This is none of the options: `brief`, `detailed`, `for me`, `with bots`, `always`, `last 24 hours`, `last week`, `since last read`, `in Europe/Berlin`.',
  'scheduled_recaps.slip.end':
    'Nothing more was expected here. A time is written such as `{example}`.',
  'scheduled_recaps.option.for_me': 'only what concerns you',
  'scheduled_recaps.option.with_bots': 'with posts by bots',
  'scheduled_recaps.option.always': 'also when there is nothing new',
  'scheduled_recaps.option.since_last_read': 'since you last read',
  'scheduled_recaps.option.last_24h': 'the last 24 hours',
  'scheduled_recaps.option.last_week': 'the last week',
  'scheduled_recaps.run.claimed': 'being made',
  'scheduled_recaps.run.delivering': 'being sent',
  'scheduled_recaps.run.delivered': 'delivered',
  'scheduled_recaps.run.empty': 'nothing new',
  'scheduled_recaps.run.failed': 'failed',
  'scheduled_recaps.run.missed': 'missed',
  'scheduled_recaps.run.skipped': 'skipped',
  'scheduled_recaps.run.cancelled': 'cancelled',
  'scheduled_recaps.command.create.when': 'When: {when}',
  'scheduled_recaps.command.create.channels': 'Channels: {channels}',
  'scheduled_recaps.command.create.all_unreads': 'All unread channels',
  'scheduled_recaps.command.create.options': 'Options: {options}',
  'scheduled_recaps.command.create.next': 'Next: {runs}',
  'scheduled_recaps.command.create.confirm':
    'Nothing is scheduled yet. Press **{button}** if this is what you mean.',
  'scheduled_recaps.command.create.done': '“{title}” is scheduled. The first recap comes {when}.',
  'scheduled_recaps.command.create.discarded': 'Discarded. Nothing is scheduled.',
  'scheduled_recaps.command.create.unreadable': 'You cannot read one of these channels any more.',
  'scheduled_recaps.command.pause.until': '“{title}” is paused. It goes on {when}.',
  'scheduled_recaps.command.pause.over': 'This is no day on or after which it would run.',
  'scheduled_recaps.command.pause.finished': '“{title}” is done. There is nothing to pause.',
  'scheduled_recaps.command.delete.done':
    '“{title}” is deleted. For ten minutes you can undo this.',
  'scheduled_recaps.command.delete.restored': '“{title}” is back.',
  'scheduled_recaps.command.show.resumes': 'Goes on: {when}',
  'scheduled_recaps.command.show.no_runs': 'It has not run yet.',
  'scheduled_recaps.command.show.runs': 'Last runs:',
  'scheduled_recaps.command.show.run': '{when}: {status}',
  'scheduled_recaps.command.show.run_reason': '{when}: {status}, {reason}',
  'scheduled_recaps.dialog.new.title': 'New recap',
  'scheduled_recaps.dialog.new.intro': 'A recap of {channel}.',
  'scheduled_recaps.dialog.new.next': 'Next',
  'scheduled_recaps.dialog.new.days': 'Days',
  'scheduled_recaps.dialog.new.weekdays': 'Every weekday',
  'scheduled_recaps.dialog.new.every_day': 'Every day',
  'scheduled_recaps.dialog.own_words': 'When, in your own words',
  'scheduled_recaps.dialog.own_words_help':
    'Takes the place of the fields above, where it is not empty. Such as {example} or {once}.',
  'scheduled_recaps.command.autocomplete.create': 'Schedule a recap, in one line',
  'scheduled_recaps.command.autocomplete.create_hint': 'every weekday at 9:00 ~channel',
  'scheduled_recaps.command.autocomplete.new': 'Schedule a recap in a form',
  'scheduled_recaps.command.autocomplete.show': 'Show one of your schedules and what came of it',
  'scheduled_recaps.command.autocomplete.edit': 'Change one of your schedules',
  'scheduled_recaps.command.autocomplete.pause':
    'Pause one of your schedules, for good or until a day',
  'scheduled_recaps.command.autocomplete.resume': 'Let one of your schedules run again',
  'scheduled_recaps.command.autocomplete.delete': 'Delete one of your schedules',
  'scheduled_recaps.command.help': [
    '##### Scheduled Recaps',
    'Recaps of the channels you choose, sent to you as a direct message.',
    '- `/recap create every weekday at 9:00 ~channel`: a schedule; you see it in words before it counts',
    '- `/recap new`: the same in a form',
    '- `/recap now`: a recap of the last day of this channel, at once',
    '- `/recap now ~channel ~other`: a recap of the last day of these channels',
    '- `/recap list`: your schedules, each with its number',
    '- `/recap show 1`: schedule number 1 with its next and last runs',
    '- `/recap edit 1`, `/recap pause 1`, `/recap pause 1 until monday`, `/recap resume 1`, `/recap delete 1`',
    '- `/recap run 1`: run schedule number 1 at once',
    '- `/recap help`: this text',
    '',
    'Other times: “tomorrow at 9:00”, `every monday and friday at 9:00 and 17:00`, `every 2 weeks on monday at 9:00`, `every month on the last friday at 9:00`. Instead of channels: `all unreads`. Behind them: `brief`, `detailed`, `for me`, `with bots`, `always`, `last week`, `in Europe/Berlin`.',
  ].join('\n'),
  'scheduled_recaps.command.unknown':
    'There is no `/recap {word}`. Try `/recap create`, `/recap list` or `/recap help`.',
  'scheduled_recaps.refusal.conflict':
    'The schedule was changed elsewhere meanwhile. Open it again to see the change.',
  'scheduled_recaps.refusal.made_already':
    'This schedule has been created already. `/recap list` shows it.',
  'scheduled_recaps.refusal.pause_past': 'Choose a day after today.',
  'scheduled_recaps.refusal.unknown_timezone':
    'The server does not know this time zone any more. Choose another.',
  'scheduled_recaps.refusal.not_running':
    'No recap of this schedule is being written that could be cancelled.',
  'scheduled_recaps.refusal.busy': 'A recap of this schedule is being written already.',
  'scheduled_recaps.refusal.previews':
    'No more than {count} previews can be made in {minutes} minutes. Please try again later.',
  'scheduled_recaps.refusal.ai_tests':
    'No more than {count} tests can be made in {minutes} minutes. Please try again later.',
  'scheduled_recaps.refusal.server_busy': 'The server is busy. Please try again in a moment.',
  'scheduled_recaps.refusal.no_recap': 'This recap no longer exists.',
  'scheduled_recaps.refused':
    'Scheduled recaps are not enabled for your account. Ask your administrator.',
  'scheduled_recaps.command.failed': 'That did not work. Please try again in a minute.',
  'scheduled_recaps.command.list.none': 'You have no scheduled recaps yet.',
  'scheduled_recaps.command.list.title': {
    one: 'You have {count} scheduled recap.',
    other: 'You have {count} scheduled recaps.',
  },
  'scheduled_recaps.command.list.next': 'next: {when}',
  'scheduled_recaps.command.list.paused': 'paused',
  'scheduled_recaps.command.list.finished': 'done',
  'scheduled_recaps.command.list.running': 'running now',
  'scheduled_recaps.command.list.hint': 'Run one with `/recap run 1`.',
  'scheduled_recaps.command.now.title': '{channels}: the last day',
  'scheduled_recaps.command.now.started':
    'A recap of the last day in {channels} is being written. It will arrive as a direct message from @{bot}.',
  'scheduled_recaps.command.now.busy':
    'The last recap that you asked for is still being written. Please try again in a moment.',
  'scheduled_recaps.command.now.not_here':
    'You cannot read this channel, so there is no recap of it.',
  'scheduled_recaps.command.now.unknown':
    'This team has no channel {channels} that you are a member of. Names are those in the address, such as `~town-square`.',
  'scheduled_recaps.command.now.too_many': {
    one: 'At most {count} channel goes into one recap.',
    other: 'At most {count} channels go into one recap.',
  },
  'scheduled_recaps.command.run.started':
    '“{title}” is being written. It will arrive as a direct message from @{bot}.',
  'scheduled_recaps.command.run.which': 'Which one? Give its number or title:',
  'scheduled_recaps.command.run.unknown': 'None of your schedules is “{word}”.',
  'scheduled_recaps.command.autocomplete.hint': '[command]',
  'scheduled_recaps.command.autocomplete.help':
    'Available commands: create, new, list, show, edit, run, pause, resume, delete, now, help',
  'scheduled_recaps.command.autocomplete.list': 'List your scheduled recaps',
  'scheduled_recaps.command.autocomplete.now':
    'A recap of the last day of this channel, or of those you name',
  'scheduled_recaps.command.autocomplete.now_hint': '[~channel …]',
  'scheduled_recaps.command.autocomplete.run': 'Run one of your schedules at once',
  'scheduled_recaps.command.autocomplete.run_hint': '[number or title]',
  'scheduled_recaps.command.autocomplete.show_help': 'Say what /recap can do',
} as const satisfies Record<`scheduled_recaps.${string}`, Message>;
