/** What is kept from leaving, measured on shapes of real tokens; and what ordinary text must not lose. */
import { describe, expect, test } from '@jest/globals';
import { Mask } from '../../../../../server/recap/engine/ai/mask.ts';
import { Random } from '../../../../support/random.ts';

const random = new Random(20261102);
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';
const mixed = upper + lower + digits;

/** Random characters; at least one of each kind where the alphabet is mixed, as real tokens have. */
function chars(count: number, alphabet: string = mixed): string {
  const some = Array.from({ length: count }, () => alphabet[random.below(alphabet.length)]).join(
    '',
  );
  return alphabet === mixed && count >= 6 ? `aZ9${some.slice(3)}` : some;
}
const hex = (count: number): string => chars(count, 'abcdef0123456789');
const big = (count: number): string => chars(count, upper + digits);

/** Put together at run time, so that no scanner takes this file for a leak. */
const j = (...parts: readonly string[]): string => parts.join('');
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const secrets: readonly (readonly [string, string])[] = [
  ['AWS access key', j('AK', 'IA', big(16))],
  ['AWS temporary key', j('AS', 'IA', big(16))],
  ['AWS secret key', j('aws_secret_', 'access_key = ', chars(40))],
  ['Google API key', j('AI', 'za', chars(35))],
  ['Google OAuth token', j('ya', '29.', chars(60))],
  ['Google client secret', j('GOC', 'SPX-', chars(28))],
  ['GitHub token', j('gh', 'p_', chars(36))],
  ['GitHub app token', j('gh', 's_', chars(36))],
  ['GitHub fine-grained token', j('github', '_pat_', chars(22), '_', chars(59))],
  ['GitLab token', j('gl', 'pat-', chars(20))],
  ['GitLab runner token', j('gl', 'rt-', chars(20))],
  ['Atlassian token', j('AT', 'ATT3', chars(60), '=', hex(8).toUpperCase())],
  ['npm token', j('np', 'm_', chars(36))],
  ['PyPI token', j('py', 'pi-AgEIcHlwaS5vcmc', chars(60))],
  ['RubyGems key', j('ruby', 'gems_', hex(48))],
  ['Docker token', j('dckr', '_pat_', chars(27))],
  ['Slack bot token', j('xo', 'xb-', chars(12, digits), '-', chars(24))],
  ['Slack app token', j('xa', 'pp-1-A', big(10), '-', chars(13, digits), '-', hex(64))],
  ['Slack hook', j('https://hooks.', 'slack.com/services/T', big(8), '/B', big(8), '/', chars(24))],
  ['Discord hook', j('https://discord', '.com/api/webhooks/', chars(18, digits), '/', chars(68))],
  ['Mattermost hook', j('https://mm.example/', 'hooks/', chars(26, lower + digits))],
  ['Telegram bot', j(chars(9, digits), ':A', 'A', chars(33))],
  ['Stripe key', j('sk', '_live_', chars(24))],
  ['Stripe restricted key', j('rk', '_test_', chars(24))],
  ['Stripe hook secret', j('wh', 'sec_', chars(32))],
  ['Square token', j('sq0', 'atp-', chars(22))],
  ['Shopify token', j('shp', 'at_', hex(32))],
  ['SendGrid key', j('S', 'G.', chars(22), '.', chars(43))],
  ['Mailgun key', j('ke', 'y-', hex(32))],
  ['Mailchimp key', j(hex(32), '-u', 's14')],
  ['Brevo key', j('xkey', 'sib-', hex(64), '-', chars(16))],
  ['Twilio key', j('S', 'K', hex(32))],
  ['OpenAI key', j('s', 'k-', chars(48))],
  ['OpenAI project key', j('s', 'k-proj-', chars(74))],
  ['Anthropic key', j('s', 'k-ant-', 'api03-', chars(90))],
  ['Hugging Face token', j('h', 'f_', chars(34))],
  ['Groq key', j('g', 'sk_', chars(52))],
  ['Replicate token', j('r', '8_', chars(37))],
  ['Vault token', j('hv', 's.', chars(24))],
  ['Terraform Cloud token', j(chars(14), '.atlas', 'v1.', chars(67))],
  ['Doppler token', j('d', 'p.pt.', chars(43))],
  ['Grafana token', j('gl', 'sa_', chars(32), '_', hex(8))],
  [
    'Sentry token',
    j('sntry', 's_', base64({ iat: 1, url: 'https://sentry.example' }), '_', chars(43)),
  ],
  ['New Relic key', j('NR', 'AK-', big(27))],
  ['DigitalOcean token', j('do', 'p_v1_', hex(64))],
  ['Databricks token', j('da', 'pi', hex(32))],
  ['Heroku key', j('HR', 'KU-', chars(60))],
  ['Supabase token', j('sb', 'p_', hex(40))],
  ['PlanetScale token', j('pscale', '_tkn_', chars(43))],
  ['Postman key', j('PM', 'AK-', hex(24), '-', hex(34))],
  ['Linear key', j('lin', '_api_', chars(40))],
  ['Notion token', j('nt', 'n_', chars(46))],
  ['Figma token', j('fi', 'gd_', chars(40))],
  ['age key', j('AGE-SECRET', '-KEY-1', big(58))],
  [
    'JSON web token',
    j(base64({ alg: 'HS256', typ: 'JWT' }), '.', base64({ sub: '1', admin: 1 }), '.', chars(43)),
  ],
  [
    'private key',
    j(
      '-----BEGIN RSA PRIVATE',
      ' KEY-----\n',
      chars(64),
      '\n',
      chars(64),
      '\n-----END RSA PRIVATE',
      ' KEY-----',
    ),
  ],
  ['bearer header', j('Authorization: Bea', 'rer ', chars(40))],
  [
    'basic header',
    j('Authorization: Ba', 'sic ', Buffer.from('admin:hunter22').toString('base64')),
  ],
  ['password in an address', j('postgres://app:', 's3cr', 'et!@db.example:5432/app')],
  ['password after its word', j('the pass', 'word is Tr0ub4dor&3')],
  ['password in a setting', j('DB_PASS', 'WORD="correct-horse-9"')],
  ['German password', j('Das Pass', 'wort: Sommer2026!')],
  ['Japanese password', j('パスワード', '：Sakura2026!')],
  ['Azure storage key', j('Account', 'Key=', chars(86), '==')],
  ['client secret', j('client_', 'secret: ', chars(30))],
  ['any token without a name', chars(44)],
  ['any token in Base64', j(chars(20), '+', chars(20), '/', chars(20), '==')],
];

