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

describe('decisions', () => {
  test.each([
    ['by a phrase', ['09:00 ana: Decision: we keep the old pricing for existing customers.'], 1],
    [
      'German',
      ['09:00 ana: Wir haben entschieden, dass wir die Preise für die alten Kunden nicht ändern.'],
      1,
    ],
    [
      'Spanish',
      ['09:00 ana: Hemos decidido que no vamos a cambiar los precios para los clientes de antes.'],
      1,
    ],
    [
      'a proposal that was accepted',
      [
        '09:00 ana: I propose we move the release to Thursday because of the audit.',
        '> 09:01 ben: sounds good',
      ],
      1,
    ],
    [
      'a proposal that was agreed to by emoji',
      ['09:00 ana: Let us agree: I suggest we drop support for the old API in May.'],
      1,
    ],
    [
      'a proposal that nobody accepted',
      [
        '09:00 ana: I propose we move the release to Thursday because of the audit.',
        '> 09:01 ben: not sure about that at all, the audit is on Friday',
      ],
      0,
    ],
    [
      'one that was not taken yet',
      ['09:00 ana: We have not decided on the pricing for the existing customers.'],
      0,
    ],
    [
      'a question',
      ['09:00 ana: Have we decided to keep the old pricing for existing customers?'],
      0,
    ],
    ['lunch', ['09:00 ana: let us go with pizza for lunch', '> 09:01 ben: agreed'], 0],
  ])('%s', async (_, lines, count) => {
    const agreed = { reactions: [{ emoji: '+1', userIds: ['ben', 'cleo'] }] };
    const extras = lines[0]?.includes('Let us agree') === true ? { 0: agreed } : {};
    const recap = await write([channel('plans', lines, extras)]);
    expect(itemsOf(recap, 'decisions')).toHaveLength(count);
  });

  test('show who accepted', async () => {
    const recap = await write([
      channel('plans', [
        '09:00 ana: I propose we move the release to Thursday because of the audit.',
        '> 09:01 ben: sounds good',
      ]),
    ]);
    const [item] = itemsOf(recap, 'decisions');
    expect(item?.followUps.map((line) => line.author)).toEqual(['Ben']);
  });

  test('an acceptance after another question belongs to that', async () => {
    const recap = await write([
      channel('plans', [
        '09:00 ana: Should we switch to the second provider before the weekend?',
        '> 09:02 cleo: May I send test mails to your address?',
        '> 09:03 dan: yes please',
      ]),
    ]);
    expect(itemsOf(recap, 'decisions')).toEqual([]);
  });
});

describe('possible action items', () => {
  test.each([
    [
      'a promise with a deadline',
      "09:00 ana: I'll send the contract to legal tomorrow.",
      'Ana',
      'tomorrow',
    ],
    [
      'a request by name',
      '09:00 ana: @ben can you update the status page by Friday please',
      'Ben',
      'by Friday',
    ],
    [
      'a heading',
      '09:00 ana: To do: rotate the signing keys of the old cluster',
      undefined,
      undefined,
    ],
    [
      'German',
      '09:00 ana: @ben kannst du bitte die Rechnung für den Kunden bis Freitag prüfen und an mich schicken',
      'Ben',
      'bis Freitag',
    ],
    [
      'Spanish',
      '09:00 ana: @ben puedes revisar la factura del cliente antes del viernes por favor y me la mandas',
      'Ben',
      'antes del viernes',
    ],
  ])('%s', async (_, line, assignee, due) => {
    const recap = await write([channel('plans', [line])]);
    expect(itemsOf(recap, 'action_items')).toHaveLength(1);
    expect(itemsOf(recap, 'action_items')[0]?.assignee).toBe(assignee);
    expect(itemsOf(recap, 'action_items')[0]?.due).toBe(due);
  });

  test.each([
    ['absence', "09:00 ana: I'll be out tomorrow, back on Friday as usual."],
    ['a notice', '09:00 ana: Please note that the office is closed on Friday.'],
    [
      'a greeting',
      '09:00 ana: Guten Morgen, bitte die Tür vom Lager hier nicht mehr so offen stehen lassen.',
    ],
    ['nobody and no time', '09:00 ana: someone needs to think about the wording of that page'],
  ])('not %s', async (_, line) => {
    const recap = await write([channel('plans', [line])]);
    expect(itemsOf(recap, 'action_items')).toEqual([]);
  });
});

