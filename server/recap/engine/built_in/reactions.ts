/** What the emoji under a message say of it. They need no language. */
import type { CollectedPost } from '../../collected.ts';

/** What an emoji may say. */
export type Mood = 'agree' | 'thank' | 'alarm' | 'laugh' | 'other';

/** People who reacted, by what they said; authors do not count for their own messages. */
export type Moods = Readonly<Record<Mood, number>>;

const emoji: Readonly<Record<Exclude<Mood, 'other'>, string>> = {
  agree:
    '+1 thumbsup white_check_mark heavy_check_mark ballot_box_with_check ok_hand ok 100 handshake',
  thank:
    'tada heart clap pray muscle rocket bow raised_hands raised_hand partying_face relieved star trophy bulb sparkles hugs hugging heart_hands star_struck',
  alarm:
    'eyes scream grimacing cry sob weary warning rotating_light astonished open_mouth fearful disappointed anguished exploding_head cold_sweat exclamation bangbang fire_engine facepalm face_palm flushed hushed worried',
  laugh:
    'joy laughing rofl sweat_smile skull smile smiley grin grinning wink stuck_out_tongue zany_face upside_down_face popcorn coffee pizza cake beer fish robot_face clown_face smirk sunglasses crying_laughing',
};

/** The ending of an emoji's name that only tells the colour of a hand. */
const skinTone = /(?:_(?:light|medium_light|medium|medium_dark|dark)_skin_tone|_tone\d)$/;

const moodOf: ReadonlyMap<string, Mood> = new Map(
  (['agree', 'thank', 'alarm', 'laugh'] as const).flatMap((mood) =>
    emoji[mood].split(' ').map((name) => [name, mood] as const),
  ),
);

/** Counts the people under a message by what their reactions say. */
export function moodsOf(post: CollectedPost): Moods {
  const moods = { agree: 0, thank: 0, alarm: 0, laugh: 0, other: 0 };
  for (const reaction of post.reactions) {
    const mood = moodOf.get(reaction.emoji.replace(skinTone, '')) ?? 'other';
    for (const id of reaction.userIds) if (id !== post.author.id) moods[mood] += 1;
  }
  return moods;
}

/** Whether an emoji agrees. */
export function isAgreement(name: string): boolean {
  return moodOf.get(name) === 'agree';
}
