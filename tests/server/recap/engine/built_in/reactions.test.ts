/** What emoji say. */
import { describe, expect, test } from '@jest/globals';
import { moodsOf } from '../../../../../server/recap/engine/built_in/reactions.ts';
import { channel } from '../../fixtures.ts';

describe('reactions', () => {
  test.each([
    ['agree', { emoji: '+1', userIds: ['ben', 'cleo'] }, 'agree', 2],
    ['agree in any colour', { emoji: '+1_dark_skin_tone', userIds: ['ben'] }, 'agree', 1],
    ['alarm', { emoji: 'scream', userIds: ['ben'] }, 'alarm', 1],
    ['thank', { emoji: 'tada', userIds: ['ben'] }, 'thank', 1],
    ['laugh', { emoji: 'joy', userIds: ['ben'] }, 'laugh', 1],
    ['say something else', { emoji: 'heron', userIds: ['ben'] }, 'other', 1],
    ['of the author do not count', { emoji: '+1', userIds: ['ana'] }, 'agree', 0],
  ] as const)('%s', (_, reaction, mood, people) => {
    const [post] = channel('c', ['09:00 ana: hello'], { 0: { reactions: [reaction] } }).posts;
    if (post === undefined) throw new Error('no post');
    expect(moodsOf(post)[mood]).toBe(people);
  });
});