const personal: readonly (readonly [string, string, string])[] = [
  ['mail address', 'write to anna.weber+hr@harbour.example please', 'write to [EMAIL_1] please'],
  ['phone number', 'call +49 30 901820 or (555) 123-4567', 'call [PHONE_1] or [PHONE_2]'],
  ['local phone number', 'ring 030 9018 2000 today', 'ring [PHONE_1] today'],
  ['card number', 'card 4111 1111 1111 1111 please', 'card [CARD_1] please'],
  ['account number', 'to DE89 3704 0044 0532 0130 00 today', 'to [CARD_1] today'],
  ['query', 'see https://a.example/x?token=abc&u=1 now', 'see https://a.example/x?[QUERY_1] now'],
  ['fragment', 'see https://a.example/x#access=1', 'see https://a.example/x#[QUERY_1]'],
];

/** What teams write all day, and what looks a little like a secret. */
const ordinary: readonly string[] = [
  'We decided to move the release to Thursday because of the audit.',
  'Rolled back to 4.1.8, error rate is at 0.1 %.',
  'Fixed in 3f786850e387550fdab836ed7e6dc881de23001b, please pull.',
  'commit 3f78685 broke the build, see 9e107d9d372bb6826bd81d3542a419d6',
  'Request id 550e8400-e29b-41d4-a716-446655440000 failed twice.',
  'Channel 4xp9fdt7xbny7xmqr8wzp7h5dw is archived, post 8swgtrrdiff89jnsiwiip3y1eo too.',
  'https://mm.example/harbour/pl/8swgtrrdiff89jnsiwiip3y1eo',
  'Docs: https://docs.example/en/latest/getting_started/installation_on_kubernetes_clusters.html',
  'The password is wrong again.',
  'Who has the password? Ask the team lead.',
  'My password does not work: I get an error.',
  'Please reset my token: it expired yesterday.',
  'The secret is good documentation.',
  'API key: ask Ben.',
  'The pass rate is 97 % over 1,204 tests.',
  'Meeting 2026-11-02 at 09:30, room 4.12, until 11:00.',
  'Ports 8065, 5432 and 443 are open on 192.168.10.24.',
  'Invoice 2026-000471 over 12,400.50 EUR is paid.',
  'Order 1234567890123 shipped.',
  'Build #20261102.14 took 1234 s, 5678 MB.',
  'server/recap/engine/built_in/cue_sections.ts:42 throws in isDecision',
  'NullPointerException at com.example.harbour.billing.InvoiceServiceImplementation.calculateTotals',
  'kubectl rollout undo deployment/payment-service-production-europe-west1 --to-revision=42',
  'export MAX_OLD_SPACE_SIZE=4096 NODE_ENV=production',
  'docker pull registry.example/team/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'The hash is e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 as expected',
  'see RFC-7519 and ISO-27001 and CVE-2026-12345',
  'thisIsAVeryLongCamelCaseFunctionNameThatSomebodyWroteInJavaOnce()',
  'THIS_IS_A_CONSTANT_WITH_A_RATHER_LONG_NAME_FOR_NO_GOOD_REASON',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'ETA 14:05–14:20, gate B12, flight LH 2040 on 12/11/2026',
  '+1 from me, 100 % agreed',
  '2 + 2 = 4 and 10 - 3 = 7',
  'v1.2.3-rc.4+build.567 is out',
  'lat 53.5511, lon 9.9937',
  'Budget: 3000-4000 per month, 36000-48000 per year',
  'Was haltet ihr von Dienstag, 3. November, 10 bis 12 Uhr?',
  'Das Passwort ist falsch.',
  '明日の会議は10時からです。資料は共有フォルダにあります。',
  'パスワードは変更してください。',
  'La réunion est à 9h30, salle 204.',
  'ping @ben.okafor and @anna.weber about ~town-square #release',
  ':tada: :rocket: shipped! :+1:',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'sk-learn and gh-pages and npm_config_cache are no keys',
  'xoxo, see you at key-note 2026',
  'The basic idea: bearer of bad news goes first.',
  'If x == y then token = null;',
  'const secret = process.env.SECRET;',
  'token: ${{ secrets.GITHUB_TOKEN }}',
  'password: <your password here>',
];

