/** What to try once the stand-in is serving: commands that can be pasted into another terminal. */
import { externalApiBase, routes } from '../../../server/contract/index.ts';
import type { Client } from './client.ts';
import type { Demonstration } from './demo.ts';

/** The lines to print. */
export function suggestions(client: Client, { message, channels }: Demonstration): string[] {
  const [channel] = channels;
  const curl = `curl -sS -H 'Authorization: Bearer ${client.token}'`;
  const command = (text: string): string =>
    `${curl} -d '${JSON.stringify({ command: text, channel_id: channel?.id ?? message.channelId })}' ${client.url}/api/v4/commands/execute`;
  const permalink = /\]\((http[^)\s]+)\)/.exec(message.message)?.[1];
  return [
    `Serving on ${client.url} until Ctrl-C. Open that in a browser, or in another terminal, as @${client.account.username}:`,
    '',
    `  a recap of ${channel?.display_name || 'a channel'} alone, now (its message appears here)`,
    `    ${command('/recap now')}`,
    '  the schedules, as the slash command shows them and as JSON',
    `    ${command('/recap list')}`,
    `    ${curl} ${client.url}${externalApiBase}${routes.schedules}`,
    ...(permalink === undefined
      ? []
      : ['  the first message that the recap links to', `    ${curl} ${permalink}`]),
    '  the conversation with the bot',
    `    ${curl} ${client.url}/api/v4/channels/${message.channelId}/posts`,
  ];
}
