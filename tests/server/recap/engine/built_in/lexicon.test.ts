/** Phrases found in a text, and the lists they come from. */
import { describe, expect, test } from '@jest/globals';
import { cueLists } from '../../../../../server/recap/engine/built_in/cues/index.ts';
import { lexicons, matchCues } from '../../../../../server/recap/engine/built_in/lexicon.ts';
import type { Cue } from '../../../../../server/recap/engine/built_in/lexicon.ts';
import { tokenize } from '../../../../../server/recap/engine/built_in/words.ts';

function found(language: string, cue: Cue, text: string): string[] {
  const lexicon = lexicons.find((one) => one.language === language);
  if (lexicon === undefined) throw new Error(`no lexicon for ${language}`);
  const matches = matchCues(lexicon, text, tokenize(text)).of(cue);
  return matches.map(({ start, end }) => text.slice(start, end));
}

describe('phrases', () => {
  test.each<[string, string, Cue, string, string[]]>([
    ['stand anywhere', 'en', 'decision', 'Yesterday we decided it', ['we decided']],
    ['are whole words', 'en', 'trouble', 'the breakdown was long', []],
    ['may be tied to a start', 'en', 'retraction', 'Scratch that.', ['Scratch that']],
    ['... of any sentence', 'en', 'retraction', 'Hm. Never mind.', ['Never mind']],
    ['... and to nothing else', 'en', 'retraction', 'you can never mind it', []],
    ['know curly apostrophes', 'en', 'commitment', 'I’ll see it', ['I’ll']],
    ['stand anywhere in a script without spaces', 'ja', 'outcome', '昨夜復旧しました', ['復旧']],
    ['may be tied to an end', 'ja', 'question', '誰が行きますか？', ['ますか']],
    ['... and to nothing else, either', 'ja', 'question', 'ますかと聞いた', []],
    [
      'know umlauts without their dots',
      'de',
      'outcome',
      'die Presse laeuft wieder',
      ['laeuft wieder', 'wieder'],
    ],
    ['are not read across names', 'en', 'decision', 'we @ana decided', []],
  ])('%s', (_, language, cue, text, phrases) => {
    expect(found(language, cue, text)).toEqual(phrases);
  });
});

describe.each(cueLists.map((list) => [list.language, list] as const))(
  'the list of %s',
  (_, list) => {
    const cues = Object.entries(list).filter((entry): entry is [string, readonly string[]] =>
      Array.isArray(entry[1]),
    );

    test('is written as it is matched', () => {
      for (const [, phrases] of cues) {
        for (const phrase of phrases) {
          expect(phrase).toBe(phrase.toLowerCase().normalize('NFC'));
          expect(phrase).not.toMatch(/^\s|\s$|\s\s|’|\||^\^?\$?$/);
        }
      }
    });

    test('has every phrase once', () => {
      for (const [cue, phrases] of cues) {
        const twice = phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at);
        expect([cue, cue === 'stopWords' || cue === 'acknowledgement' ? [] : twice]).toEqual([
          cue,
          [],
        ]);
      }
    });

    test('has something of every kind', () => {
      for (const [cue, phrases] of cues) expect([cue, phrases.length > 0]).toEqual([cue, true]);
    });
  },
);
