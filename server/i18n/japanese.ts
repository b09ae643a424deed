/**
 * Japanese, in the polite form that Mattermost uses. A half-width space stands beside whatever may be bold: without it
 * Markdown takes the asterisks next to a bracket for characters.
 */
import type { Catalogue } from './catalogue.ts';

/** Every message in Japanese, by key. */
export const japanese: Catalogue<'other'> = {
  'scheduled_recaps.recap.window': '{from} ～ {to}（{zone}）',
  'scheduled_recaps.recap.messages': 'メッセージ {count} 件',
  'scheduled_recaps.recap.by_people': '{count} 人',
  'scheduled_recaps.recap.in_channels': '{count} チャンネル',
  'scheduled_recaps.recap.messages_by_people': '{messages}（{by_people}）',
  'scheduled_recaps.recap.numbers_in_channels': '{in_channels}、{numbers}',
  'scheduled_recaps.recap.files': 'ファイル {count} 件',
  'scheduled_recaps.recap.busiest': '最も活発な話題：{topic}（メッセージ {count} 件）',
  'scheduled_recaps.recap.section.for_you': 'あなた宛て',
  'scheduled_recaps.recap.section.decisions': '決定事項',
  'scheduled_recaps.recap.section.action_items': '対応事項の候補',
  'scheduled_recaps.recap.section.open_questions': '未解決の質問',
  'scheduled_recaps.recap.section.highlights': '主な話題',
  'scheduled_recaps.recap.head_in_channel': '{head}（{channel}）',
  'scheduled_recaps.recap.head_on_topic': '{head}、「{topic}」について',
  'scheduled_recaps.recap.says': '{head}：{text}',
  'scheduled_recaps.recap.replies': '返信 {count} 件',
  'scheduled_recaps.recap.code_lines': 'コード {count} 行',
  'scheduled_recaps.recap.table_rows': '表 {count} 行',
  'scheduled_recaps.recap.images': '画像 {count} 件',
  'scheduled_recaps.recap.more_files': '他のファイル {count} 件',
  'scheduled_recaps.recap.no_words': '（本文なし）',
  'scheduled_recaps.recap.you': 'あなた',
  'scheduled_recaps.recap.more_items': '他 {count} 件',
  'scheduled_recaps.recap.more_channels': '他 {count} チャンネル',
  'scheduled_recaps.recap.continued': '{channel}（続き）',
  'scheduled_recaps.recap.direct': '{people} とのダイレクトメッセージ',
  'scheduled_recaps.recap.nothing_stands_out': '特に目立った内容はありませんでした。',
  'scheduled_recaps.recap.told_above':
    'あなたに関する内容は上の「あなた宛て」にあります。ほかに目立った内容はありませんでした。',
  'scheduled_recaps.recap.nothing_new': '新しいメッセージなし：{channels}。',
  'scheduled_recaps.recap.nothing_for_you': 'あなたに関する内容なし：{channels}。',
  'scheduled_recaps.recap.only_concerns':
    'あなたに関する内容（メンション、あなたへの返信、あなたのスレッド）だけを含みます。',
  'scheduled_recaps.recap.nothing_readable': '読み取れるチャンネルがありませんでした。',
  'scheduled_recaps.recap.left_out': '含まれていないもの：{what}。',
  'scheduled_recaps.recap.left_out.next': '{before}、{next}',
  'scheduled_recaps.recap.left_out.unreadable': '読み取れなかったチャンネル {count} 件',
  'scheduled_recaps.recap.left_out.excess': '上限を超えたチャンネル {count} 件',
  'scheduled_recaps.recap.left_out.bots': 'ボットの投稿 {count} 件',
  'scheduled_recaps.recap.left_out.trimmed':
    '{channel} の古いメッセージ {count} 件（{since} より前）',
  'scheduled_recaps.recap.left_out.trimmed_at_least':
    '{channel} の古いメッセージ {count} 件以上（{since} より前）',
  'scheduled_recaps.recap.left_out.trimmed_unseen':
    '{channel} のさらに古いメッセージ（{since} より前）',
  'scheduled_recaps.recap.left_out.trimmed_many': '{channels}の古いメッセージ {count} 件',
  'scheduled_recaps.recap.left_out.lines': '収まりきらなかった {count} 行',
  'scheduled_recaps.recap.engine.built_in':
    '内蔵エンジンが AI を使わずに選んだ引用です。どの引用にも元のメッセージへのリンクがあります。',
  'scheduled_recaps.recap.engine.openai':
    'AI（{model}）が作成しました。誤りを含むことがあります。各行の終わりに、根拠となったメッセージへのリンクがあります。',
  'scheduled_recaps.recap.engine.agents':
    'AI（Mattermost Agents、{model}）が作成しました。誤りを含むことがあります。各行の終わりに、根拠となったメッセージへのリンクがあります。',
  'scheduled_recaps.recap.fallback.not_allowed':
    'こうしたチャンネルを AI に渡さない設定のため、内蔵エンジンが引用しました：{channels}。',
  'scheduled_recaps.recap.fallback.not_configured':
    'AI が設定されていないため、内蔵エンジンが引用しました：{channels}。',
  'scheduled_recaps.recap.fallback.unavailable':
    'AI を利用できなかったため、内蔵エンジンが引用しました：{channels}。',
  'scheduled_recaps.recap.fallback.timed_out':
    'AI の応答に時間がかかりすぎたため、内蔵エンジンが引用しました：{channels}。',
  'scheduled_recaps.recap.fallback.invalid_answer':
    'AI の回答を利用できなかったため、内蔵エンジンが引用しました：{channels}。',
  'scheduled_recaps.notice.failed': '「{title}」（{when}）を作成できませんでした：{reason}。',
  'scheduled_recaps.notice.missed':
    '「{title}」は {when} に届く予定でしたが、送信されませんでした：{reason}。',
  'scheduled_recaps.notice.next': '次は {next} に再試行します。届かなかった分もそこに含まれます。',
  'scheduled_recaps.notice.paused_failures':
    '{count} 回連続で失敗したため、スケジュールを一時停止しました。原因が解消したら再開してください。',
  'scheduled_recaps.notice.paused': 'スケジュールは一時停止中です。',
  'scheduled_recaps.notice.once': 'このお知らせは {count} 時間に 1 回までです。',
  'scheduled_recaps.reason.too_late': '予定の時刻にサーバーが動作していませんでした',
  'scheduled_recaps.reason.superseded': '次の回の時刻も過ぎていました',
  'scheduled_recaps.reason.overlap': '前の回がまだ作成中でした',
  'scheduled_recaps.reason.interrupted': 'サーバーが毎回中断しました',
  'scheduled_recaps.reason.owner_inactive': 'アカウントが無効です',
  'scheduled_recaps.reason.not_allowed': 'このアカウントではまとめの利用が許可されていません',
  'scheduled_recaps.reason.unknown_timezone': 'サーバーがこのタイムゾーンを認識できなくなりました',
  'scheduled_recaps.reason.timed_out': '時間がかかりすぎました',
  'scheduled_recaps.reason.no_readable_channel': '読み取れるチャンネルがなくなりました',
  'scheduled_recaps.reason.delivery_failed': 'メッセージを送信できませんでした',
  'scheduled_recaps.reason.internal': 'サーバーで問題が発生しました',
  'scheduled_recaps.action.run': 'もう一度実行',
  'scheduled_recaps.action.pause': '一時停止',
  'scheduled_recaps.action.resume': '再開',
  'scheduled_recaps.action.settings': '設定',
  'scheduled_recaps.action.run.started': '「{title}」を作成しています。ここに届きます。',
  'scheduled_recaps.action.run.limit':
    'まとめを依頼できるのは 1 日 {count} 回までです。明日もう一度お試しください。',
  'scheduled_recaps.action.paused':
    '「{title}」を一時停止しました。再開するまで、まとめは届きません。',
  'scheduled_recaps.action.resumed': '「{title}」を再開しました。次のまとめ：{when}。',
  'scheduled_recaps.action.limit':
    'スケジュールは {count} 件までです。先に他のスケジュールを削除してください。',
  'scheduled_recaps.action.gone': 'このスケジュールはもうありません。',
  'scheduled_recaps.dialog.title': 'まとめの設定',
  'scheduled_recaps.dialog.save': '保存',
  'scheduled_recaps.dialog.name': 'タイトル',
  'scheduled_recaps.dialog.date': '日付',
  'scheduled_recaps.dialog.date_help': '年月日（例：{example}）',
  'scheduled_recaps.dialog.time': '時刻',
  'scheduled_recaps.dialog.time_help': '例：{example}。タイムゾーン：{zone}',
  'scheduled_recaps.dialog.times': '時刻',
  'scheduled_recaps.dialog.times_help': '1 ～ {most} 個（例：{example}）。タイムゾーン：{zone}',
  'scheduled_recaps.dialog.length': '長さ',
  'scheduled_recaps.dialog.length.brief': '短め',
  'scheduled_recaps.dialog.length.standard': '標準',
  'scheduled_recaps.dialog.length.detailed': '詳細',
  'scheduled_recaps.dialog.state': '状態',
  'scheduled_recaps.dialog.paused': '一時停止中',
  'scheduled_recaps.dialog.error.title': 'タイトルは 1 ～ {most} 文字で入力してください。',
  'scheduled_recaps.dialog.error.date': '日付は {example} のように入力してください。',
  'scheduled_recaps.dialog.error.time': '時刻は {example} のように入力してください。',
  'scheduled_recaps.dialog.error.times':
    '異なる時刻を 1 ～ {most} 個、{example} のように入力してください。',
  'scheduled_recaps.dialog.error.past': 'この時刻は過ぎています。別の時刻を指定してください。',
  'scheduled_recaps.dialog.error.apart': '時刻の間隔は {count} 分以上にしてください。',
  'scheduled_recaps.action.create': '作成',
  'scheduled_recaps.action.discard': '破棄',
  'scheduled_recaps.action.restore': '元に戻す',
  'scheduled_recaps.welcome':
    'こんにちは。選んだチャンネルのまとめを、ここにダイレクトメッセージでお届けします。`/recap list` でスケジュールの一覧を、`/recap help` でほかにできることを確認できます。各まとめの下のボタンで、再実行、一時停止、変更ができます。',
  'scheduled_recaps.slip.at': '{word} の箇所：{wanted}',
  'scheduled_recaps.slip.example': '例：`{command}`',
  'scheduled_recaps.slip.title': 'タイトルは {title} 文字までです。',
  'scheduled_recaps.slip.when': 'ここには `{example}`、「明日9時」、`now` などの日時が必要です。',
  'scheduled_recaps.slip.day':
    'ここには 「月曜日」「12月24日」「明日」 など、時刻のない将来の日付が必要です。',
  'scheduled_recaps.slip.days':
    'ここには `day`、`weekday`、`monday and friday` などの曜日が必要です。',
  'scheduled_recaps.slip.month_day':
    'ここには `the 1st`、`the last day`、`the first monday` など、月の中の日が必要です。',
  'scheduled_recaps.slip.time': 'ここには `at 9:00`、`at 5 pm` など、`at` と時刻が必要です。',
  'scheduled_recaps.slip.other_time':
    '時刻は 1 日に 1～{most} 個の異なるもの、毎月の場合は 1 個だけ指定できます。',
  'scheduled_recaps.slip.weeks':
    'ここには `every 2 weeks on monday` のように 1～{weeks} の週数が必要です。',
  'scheduled_recaps.slip.future': 'この日時はすでに過ぎています。',
  'scheduled_recaps.slip.date': 'この日は存在しません。',
  'scheduled_recaps.slip.zone': 'ここには `Europe/Berlin` などのタイムゾーン名が必要です。',
  'scheduled_recaps.slip.other_zone':
    'タイムゾーンは `in Europe/Berlin` のように名前で最後に指定します。',
  'scheduled_recaps.slip.channels':
    'ここには `~town-square` などのチャンネル、または `all unreads` が必要です。',
  'scheduled_recaps.slip.option':
    '使えるオプションは `brief`、`detailed`、`for me`、`with bots`、`always`、`last 24 hours`、`last week`、`since last read`、`in Europe/Berlin` です。',
  'scheduled_recaps.slip.end': 'ここには何も必要ありません。日時は `{example}` のように書きます。',
  'scheduled_recaps.option.for_me': '自分に関係するものだけ',
  'scheduled_recaps.option.with_bots': 'ボットの投稿を含む',
  'scheduled_recaps.option.always': '新着がなくても送信',
  'scheduled_recaps.option.since_last_read': '最後に読んだ時点から',
  'scheduled_recaps.option.last_24h': '直近 24 時間',
  'scheduled_recaps.option.last_week': '直近 1 週間',
  'scheduled_recaps.run.claimed': '作成中',
  'scheduled_recaps.run.delivering': '送信中',
  'scheduled_recaps.run.delivered': '送信済み',
  'scheduled_recaps.run.empty': '新しい内容なし',
  'scheduled_recaps.run.failed': '失敗',
  'scheduled_recaps.run.missed': '未実行',
  'scheduled_recaps.run.skipped': 'スキップ',
  'scheduled_recaps.run.cancelled': 'キャンセル',
  'scheduled_recaps.command.create.when': '日時：{when}',
  'scheduled_recaps.command.create.channels': 'チャンネル：{channels}',
  'scheduled_recaps.command.create.all_unreads': 'すべての未読チャンネル',
  'scheduled_recaps.command.create.options': 'オプション：{options}',
  'scheduled_recaps.command.create.next': '次回以降：{runs}',
  'scheduled_recaps.command.create.confirm':
    'まだ予約されていません。この内容でよければ **{button}** を押してください。',
  'scheduled_recaps.command.create.done': '「{title}」を予約しました。最初のまとめ：{when}。',
  'scheduled_recaps.command.create.discarded': '破棄しました。予約はありません。',
  'scheduled_recaps.command.create.unreadable':
    'これらのチャンネルの中に、読めなくなったものがあります。',
  'scheduled_recaps.command.pause.until': '「{title}」を一時停止しました。再開：{when}。',
  'scheduled_recaps.command.pause.over': 'その日以降に実行される予定がありません。',
  'scheduled_recaps.command.pause.finished':
    '「{title}」は完了しています。一時停止するものはありません。',
  'scheduled_recaps.command.delete.done': '「{title}」を削除しました。10 分以内なら元に戻せます。',
  'scheduled_recaps.command.delete.restored': '「{title}」を元に戻しました。',
  'scheduled_recaps.command.show.resumes': '再開：{when}',
  'scheduled_recaps.command.show.no_runs': 'まだ実行されていません。',
  'scheduled_recaps.command.show.runs': '最近の実行：',
  'scheduled_recaps.command.show.run': '{when}：{status}',
  'scheduled_recaps.command.show.run_reason': '{when}：{status}（{reason}）',
  'scheduled_recaps.dialog.new.title': '新しいまとめ',
  'scheduled_recaps.dialog.new.intro': '{channel} のまとめ。',
  'scheduled_recaps.dialog.new.next': '次へ',
  'scheduled_recaps.dialog.new.days': '曜日',
  'scheduled_recaps.dialog.new.weekdays': '平日',
  'scheduled_recaps.dialog.new.every_day': '毎日',
  'scheduled_recaps.dialog.own_words': '日時を自由に入力',
  'scheduled_recaps.dialog.own_words_help':
    '入力すると上の項目の代わりになります。例：{example}、{once}',
  'scheduled_recaps.command.autocomplete.create': '1 行でまとめを予約する',
  'scheduled_recaps.command.autocomplete.create_hint': 'every weekday at 9:00 ~channel',
  'scheduled_recaps.command.autocomplete.new': 'フォームでまとめを予約する',
  'scheduled_recaps.command.autocomplete.show': 'スケジュールの内容と結果を表示する',
  'scheduled_recaps.command.autocomplete.edit': 'スケジュールを変更する',
  'scheduled_recaps.command.autocomplete.pause': 'スケジュールを一時停止する（期限も指定可）',
  'scheduled_recaps.command.autocomplete.resume': 'スケジュールを再開する',
  'scheduled_recaps.command.autocomplete.delete': 'スケジュールを削除する',
  'scheduled_recaps.command.help': [
    '##### Scheduled Recaps',
    '選んだチャンネルのまとめを、ダイレクトメッセージでお届けします。',
    '- `/recap create every weekday at 9:00 ~channel`：スケジュールを作成（確定する前に内容を文章で確認できます）',
    '- `/recap new`：フォームで作成',
    '- `/recap now`：このチャンネルの直近 1 日のまとめを今すぐ作成',
    '- `/recap now ~channel ~other`：指定したチャンネルの直近 1 日のまとめを今すぐ作成',
    '- `/recap list`：スケジュールを番号付きで一覧表示',
    '- `/recap show 1`：1 番のスケジュールの内容、次回以降と最近の実行を表示',
    '- `/recap edit 1`、`/recap pause 1`、`/recap pause 1 until monday`、`/recap resume 1`、`/recap delete 1`',
    '- `/recap run 1`：1 番のスケジュールを今すぐ実行',
    '- `/recap help`：この説明を表示',
    '',
    'ほかの日時：「明日9時」、`every monday and friday at 9:00 and 17:00`、`every 2 weeks on monday at 9:00`、`every month on the last friday at 9:00`。チャンネルの代わりに `all unreads`。その後ろに `brief`、`detailed`、`for me`、`with bots`、`always`、`last week`、`in Europe/Berlin`。',
  ].join('\n'),
  'scheduled_recaps.command.unknown':
    '`/recap {word}` というコマンドはありません。`/recap create`、`/recap list`、`/recap help` をお試しください。',
  'scheduled_recaps.refusal.conflict':
    'このスケジュールは、その間に別の場所で変更されました。もう一度開いて変更を確認してください。',
  'scheduled_recaps.refusal.made_already':
    'このスケジュールはすでに作成されています。`/recap list` で確認できます。',
  'scheduled_recaps.refusal.pause_past': '明日以降の日付を選んでください。',
  'scheduled_recaps.refusal.unknown_timezone':
    'サーバーはこのタイムゾーンを認識できなくなりました。別のものを選んでください。',
  'scheduled_recaps.refusal.not_running':
    'このスケジュールには、中止できる作成中のまとめがありません。',
  'scheduled_recaps.refusal.busy': 'このスケジュールのまとめはすでに作成中です。',
  'scheduled_recaps.refusal.previews':
    'プレビューは {minutes} 分間に {count} 回までです。しばらくしてからもう一度お試しください。',
  'scheduled_recaps.refusal.ai_tests':
    'テストは {minutes} 分間に {count} 回までです。しばらくしてからもう一度お試しください。',
  'scheduled_recaps.refusal.server_busy':
    'サーバーが混み合っています。少し待ってからもう一度お試しください。',
  'scheduled_recaps.refusal.no_recap': 'このまとめはもうありません。',
  'scheduled_recaps.refused':
    'お使いのアカウントでは、まとめの利用が許可されていません。管理者にお問い合わせください。',
  'scheduled_recaps.command.failed':
    'うまくいきませんでした。1 分ほど待ってからもう一度お試しください。',
  'scheduled_recaps.command.list.none': 'まとめのスケジュールはまだありません。',
  'scheduled_recaps.command.list.title': 'まとめのスケジュールが {count} 件あります。',
  'scheduled_recaps.command.list.next': '次回：{when}',
  'scheduled_recaps.command.list.paused': '一時停止中',
  'scheduled_recaps.command.list.finished': '完了',
  'scheduled_recaps.command.list.running': '作成中',
  'scheduled_recaps.command.list.hint': '`/recap run 1` で今すぐ実行できます。',
  'scheduled_recaps.command.now.title': '{channels}：直近 1 日',
  'scheduled_recaps.command.now.started':
    '{channels} の直近 1 日のまとめを作成しています。@{bot} からダイレクトメッセージで届きます。',
  'scheduled_recaps.command.now.busy':
    '前回依頼したまとめをまだ作成中です。少し待ってからもう一度お試しください。',
  'scheduled_recaps.command.now.not_here':
    'このチャンネルを読む権限がないため、まとめを作成できません。',
  'scheduled_recaps.command.now.unknown':
    'このチームに、あなたが参加している {channels} というチャンネルはありません。`~town-square` のように、アドレスに含まれる名前を指定してください。',
  'scheduled_recaps.command.now.too_many':
    '1 つのまとめに含められるのは {count} チャンネルまでです。',
  'scheduled_recaps.command.run.started':
    '「{title}」を作成しています。@{bot} からダイレクトメッセージで届きます。',
  'scheduled_recaps.command.run.which': 'どれを実行しますか？番号かタイトルを指定してください：',
  'scheduled_recaps.command.run.unknown': '「{word}」というスケジュールはありません。',
  'scheduled_recaps.command.autocomplete.hint': '[コマンド]',
  'scheduled_recaps.command.autocomplete.help':
    '利用できるコマンド：create、new、list、show、edit、run、pause、resume、delete、now、help',
  'scheduled_recaps.command.autocomplete.list': 'まとめのスケジュールを一覧表示',
  'scheduled_recaps.command.autocomplete.now':
    'このチャンネル、または指定したチャンネルの直近 1 日のまとめ',
  'scheduled_recaps.command.autocomplete.now_hint': '[~channel …]',
  'scheduled_recaps.command.autocomplete.run': 'スケジュールを今すぐ実行',
  'scheduled_recaps.command.autocomplete.run_hint': '[番号またはタイトル]',
  'scheduled_recaps.command.autocomplete.show_help': '/recap の使い方を表示',
};
