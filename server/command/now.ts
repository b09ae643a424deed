/** `/recap now`: a recap of the last day of some channels, or of the one where the command was sent. */
import { botUsername, limits } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { escapeText } from '../recap/index.ts';
import { ScheduleError } from '../schedule/index.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** Channel names that are named in an answer which could not find them. */
const maxEchoedNames = 10;
/** Characters of such a name. */
const maxEchoedName = 64;

/** A channel to be read, and how people call it. */
interface Target {
  readonly id: string;
  readonly name: string;
}

/** Begins the recap and says so. */
export class NowAnswer {
  readonly #sender: Sender;
  readonly #profile: SenderProfile;
  readonly #options: CommandOptions;
  readonly #translator: Translator;

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#sender = sender;
    this.#profile = profile;
    this.#options = options;
    this.#translator = translatorFor(profile.locale);
  }

  /** `names` are the names in the channels' addresses. */
  async now(names: readonly string[]): Promise<string> {
    if (names.length > limits.channelsPerSchedule) {
      return this.#tooMany(limits.channelsPerSchedule);
    }
    const targets: Target[] = [];
    const unknown: string[] = [];
    for (const name of names) {
      const target = await this.#find(name);
      if (target === undefined) unknown.push(name);
      else if (targets.every(({ id }) => id !== target.id)) targets.push(target);
    }
    if (unknown.length > 0) return this.#unknown(unknown);
    if (names.length > 0) return await this.#begin(targets);
    const here = await this.#open(this.#sender.channelId);
    return here === undefined
      ? this.#translator.text('scheduled_recaps.command.now.not_here')
      : await this.#begin([here]);
  }

  async #begin(targets: readonly Target[]): Promise<string> {
    const { text } = this.#translator;
    const { userId } = this.#sender;
    const names = targets.map(({ name }) => name);
    try {
      await this.#options.runs.recapNow(
        { userId, timezone: this.#profile.timezone },
        { title: this.#title(names), channel_ids: targets.map(({ id }) => id) },
      );
    } catch (thrown) {
      if (!(thrown instanceof ScheduleError)) throw thrown;
      if (thrown.code === 'busy') return text('scheduled_recaps.command.now.busy');
      if (thrown.code === 'limit') {
        return text('scheduled_recaps.action.run.limit', { count: thrown.limit ?? 0 });
      }
      if (thrown.limit !== undefined) return this.#tooMany(thrown.limit);
      throw thrown;
    }
    const channels = this.#join(names.map((name) => `**${escapeText(name)}**`));
    return text('scheduled_recaps.command.now.started', { channels, bot: botUsername });
  }

  /** What the server made of the name first: it knows the public channels. */
  async #find(name: string): Promise<Target | undefined> {
    const { channelMentions, teamId } = this.#sender;
    const id = channelMentions.get(name) ?? (await this.#options.findChannel(teamId, name));
    return id === undefined ? undefined : await this.#open(id);
  }

  async #open(id: string): Promise<Target | undefined> {
    const channel = await this.#options.openChannel(this.#sender.userId, id);
    if (channel === undefined) return undefined;
    const { name, kind } = channel;
    if (kind !== 'direct' && kind !== 'group') return { id, name };
    return { id, name: this.#translator.text('scheduled_recaps.recap.direct', { people: name }) };
  }

  /** All names where they fit into a title, else the first. */
  #title(names: readonly string[]): string {
    const { text } = this.#translator;
    const titleOf = (channels: readonly string[]): readonly string[] =>
      Array.from(
        text('scheduled_recaps.command.now.title', { channels: this.#join(channels) }).trim(),
      );
    const whole = titleOf(names);
    if (whole.length <= limits.titleCharacters) return whole.join('');
    const [first = '', ...others] = names;
    const more = text('scheduled_recaps.recap.more_channels', { count: others.length });
    const short = titleOf(others.length === 0 ? [first] : [first, more]);
    if (short.length <= limits.titleCharacters) return short.join('');
    return `${short.slice(0, limits.titleCharacters - 1).join('')}…`;
  }

  #unknown(names: readonly string[]): string {
    const shown = names
      .slice(0, maxEchoedNames)
      .map((name) => `\`~${name.replaceAll('`', "'").slice(0, maxEchoedName)}\``);
    return this.#translator.text('scheduled_recaps.command.now.unknown', {
      channels: this.#join(shown),
    });
  }

  #tooMany(limit: number): string {
    return this.#translator.text('scheduled_recaps.command.now.too_many', { count: limit });
  }

  #join(names: readonly string[]): string {
    return new Intl.ListFormat(this.#translator.locale, { type: 'conjunction' }).format(names);
  }
}