describe('questions', () => {
  test('stay open until somebody answers', async () => {
    const recap = await write([
      channel('help', [
        '09:00 ana: Where do I find the export of the old invoices?',
        '> 09:04 ben: In the archive, under Finance, but you need the auditor role.',
        '10:00 cleo: Does anybody know who owns the staging certificate?',
        '11:00 dan: Which region is the new cluster in?',
        '> 11:30 dan: I mean the one for analytics.',
      ]),
    ]);
    expect(textsOf(recap, 'open_questions')).toEqual([
      'Does anybody know who owns the staging certificate?',
      'Which region is the new cluster in?',
    ]);
    const [answered] = itemsOf(recap, 'highlights');
    expect(answered?.line.text).toContain('export of the old invoices');
    expect(answered?.followUps.map((line) => line.text)).toEqual([
      'In the archive, under Finance, but you need the auditor role.',
    ]);
  });

  test('a later remark about something else is no answer', async () => {
    const recap = await write([
      channel('help', [
        '09:00 ana: Who approves the budget of the harbour project?',
        '09:20 ben: The new monitors arrived at the reception.',
      ]),
    ]);
    expect(textsOf(recap, 'open_questions')).toEqual([
      'Who approves the budget of the harbour project?',
    ]);
  });
});

describe('for you', () => {
  const lines = [
    '09:00 ana: @rita can you approve the invoice of the caterer?',
    '> 09:30 rita: Done.',
    '10:00 rita: I have uploaded the plan of the new office, comments are welcome.',
    '> 10:10 ben: The meeting rooms on the second floor have no windows, is that on purpose?',
    '> 10:12 cleo: thanks!',
    '11:00 dan: The printer on the third floor works again.',
  ];

  test('has mentions, and answers in threads of the reader', async () => {
    const recap = await write([channel('office', lines)]);
    expect(itemsOf(recap, 'for_you').map((item) => [item.concern, item.line.author])).toEqual([
      ['mention', 'Ana'],
      ['reply', 'Ben'],
    ]);
  });

  test('shows what the reader has answered', async () => {
    const [mention] = itemsOf(await write([channel('office', lines)]), 'for_you');
    expect(mention?.followUps.map((line) => line.text)).toEqual(['Done.']);
  });

  test('says which thread of the reader was answered', async () => {
    const [, reply] = itemsOf(await write([channel('office', lines)]), 'for_you');
    expect(reply?.topic?.text).toContain('I have uploaded the plan');
  });

  test('has answers to what the reader asked, wherever that was', async () => {
    const recap = await write([
      channel('release', [
        '09:00 ana: The second mail provider is set up, and its risk is still yellow.',
        '> 09:05 rita: Is yellow a reason to stop the release for you?',
        '> 09:06 cleo: The ticket with the other department is open since this morning.',
        '> 09:10 ana: No, it is a fallback. But it should be green before the day.',
      ]),
    ]);
    const [item, ...others] = itemsOf(recap, 'for_you');
    expect(others).toEqual([]);
    expect(item?.topic?.text).toBe('Is yellow a reason to stop the release for you?');
  });

  test('names the question that a message to the reader answers', async () => {
    const recap = await write([
      channel('mail', [
        '09:00 ana: Confirmation mails were late by half an hour this morning, all are out now.',
        '> 09:05 ben: Who tests the second provider properly?',
        '> 09:10 ana: I can, tomorrow morning. @rita may I send the test mails to you?',
      ]),
    ]);
    const [item] = itemsOf(recap, 'for_you');
    expect(item?.topic?.text).toBe('Who tests the second provider properly?');
    // The question is not told again, as if nobody had answered it.
    expect(JSON.stringify(recap.channels)).not.toContain('Who tests');
  });

  test('leaves what only agrees to the decision it agrees to', async () => {
    const recap = await write([
      channel('plans', [
        '09:00 rita: I propose we move the release to Thursday because of the audit.',
        '> 09:05 ben: I agree with moving the release to Thursday, the audit comes first.',
      ]),
    ]);
    expect(itemsOf(recap, 'for_you')).toEqual([]);
    expect(itemsOf(recap, 'decisions')[0]?.followUps[0]?.author).toBe('Ben');
  });

  test('puts the channel that names the reader first', async () => {
    const quiet = channel('quiet', ['09:00 ana: @rita the parcel is at the reception']);
    const recap = await write([incident, quiet]);
    expect(recap.channels.map((each) => each.name)).toEqual(['Quiet', 'Incidents']);
  });
});

