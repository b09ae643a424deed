/** `npm start`: the packaged plugin in the stand-in, with the sample workspace, until its first message and beyond. */
import { join } from 'node:path';
import process from 'node:process';
import { DateTime } from 'luxon';
import { describeError } from '../../server/log.ts';
import { builtBundle } from './built_bundle.ts';
import { Client, type DirectMessage } from './demo/client.ts';
import { demonstrate } from './demo/demo.ts';
import { DemoError } from './demo/demo_error.ts';
import { readOptions, usage, type StartOptions } from './demo/options.ts';
import { countLinks, plainText } from './demo/plain_text.ts';
import { suggestions } from './demo/suggestions.ts';
import { Terminal } from './demo/terminal.ts';
import { Host, loadSampleWorkspace, samplePassword } from './index.ts';

/** When the day before has an incident with its end, and this morning its results; before the meeting about them. */
const storyTime = {
  zone: 'Europe/Berlin',
  at: { hour: 9, minute: 26, second: 0, millisecond: 0 },
} as const;

async function run(options: StartOptions, terminal: Terminal, stop: AbortSignal): Promise<void> {
  const page = { password: samplePassword, username: options.user };
  const host = await Host.start({ port: options.port, page });
  const stopWatching = host.log.watch((line) => {
    if (line.level === 'error')
      terminal.line(`         plugin log, ${line.level}: ${line.message} ${fieldsOf(line.fields)}`);
  });
  try {
    const loaded = loadSampleWorkspace(
      host.workspace,
      join(import.meta.dirname, 'sample_workspace'),
      Date.now(),
      sinceStoryTime(Date.now()),
    );
    terminal.step(
      `Mattermost stand-in on ${host.url()}: ${String(loaded.teams)} teams, ${String(loaded.people)} people, ` +
        `${String(loaded.channels)} channels, ${String(loaded.posts)} messages.`,
    );
    const manifest = await host.install(await builtBundle());
    await host.enable(manifest.id);
    const startMs = host.node().active(manifest.id).startMs.toFixed(0);
    terminal.step(
      `${manifest.name} ${manifest.version} installed; its process answered after ${startMs} ms.`,
    );
    page.username ??= firstPerson(host);
    terminal.step(
      `In a browser: ${host.url()} (you are @${page.username} there; "User" at the top makes you somebody else).`,
    );
    const client = await Client.login(host.url(), page.username, samplePassword);
    const shown = await demonstrate({ client, terminal, signal: stop });
    show(terminal, shown.message);
    if (options.once) return;
    for (const line of suggestions(client, shown)) terminal.line(line);
    const stopListening = await client.onDirectMessage((next) => show(terminal, next));
    if (!stop.aborted)
      await new Promise((done) => stop.addEventListener('abort', done, { once: true }));
    stopListening();
    terminal.line('Stopping.');
  } finally {
    stopWatching();
    await host.close();
  }
}

/** How long ago the sample's story stood where it is worth telling, in milliseconds: less than a day. */
function sinceStoryTime(now: number): number {
  const today = DateTime.fromMillis(now, { zone: storyTime.zone }).set(storyTime.at);
  const last = today.toMillis() <= now ? today : today.minus({ days: 1 });
  return now - last.toMillis();
}

function firstPerson({ workspace }: Host): string {
  const person = workspace.users
    .all()
    .find((user) => user.roles === 'system_user' && !user.isBot && user.deleteAt === 0);
  if (person === undefined) throw new DemoError('setup', 'the sample workspace has no people');
  return person.username;
}

function show(terminal: Terminal, { sender, message }: DirectMessage): void {
  terminal.step(`Direct message from ${sender}:`);
  terminal.line();
  for (const line of plainText(message).split('\n')) terminal.line(`    ${line}`);
  terminal.line();
  terminal.line(
    `    (${String(message.length)} characters of Markdown, ${String(countLinks(message))} links to messages)`,
  );
  terminal.line();
}

function fieldsOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

async function main(): Promise<void> {
  const terminal = new Terminal(process.stdout);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      terminal.line(usage);
      return;
    }
    if (options.maxSeconds > 0) setTimeout(() => stop.abort(), options.maxSeconds * 1000).unref();
    await run(options, terminal, stop.signal);
  } catch (error) {
    terminal.line(`It did not work: ${describeError(error)}`);
    process.exitCode = 1;
  }
}

void main();
