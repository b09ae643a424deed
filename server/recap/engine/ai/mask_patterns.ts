/**
 * What may not leave the server: the shapes of credentials, addresses of people, and numbers that pay.
 *
 * A credential is known by its prefix where it has one, by the word before it, or, failing both, by looking like
 * nothing that people write. Every expression is linear: no part of it can match the same text in two ways.
 */

/** What a masked span was. It is part of the placeholder, so that a sentence keeps its sense. */
export type MaskKind = 'SECRET' | 'EMAIL' | 'PHONE' | 'CARD' | 'QUERY';

/** One shape. Where the expression has a group named `it`, that alone is masked. */
export interface MaskPattern {
  readonly kind: MaskKind;
  readonly expression: RegExp;
  /** A further look at what was found; absent where the shape says enough. */
  readonly confirm?: (found: string) => boolean;
}

/** Tokens with a prefix of their own: the services' published formats. */
const prefixed = [
  // Clouds
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}',
  'AIza[\\w-]{35}',
  'ya29\\.[\\w-]{20,}',
  'GOCSPX-[\\w-]{20,}',
  'do[opr]_v1_[a-f0-9]{64}',
  'HRKU-[\\w-]{30,}',
  'fo1_[\\w-]{40,}',
  'FlyV1 [\\w+/=,-]{40,}',
  'pscale_(?:tkn|pw|oauth)_[\\w.-]{30,}',
  'sbp_[a-f0-9]{40}',
  'sb_secret_[\\w-]{20,}',
  'dapi[a-f0-9]{32}(?:-\\d)?',
  'vercel_[A-Za-z0-9]{20,}',
  // Code and packages
  'gh[opusr]_[A-Za-z0-9]{36,}',
  'github_pat_\\w{22,}',
  'gl(?:pat|ptt|dt|rt|cbt|ft|imt|agent|oas|soat)-[\\w.-]{20,}',
  'ATATT3[\\w=-]{20,}',
  'ATBB[A-Za-z0-9]{20,}',
  'npm_[A-Za-z0-9]{36}',
  'pypi-[\\w-]{50,}',
  'rubygems_[a-f0-9]{48}',
  'dckr_(?:pat|oat)_[\\w-]{20,}',
  'oy2[a-z0-9]{43}',
  'lin_(?:api|oauth)_[A-Za-z0-9]{32,}',
  'PMAK-[a-f0-9]{24}-[a-f0-9]{34}',
  'ntn_[A-Za-z0-9]{40,}',
  'figd_[\\w-]{30,}',
  // Talk
  'xox[abeoprs]-[\\w-]{10,}',
  'xapp-\\d-[\\w-]{20,}',
  '\\d{8,10}:AA[\\w-]{33}',
  '[MNO][\\w-]{23,25}\\.[\\w-]{6}\\.[\\w-]{27,38}',
  // Money and mail
  '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}',
  'whsec_[\\w+/=]{24,}',
  'sq0(?:atp|csp|idp)-[\\w-]{22,}',
  'EAAA[\\w-]{60}',
  'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}',
  'access_token\\$production\\$[a-z0-9]{16}\\$[a-f0-9]{32}',
  'SG\\.[\\w-]{16,}\\.[\\w-]{32,}',
  'key-[a-f0-9]{32}',
  '[a-f0-9]{32}-us\\d{1,2}',
  'xkeysib-[a-f0-9]{64}-\\w{16}',
  '(?:SK|AC)[a-f0-9]{32}',
  // Models
  'sk-ant-[\\w-]{20,}',
  'sk-(?:proj-|svcacct-|admin-|or-v1-)?[\\w-]{20,}',
  'hf_[A-Za-z0-9]{30,}',
  'gsk_[A-Za-z0-9]{40,}',
  'r8_[A-Za-z0-9]{30,}',
  'xai-[A-Za-z0-9]{40,}',
  'pplx-[A-Za-z0-9]{40,}',
  // Keeping watch, keeping secrets
  'hv[sbr]\\.[\\w-]{20,}',
  '[\\w-]{14}\\.atlasv1\\.[\\w-]{50,}',
  'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{30,}',
  'gl(?:sa|c)_[\\w+/=-]{30,}',
  'sntry[su]_[\\w+/=-]{40,}',
  'NRAK-[A-Z0-9]{27}',
  'NRJS-[a-f0-9]{19}',
  'PRIVATE-TOKEN: ?\\S{10,}',
  'AGE-SECRET-KEY-1[A-Z0-9]{58}',
  'ops_eyJ[\\w-]{40,}',
] as const;

