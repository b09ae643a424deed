/** `/recap create`: what was typed, understood and said back, to be confirmed. */
import { limits } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Answer } from './answer.ts';
import { GrammarError, parseCreate } from './grammar/index.ts';
import type { CreateRequest } from './grammar/index.ts';
import { Places } from './places.ts';
import type { Place } from './places.ts';
import { propose } from './proposal.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';
import { slipAnswer } from './slip.ts';

/** Understands and proposes. Nothing is stored. */
export class CreateAnswer {
  readonly #sender: Sender;
  readonly #profile: SenderProfile;
  readonly #options: CommandOptions;
  readonly #translator: Translator;
  readonly #places: Places;

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#sender = sender;
    this.#profile = profile;
    this.#options = options;
    this.#translator = translatorFor(profile.locale, profile.hourCycle);
    this.#places = new Places(sender, profile.locale, options);
  }

  /** `text` is what follows the verb. */
  async create(text: string): Promise<Answer> {
    const { timezone } = this.#profile;
    const { locale } = this.#translator;
    const now = this.#options.now();
    try {
      return await this.#propose(await parseCreate(text, { locale, timezone, now }));
    } catch (thrown) {
      if (!(thrown instanceof GrammarError)) throw thrown;
      return { text: slipAnswer(thrown, this.#translator) };
    }
  }

  async #propose({ title, channels, schedule }: CreateRequest): Promise<Answer> {
    const { text } = this.#translator;
    const { locale, hourCycle, timezone } = this.#profile;
    const reader = {
      owner: { userId: this.#sender.userId, timezone },
      translator: this.#translator,
      words: this.#options.wordsFor(locale, hourCycle),
    };
    if (channels === undefined) {
      const allUnreads = text('scheduled_recaps.command.create.all_unreads');
      const body = {
        ...schedule,
        title: title || allUnreads,
        channel_mode: 'all_unreads' as const,
      };
      return await propose(body, allUnreads, reader, this.#options);
    }
    const { found, unknown } = await this.#places.find(channels);
    if (unknown.length > 0) return { text: this.#places.unknownText(unknown) };
    const body = {
      ...schedule,
      title: title || titleOf(found, this.#places, this.#translator),
      channel_ids: found.map(({ id }) => id),
    };
    return await propose(body, this.#places.inBold(found), reader, this.#options);
  }
}

/** The channels' names where they fit into a title, else the first and how many more. */
export function titleOf(
  channels: readonly Place[],
  places: Pick<Places, 'join'>,
  { text }: Translator,
): string {
  const names = channels.map(({ name }) => name);
  const [first = '', ...others] = names;
  const more = text('scheduled_recaps.recap.more_channels', { count: others.length });
  const whole = Array.from(places.join(names).trim());
  if (whole.length <= limits.titleCharacters) return whole.join('');
  const short = Array.from(places.join(others.length === 0 ? [first] : [first, more]).trim());
  if (short.length <= limits.titleCharacters) return short.join('');
  return `${short.slice(0, limits.titleCharacters - 1).join('')}…`;
}
