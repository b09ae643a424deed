/** As what messages are told. */
import { describe, expect, test } from '@jest/globals';
import { channel, itemsOf, textsOf, write } from '../../fixtures.ts';

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
    [
      'French',
      ['09:00 ana: On a décidé de garder les anciens prix pour les clients existants.'],
      1,
    ],
    [
      'Portuguese',
      ['09:00 ana: Ficou decidido que a gente mantém os preços antigos para os clientes atuais.'],
      1,
    ],
    [
      'Japanese',
      [
        '09:00 ana: 会議の結果、リリースは来週の火曜日に変更しました。お客様への連絡はこれからです。',
      ],
      1,
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

  test('a proposal is none where what is decided comes after it', async () => {
    const recap = await write([
      channel('plans', [
        '09:00 ana: I propose we move the release to Thursday because of the audit.',
        '> 09:01 ben: sounds good',
        '> 09:30 cleo: We decided to move the release to Friday, after the audit is done.',
      ]),
    ]);
    expect(itemsOf(recap, 'decisions').map((item) => item.line.author)).toEqual(['Cleo']);
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
      'French',
      '09:00 ana: @ben tu peux vérifier la facture du client avant vendredi et me la renvoyer ?',
      'Ben',
      'avant vendredi',
    ],
    [
      'Portuguese',
      '09:00 ana: @ben você pode revisar a fatura do cliente até sexta e me mandar de volta?',
      'Ben',
      'até sexta',
    ],
    [
      'Japanese',
      '09:00 ana: @ben 請求書の確認を金曜までにお願いします。お客様に送る前に見てください。',
      'Ben',
      '金曜までに',
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
    expect(answered?.topic?.text).toContain('export of the old invoices');
    expect(answered?.line.text).toBe(
      'In the archive, under Finance, but you need the auditor role.',
    );
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
