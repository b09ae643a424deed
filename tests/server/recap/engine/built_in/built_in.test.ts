/** What the engine picks from small channels that read like real ones. */
import { describe, expect, test } from '@jest/globals';
import { builtInEngine } from '../../../../../server/recap/engine/index.ts';
import { channel, collected, itemsOf, postId, textsOf, write } from '../../fixtures.ts';

const incident = channel(
  'incidents',
  [
    '09:00 ana: Checkout is failing for EU customers since 08:52, error rate is 40 %. Thread below.',
    '> 09:02 ben: Looking',
    '> 09:05 ben: The connection pool of the payment service is exhausted since the deploy of 08:50.',
    '> 09:06 cleo: ok',
    '> 09:07 ana: Should we roll back?',
    '> 09:08 ben: yes, rolling back now',
    '> 09:20 ben: Rolled back, error rate is at 0.1 %. Root cause: pool size was reset to 5 by the new config.',
    '> 09:21 cleo: thanks!',
    '> 09:25 ana: We decided to freeze deploys of payment until the config has a test.',
    '> 09:26 ben: I will write the config test by Wednesday.',
    '12:00 cleo: lunch anyone?',
    '12:01 dan: yes please 🍕',
    '12:02 cleo: great',
  ],
  { 6: { reactions: [{ emoji: 'tada', userIds: ['ana', 'cleo', 'dan'] }] } },
);

describe('an incident', () => {
  test('says what happened, what was decided and what is to be done', async () => {
    const recap = await write([incident]);
    expect(textsOf(recap, 'decisions')).toEqual([
      'We decided to freeze deploys of payment until the config has a test.',
    ]);
    const [task] = itemsOf(recap, 'action_items');
    expect(task).toMatchObject({ assigneeId: 'ben', assignee: 'Ben', due: 'by Wednesday' });
    const told = itemsOf(recap, 'highlights').flatMap((item) => [item.line, ...item.followUps]);
    const texts = told.map((line) => line.text);
    expect(texts[0]).toContain('Checkout is failing');
    expect(texts.join('\n')).toContain('Root cause');
    expect(told.map((line) => line.createAt)).toEqual(
      told.map((line) => line.createAt).sort((a, b) => a - b),
    );
  });

  test('leaves thanks and lunch out', async () => {
    const recap = await write([incident], 'detailed');
    const all = JSON.stringify(recap.channels);
    for (const noise of ['thanks!', 'lunch anyone', '"ok"', 'great']) {
      expect(all).not.toContain(noise);
    }
  });

  test('leaves thanks out however much they are liked', async () => {
    const likes = { reactions: [{ emoji: 'heart', userIds: ['ana', 'ben', 'dan', 'eve', 'fay'] }] };
    const recap = await write([
      channel('thanks', ['09:00 cleo: ok thanks so much, perfect, awesome, great'], { 0: likes }),
    ]);
    expect(recap.channels[0]?.sections).toEqual([]);
  });

  test('counts messages and people', async () => {
    const recap = await write([incident]);
    expect(recap.numbers).toEqual({ messages: 13, people: 4, files: 0 });
  });
});

