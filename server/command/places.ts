/** The channels that a command names, and how people call them. */
import { limits } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { escapeText } from '../recap/index.ts';
import { tooManyChannels } from '../schedule/index.ts';
import type { CommandOptions, Sender } from './sender.ts';

/** Channel names that are named in an answer which could not find them. */
const maxEchoedNames = 10;
/** Characters of such a name. */
const maxEchoedName = 64;

/** A channel to be read, and how people call it. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Finds channels as one user may see them. */
export class Places {
  readonly #sender: Pick<Sender, 'userId' | 'teamId' | 'channelMentions'>;
  readonly #options: Pick<CommandOptions, 'findChannel' | 'openChannel'>;
  readonly #translator: Translator;

  constructor(
    sender: Pick<Sender, 'userId' | 'teamId' | 'channelMentions'>,
    locale: string,
    options: Pick<CommandOptions, 'findChannel' | 'openChannel'>,
  ) {
    this.#sender = sender;
    this.#options = options;
    this.#translator = translatorFor(locale);
  }

  /**
   * Each once, and the names that name none. `names` are those in the channels' addresses.
   *
   * @throws {ScheduleError} `invalid` for more than any schedule may have: so many are not even looked for.
   */
  async find(names: readonly string[]): Promise<{ found: Place[]; unknown: string[] }> {
    if (names.length > limits.channelsPerSchedule) {
      throw tooManyChannels(limits.channelsPerSchedule);
    }
    const found: Place[] = [];
    const unknown: string[] = [];
    for (const name of names) {
      const place = await this.#named(name);
      if (place === undefined) unknown.push(name);
      else if (found.every(({ id }) => id !== place.id)) found.push(place);
    }
    return { found, unknown };
  }

  /** A channel by its id; undefined where the user may not read it. */
  async open(id: string): Promise<Place | undefined> {
    const channel = await this.#options.openChannel(this.#sender.userId, id);
    if (channel === undefined) return undefined;
    const { name, kind } = channel;
    if (kind !== 'direct' && kind !== 'group') return { id, name };
    return { id, name: this.#translator.text('scheduled_recaps.recap.direct', { people: name }) };
  }

  /** What is said of names that name no channel. */
  unknownText(names: readonly string[]): string {
    const shown = names
      .slice(0, maxEchoedNames)
      .map((name) => `\`~${name.replaceAll('`', "'").slice(0, maxEchoedName)}\``);
    return this.#translator.text('scheduled_recaps.command.now.unknown', {
      channels: this.join(shown),
    });
  }

  /** The names in Markdown, joined. */
  inBold(places: readonly Place[]): string {
    return this.join(places.map(({ name }) => `**${escapeText(name)}**`));
  }

  /** Joined with the language's own "and". */
  join(names: readonly string[]): string {
    return new Intl.ListFormat(this.#translator.locale, { type: 'conjunction' }).format(names);
  }

  /** What the server made of the name first: it knows the public channels. */
  async #named(name: string): Promise<Place | undefined> {
    const { channelMentions, teamId } = this.#sender;
    const id = channelMentions.get(name) ?? (await this.#options.findChannel(teamId, name));
    return id === undefined ? undefined : await this.open(id);
  }
}
