/** `/recap now`: a recap of the last day of some channels, or of the one where the command was sent. */
import { botUsername, limits } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { Places } from './places.ts';
import type { Place } from './places.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** Begins the recap and says so. */
export class NowAnswer {
  readonly #sender: Sender;
  readonly #profile: SenderProfile;
  readonly #options: CommandOptions;
  readonly #translator: Translator;
  readonly #places: Places;

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#sender = sender;
    this.#profile = profile;
    this.#options = options;
    this.#translator = translatorFor(profile.locale);
    this.#places = new Places(sender, profile.locale, options);
  }

  /** `names` are the names in the channels' addresses. */
  async now(names: readonly string[]): Promise<string> {
    const { found, unknown } = await this.#places.find(names);
    if (unknown.length > 0) return this.#places.unknownText(unknown);
    if (names.length > 0) return await this.#begin(found);
    const here = await this.#places.open(this.#sender.channelId);
    return here === undefined
      ? this.#translator.text('scheduled_recaps.command.now.not_here')
      : await this.#begin([here]);
  }

  async #begin(targets: readonly Place[]): Promise<string> {
    const { userId } = this.#sender;
    const names = targets.map(({ name }) => name);
    await this.#options.runs.recapNow(
      { userId, timezone: this.#profile.timezone },
      { title: this.#title(names), channel_ids: targets.map(({ id }) => id) },
    );
    this.#options.firstUse(userId);
    const channels = this.#places.inBold(targets);
    return this.#translator.text('scheduled_recaps.command.now.started', {
      channels,
      bot: botUsername,
    });
  }

  /** All names where they fit into a title, else the first. */
  #title(names: readonly string[]): string {
    const { text } = this.#translator;
    const titleOf = (channels: readonly string[]): readonly string[] =>
      Array.from(
        text('scheduled_recaps.command.now.title', {
          channels: this.#places.join(channels),
        }).trim(),
      );
    const whole = titleOf(names);
    if (whole.length <= limits.titleCharacters) return whole.join('');
    const [first = '', ...others] = names;
    const more = text('scheduled_recaps.recap.more_channels', { count: others.length });
    const short = titleOf(others.length === 0 ? [first] : [first, more]);
    if (short.length <= limits.titleCharacters) return short.join('');
    return `${short.slice(0, limits.titleCharacters - 1).join('')}…`;
  }
}
