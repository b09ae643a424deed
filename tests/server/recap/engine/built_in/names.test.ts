/** People named without an at sign. */
import { describe, expect, test } from '@jest/globals';
import { Names } from '../../../../../server/recap/engine/built_in/names.ts';
import { readUnit } from '../../../../../server/recap/engine/built_in/unit.ts';
import { channel, person } from '../../fixtures.ts';

const named = (id: string, name: string) => ({ ...person(id), name });
const people = [
  named('anna', 'Anna Weber'),
  named('ben', 'Ben Okafor'),
  named('ana1', 'Maria Lopez'),
  named('ana2', 'Maria Silva'),
  named('yamada', '山田 彩'),
  named('al', 'Al Ng'),
  { ...named('deploybot', 'Deploy Bot'), isBot: true },
];

describe('who is named', () => {
  test.each([
    ['by first name', 'Anna sends the list, and Ben’s review is due', ['anna', 'ben']],
    ['not in lower case: it may be another word', 'we ben waiting', []],
    ['in lower case where a sentence begins', 'done! ben you are next', ['ben']],
    ['not where two have the name', 'Maria knows', []],
    ['not by a name of two letters', 'Al knows', []],
    ['no bots', 'Deploy failed', []],
    ['in Japanese with an honorific', '山田さん、お願いします', ['yamada']],
    ['not in Japanese without one', '山田町に行きます', []],
  ])('%s', (_, text, ids) => {
    const [post] = channel('names', [`09:00 zoe: ${text}`]).posts;
    if (post === undefined) throw new Error('no post');
    const found = new Names(people).in(readUnit(post, false));
    expect(found.map(({ personId }) => personId)).toEqual(ids);
  });
});