/** Names after which a value stands that is not for others. */
const secretNames =
  '(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|account[_-]?key|private[_-]?key|client[_-]?secret|auth[_-]?key|credentials?|passwort|kennwort|contrase[nñ]a|mot de passe|senha|パスワード|密码)';

/** Lengths and mixtures that a token has, and a word, a file name or a Git commit has not. */
const leastRandomLength = 32;
const leastEntropy = 4;

/** In this order: what an earlier one masked no later one sees. */
export const maskPatterns: readonly MaskPattern[] = [
  {
    kind: 'SECRET',
    expression:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]{0,16384}(?:-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/g,
  },
  { kind: 'SECRET', expression: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}(?:\.[\w-]*)?/g },
  // Hooks that let whoever knows the address post.
  {
    kind: 'SECRET',
    expression:
      /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<it>[\w/-]{20,})|(?:discord|discordapp)\.com\/api\/webhooks\/(?<it>[\w/-]{20,})|\/hooks\/(?<it>[a-z0-9]{26})\b/g,
  },
  // User and password in an address.
  {
    kind: 'SECRET',
    expression: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<it>[^\s/@:]{0,128}:[^\s/@]{1,256})@/gi,
  },
  {
    kind: 'QUERY',
    expression: /\bhttps?:\/\/[^\s?#<>"'`]{1,2048}[?#](?<it>[^\s<>"'`)\]]{1,4096})/gi,
  },
  { kind: 'SECRET', expression: new RegExp(`(?<![\\w-])(?:${prefixed.join('|')})(?![\\w])`, 'g') },
  { kind: 'SECRET', expression: /\b(?:bearer|basic)\s+(?<it>[\w+/.~=-]{16,})/gi },
  {
    kind: 'SECRET',
    expression: new RegExp(
      `(?<![a-z])${secretNames}["'\`]?\\s{0,3}(?:[:=]|=>|\\bis\\b|\\bist\\b|\\bes\\b|：|は)\\s{0,3}["'\`]?(?<it>[^\\s"'\`,;]{4,512})`,
      'giu',
    ),
    confirm: isNoWord,
  },
  {
    kind: 'SECRET',
    expression: /(?<![\w+/=.-])[\w+/-]{32,512}={0,2}(?![\w+/=-])/g,
    confirm: looksRandom,
  },
  {
    kind: 'EMAIL',
    expression: /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\b/gi,
  },
  {
    kind: 'CARD',
    expression: /(?<![\w.,/-])[3-6]\d{3}(?:[ -]?\d){9,15}(?![\w.,/-]?\d)/g,
    confirm: isCard,
  },
  {
    kind: 'CARD',
    expression: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    confirm: isIban,
  },
  {
    kind: 'PHONE',
    expression:
      /(?<![\w.+-])(?:\+|00)[1-9]\d{0,2}(?:[ ./-]?\(?\d{1,4}\)?){2,6}(?![\w-])|(?<![\w.-])\(\d{3}\) ?\d{3}[ .-]\d{4}(?![\w-])|(?<![\w.-])\d{3}-\d{3}-\d{4}(?![\w-])|(?<![\w.-])0[1-9]\d{1,3}[ /]\d{3,4}[ -]?\d{3,5}(?![\w.-])/g,
    confirm: isPhone,
  },
];

/** "password is wrong" is talk; "password is hunter2" is not. */
function isNoWord(value: string): boolean {
  if (/^\[[A-Z]+_\d+\]/.test(value) || /^(?:<|\$\{?|%|\{\{)/.test(value)) return false;
  const kinds = [/\d/, /\p{Ll}/u, /\p{Lu}/u, /[^\p{L}\d.,!?)]/u].filter((kind) => kind.test(value));
  return (
    kinds.length >= 2 &&
    (/\d/.test(value) || (value.length >= 8 && /[^\p{L}\d.,!?)-]/u.test(value)))
  );
}

/** Upper and lower case and digits in no order. Hashes in hex, ids in lower case and paths are let through. */
function looksRandom(found: string): boolean {
  if (!/[a-z]/.test(found) || !/[A-Z]/.test(found) || !/\d/.test(found)) return false;
  const longest = Math.max(...found.split(/[/_-]/).map((part) => part.length));
  return longest >= leastRandomLength / 2 && entropy(found) >= leastEntropy;
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/** Luhn's check, and a length that cards have. */
function isCard(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
      sum += value > 9 ? value - 9 : value;
    });
  return sum % 10 === 0;
}

/** The check of ISO 13616. */
function isIban(found: string): boolean {
  const compact = found.replaceAll(' ', '');
  const turned = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const character of turned) {
    for (const digit of String(parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** As many digits as numbers of phones have, and no date. */
function isPhone(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15;
}