describe('what must not leave', () => {
  test.each(secrets)('%s', (_name, secret) => {
    const mask = new Mask();
    const hidden = mask.hide(`Please use ${secret} until Friday.`);
    expect(hidden).toMatch(/\[(?:SECRET|QUERY)_1\]/);
    // Nothing of the token itself is left: no run of it that is longer than a word and has digits in it.
    const telling = (secret.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []).filter((part) => /\d/.test(part));
    expect(telling.filter((part) => hidden.includes(part))).toEqual([]);
    expect(hidden).toMatch(/^Please use .*until Friday\.$/s);
    expect(mask.reveal(hidden).replaceAll('…', '').length).toBeGreaterThan(30);
  });

  test('is a list worth the name', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(60);
  });

  test.each(personal)('%s', (_name, text, expected) => {
    const mask = new Mask();
    expect(mask.hide(text)).toBe(expected);
    expect(mask.reveal(expected)).toBe(text);
  });

  test('has the same placeholder wherever it stands, and another for another', () => {
    const mask = new Mask();
    expect(mask.hide('a@x.example b@x.example a@x.example')).toBe('[EMAIL_1] [EMAIL_2] [EMAIL_1]');
    expect(mask.hide('again a@x.example')).toBe('again [EMAIL_1]');
  });

  test('does not come back in a channel that it was not in', () => {
    const [one, other] = [new Mask(), new Mask()];
    one.hide('a@x.example');
    expect(other.reveal('[EMAIL_1]')).toBe('[EMAIL_1]');
  });

  test('is not called back by who writes a placeholder into a message', () => {
    const mask = new Mask();
    expect(mask.hide('[EMAIL_1] and a@x.example')).toBe('EMAIL_1 and [EMAIL_1]');
  });

  test('goes to the end of the message where a key has no end', () => {
    const key = j('-----BEGIN OPENSSH PRIVATE', ' KEY-----\n', chars(70), '\n', chars(70));
    expect(new Mask().hide(`here: ${key}`)).toBe('here: [SECRET_1]');
  });

  test('comes back cut where it is long', () => {
    const mask = new Mask();
    const key = j(
      '-----BEGIN PRIVATE',
      ' KEY-----\n',
      chars(600),
      '\n-----END PRIVATE',
      ' KEY-----',
    );
    expect(mask.reveal(mask.hide(key)).length).toBeLessThan(100);
  });
});

test.each(ordinary)('ordinary text stays as it is: %s', (text) => {
  expect(new Mask().hide(text)).toBe(text);
});

describe('long text', () => {
  test.each([
    ['one letter', 'a'.repeat(16_383)],
    ['letters and digits', chars(16_383)],
    ['dashes', '-'.repeat(16_383)],
    ['digits', '4'.repeat(16_383)],
    ['spaced digits', '4111 '.repeat(3_276)],
    ['at signs', 'a@'.repeat(8_191)],
    ['dots', 'a.'.repeat(8_191)],
    ['addresses', 'https://a.b/?'.repeat(1_260)],
    ['half addresses', 'a://b:'.repeat(2_730)],
    ['names of secrets', 'password: '.repeat(1_638)],
    ['beginnings of keys', '-----BEGIN PRIVATE KEY-----'.repeat(606)],
    ['beginnings of tokens', 'eyJ'.repeat(5_461)],
    ['pluses', '+1 '.repeat(5_461)],
  ])('of %s takes no time', (_name, text) => {
    const started = performance.now();
    new Mask().hide(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