describe('whatever is written', () => {
  test('no message is told twice', async () => {
    const recap = await write([incident], 'detailed');
    const items = [
      ...itemsOf(recap, 'for_you'),
      ...recap.channels.flatMap((each) => each.sections.flatMap((section) => section.items)),
    ];
    const ids = items.flatMap((item) => [item.line, ...item.followUps]).map((line) => line.postId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the same input gives the same recap', async () => {
    expect(await write([incident])).toEqual(await write([incident]));
  });

  test('shorter recaps tell less', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, at) =>
        `${String(8 + Math.floor(at / 6)).padStart(2, '0')}:${String((at % 6) * 10).padStart(2, '0')} ana${at % 5}: Shipment number ${at} to port ${at * 7} left with ${at * 13} containers and a delay of ${at} hours.`,
    );
    const count = async (length: 'brief' | 'standard' | 'detailed'): Promise<number> =>
      itemsOf(await write([channel('ships', lines)], length), 'highlights').flatMap((item) => [
        item.line,
        ...item.followUps,
      ]).length;
    const [brief, standard, detailed] = [
      await count('brief'),
      await count('standard'),
      await count('detailed'),
    ];
    expect(brief).toBeGreaterThan(0);
    expect(brief).toBeLessThan(standard);
    expect(standard).toBeLessThan(detailed);
  });

  test('a long message is quoted by whole sentences', async () => {
    const filler =
      'The harbour was calm again and all of the cranes worked all day without a pause. ';
    const text = `${filler.repeat(2)}From Monday on we open the second gate at 6:00, as we decided. ${filler.repeat(2)}`;
    const agreed = { pinned: true, reactions: [{ emoji: '+1', userIds: ['ben', 'cleo'] }] };
    const recap = await write([channel('harbour', [`09:00 ana: ${text.trim()}`], { 0: agreed })]);
    const [line] = textsOf(recap, 'decisions');
    expect(line).toContain('From Monday on we open the second gate at 6:00, as we decided.');
    expect(line?.length).toBeLessThanOrEqual(320);
    expect(line).toMatch(/^[A-Z].*\.$/);
  });

  test('an unknown language has no cue sections, and highlights all the same', async () => {
    const recap = await write([
      channel('kawa', [
        '09:00 ana: Zdecydowaliśmy przenieść premierę na czwartek, ponieważ audyt potrwa dłużej.',
        '> 09:10 ben: Dobrze, poinformuję klientów jutro rano i zaktualizuję stronę.',
      ]),
    ]);
    expect(recap.channels[0]?.sections.map((section) => section.kind)).toEqual(['highlights']);
  });

  test('Thai is read by words and letters, without cues', async () => {
    const recap = await write([
      channel('thai', [
        '09:00 ana: เซิร์ฟเวอร์ฐานข้อมูลหยุดทำงานตั้งแต่แปดโมงเช้า ลูกค้าเข้าสู่ระบบไม่ได้ กำลังตรวจสอบสาเหตุอยู่',
        '> 09:10 ben: เริ่มระบบใหม่แล้ว ฐานข้อมูลกลับมาทำงานตามปกติ ลูกค้าเข้าสู่ระบบได้แล้ว',
        '> 09:11 cleo: 👍',
      ]),
    ]);
    expect(recap.channels[0]?.sections.map((section) => section.kind)).toEqual(['highlights']);
    expect(textsOf(recap, 'highlights')[0]).toContain('ฐานข้อมูล');
    expect(JSON.stringify(recap)).not.toContain('👍');
  });

  test('each language of a channel has its own cues', async () => {
    const recap = await write([
      channel('mixed', [
        '09:00 ana: We decided to keep the old prices for the existing customers until June.',
        '10:00 ben: Wir haben entschieden, dass die Inventur am Freitag um 14 Uhr beginnt.',
        '11:00 cleo: On a décidé de reporter la migration de la base au mois de mai.',
      ]),
    ]);
    expect(textsOf(recap, 'decisions')).toHaveLength(3);
  });

  test('Japanese is read by words, too', async () => {
    const recap = await write([
      channel('nihon', [
        '09:00 ana: 本番環境のデータベースが停止しました。原因を調査しています。',
        '> 09:10 ben: 接続数の上限に達していました。上限を増やして復旧しました。',
        '> 09:11 cleo: 👍',
      ]),
    ]);
    expect(textsOf(recap, 'highlights')[0]).toContain('データベース');
  });

  test('a channel without posts is quiet', async () => {
    const recap = await write([channel('empty', []), incident]);
    expect(recap.quiet).toEqual(['Empty']);
    expect(recap.channels).toHaveLength(1);
  });

  test('a channel of noise has no sections', async () => {
    const recap = await write([
      channel('noise', ['09:00 ana: ok', '09:01 ben: 👍', '09:02 ana: thx']),
    ]);
    expect(recap.channels[0]?.sections).toEqual([]);
  });

  test('an aborted signal stops it', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    const engine = builtInEngine({ monotonic: () => 0 });
    await expect(
      engine.write(collected([incident]), {
        length: 'brief',
        focus: 'everything',
        signal: aborted,
      }),
    ).rejects.toThrow('enough');
  });

  test('every line names its message', async () => {
    const recap = await write([incident]);
    const ids = new Set(incident.posts.map((_, index) => postId('incidents', index)));
    for (const item of itemsOf(recap, 'highlights')) expect(ids).toContain(item.line.postId);
  });
});

describe('only what concerns the reader', () => {
  const office = channel('office', [
    '09:00 ana: @rita can you approve the invoice of the caterer by Friday?',
    '10:00 rita: I have uploaded the plan of the new office, comments are welcome.',
    '> 10:10 ben: The meeting rooms on the second floor have no windows, is that on purpose?',
    '> 10:20 cleo: We decided to put the printers on the first floor, next to the kitchen.',
    '11:00 dan: We decided to close the office on Monday, because the heating gets replaced.',
  ]);
  const elsewhere = channel('yard', [
    '09:00 ana: We decided to repair the crane at berth two before the winter starts.',
  ]);

  test('is mentions, replies and the threads of the reader', async () => {
    const recap = await write([office, elsewhere], 'detailed', 'concerns_me');
    const told = JSON.stringify([recap.forYou, recap.channels]);
    for (const text of ['approve the invoice', 'no windows', 'put the printers']) {
      expect(told).toContain(text);
    }
    for (const text of ['heating', 'crane']) expect(told).not.toContain(text);
  });

  test('leaves channels out in which there is nothing of the kind', async () => {
    const recap = await write([office, elsewhere], 'standard', 'concerns_me');
    expect(recap.channels.map((each) => each.name)).toEqual(['Office']);
    expect(recap.quiet).toEqual(['Yard']);
  });

  test('is not asked for otherwise', async () => {
    const recap = await write([office, elsewhere]);
    expect(JSON.stringify(recap)).toContain('heating');
    expect(recap.channels).toHaveLength(2);
  });
});