describe('what belongs together', () => {
  test('a request shows what its assignee said', async () => {
    const recap = await write([
      channel('dev', [
        '09:00 ben: The change still needs a second review before noon. @fay can you do that today?',
        "> 09:20 fay: Yes, I'll do the whole review today, right after the meeting with the others.",
      ]),
    ]);
    const [item, ...others] = itemsOf(recap, 'action_items');
    expect(others).toEqual([]);
    expect(item).toMatchObject({ assignee: 'Fay', followUps: [{ author: 'Fay' }] });
  });

  test('what somebody took on and came back to is no longer to be done', async () => {
    const lines = [
      '09:00 emi: The documentation of the forecast is ready, with three examples.',
      "> 09:20 fay: I'll read the documentation of the forecast tonight.",
    ];
    const later =
      '> 19:30 fay: I have read the documentation of the forecast. One sentence is missing.';
    expect(itemsOf(await write([channel('dev', lines)]), 'action_items')).toHaveLength(1);
    expect(itemsOf(await write([channel('dev', [...lines, later])]), 'action_items')).toEqual([]);
  });

  test('a thread shows what came of it', async () => {
    const recap = await write([
      channel('yard', [
        '09:00 ana: The crane at berth two stands still until two in the afternoon, all pickups move.',
        '> 09:10 ben: ok',
        '> 14:10 ana: The crane works again.',
        '> 14:11 ben: thanks!',
      ]),
    ]);
    expect(itemsOf(recap, 'highlights')).toMatchObject([
      { replies: 3, followUps: [{ text: 'The crane works again.' }] },
    ]);
  });

  test('between two people the next message of the other is the reply', async () => {
    const lines = [
      '09:00 ana: Could you open the meeting without me?',
      '09:20 ben: With pleasure.',
    ];
    const direct = { ...channel('ana', lines), kind: 'direct' as const };
    expect(textsOf(await write([direct]), 'open_questions')).toEqual([]);
    expect(textsOf(await write([channel('office', lines)]), 'open_questions')).toHaveLength(1);
  });

  test('asking in the third person is asking', async () => {
    const recap = await write([
      channel('support', ['09:00 ana: The customer asks whether the weight can come as a table.']),
    ]);
    expect(textsOf(recap, 'open_questions')).toHaveLength(1);
  });

  test('the busiest conversation is named where no section begins with it', async () => {
    const talk = Array.from({ length: 7 }, (_, at) => `> 09:1${at} ben: ok`);
    const recap = await write([
      channel('yard', [
        '09:00 ana: The crane at berth two stands still.',
        ...talk,
        '12:00 cleo: hi',
      ]),
    ]);
    expect(recap.channels[0]?.busiest).toBeUndefined();
    expect(textsOf(recap, 'highlights')[0]).toContain('The crane');
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
      'The weather in the harbour was calm and the cranes worked all day without a pause. ';
    const text = `${filler.repeat(6)}We decided to open the second gate on Sundays. ${filler.repeat(6)}`;
    const recap = await write([channel('harbour', [`09:00 ana: ${text.trim()}`])]);
    const [line] = textsOf(recap, 'decisions');
    expect(line).toContain('We decided to open the second gate on Sundays.');
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
      engine.write(collected([incident]), { length: 'brief', focus: 'everything', signal: aborted }),
    ).rejects.toThrow('enough');
  });

  test('every line names its message', async () => {
    const recap = await write([incident]);
    const ids = new Set(incident.posts.map((_, index) => postId('incidents', index)));
    for (const item of itemsOf(recap, 'highlights')) expect(ids).toContain(item.line.postId);
  });
});
