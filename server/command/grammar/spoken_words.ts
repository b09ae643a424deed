/** Words that people name days and times with and that chrono-node does not know, as ones that it knows. */

/** A text as chrono-node is to read it. */
export interface Spoken {
  readonly text: string;
  /** Days that what it says lies later than what is written in it. */
  readonly daysLater: number;
}

interface Language {
  /** The day after tomorrow, as the word for tomorrow. */
  readonly dayLater?: readonly [RegExp, string];
  readonly others: readonly (readonly [RegExp, string])[];
  /** A week or a day gone by: chrono-node gives the day of the week for it, which might as well be the coming one. */
  readonly past: RegExp;
}

const languages: Readonly<Record<string, Language>> = {
  de: {
    others: [
      [/(?<=\bmorgen\s)früh\s/i, ''],
      [/\bmittag$/i, 'um 12 Uhr'],
      [/\bkommende(?=[nrs]?\s)/i, 'diese'],
      [/\beiner halben stunde\b/i, '30 Minuten'],
    ],
    past: /\b(?:letzte|vorige|vergangene)[nrs]?\s+(?:(?:Sonn|Mon|Diens|Donners|Frei|Sams)\p{L}*tag|Mittwoch|Woche|Monat|Jahr)(?!\p{L})/iu,
  },
  es: {
    dayLater: [/\bpasado\s+ma[ñn]ana\b/i, 'mañana'],
    others: [
      [/\bal?\s+mediod[ií]a$/i, 'a las 12:00'],
      [/(?<=\b(?:0?[1-9]|1[01])(?::\d\d)?\s)de la mañana$/i, 'am'],
      [/(?<=\b(?:0?[1-9]|1[01])(?::\d\d)?\s)de la (?:tarde|noche)$/i, 'pm'],
      [/\bmedia hora\b/i, '30 minutos'],
    ],
    past: /(?:\p{L}+|\d+)\s+pasad[oa](?!\p{L})|\b(?:pasad[oa]|último|última)\s+\p{L}+/iu,
  },
  fr: {
    dayLater: [/\bapr[eè]s[-\s]demain\b/i, 'demain'],
    others: [
      [/(?<!apr[eè]s[-\s])\bmidi$/i, '12h'],
      [/(?<=à\s)(\d{1,2}):(?=\d\d\b)/i, '$1h'],
      [/\bune demi[-\s]heure\b/i, '30 minutes'],
    ],
    past: /\p{L}+\s+(?:derni(?:er|ère)|passée?)(?!\p{L})/iu,
  },
  ja: {
    dayLater: [/明後日|あさって/, '明日'],
    others: [
      [/^(\d+)\s*時間後に?$/, 'in $1 hours'],
      [/^(\d+)\s*分後に?$/, 'in $1 minutes'],
      [/の朝(?=\d)/, ''],
    ],
    past: /先週|先月|昨年|去年/,
  },
};

const english: Language = {
  dayLater: [/\b(?:the\s+)?day\s+after\s+tomorrow\b/i, 'tomorrow'],
  others: [[/\bat\s+(?=(?:noon|midnight)\b)/i, '']],
  past: /\b(?:last|past|previous)\s+(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*|week|month|year)\b/i,
};

/** The text in words that chrono-node knows; English ones count in every language. */
export function respoken(text: string, language: string): Spoken {
  let spoken: Spoken = { text, daysLater: 0 };
  for (const { dayLater, others } of wordsOf(language)) {
    if (dayLater?.[0].test(spoken.text) === true) {
      spoken = { text: spoken.text.replace(...dayLater), daysLater: 1 };
    }
    for (const other of others) spoken = { ...spoken, text: spoken.text.replace(...other) };
  }
  return spoken;
}

/** The words that say that a day has gone by, such as "last monday"; undefined where there are none. */
export function pastWords(text: string, language: string): string | undefined {
  for (const { past } of wordsOf(language)) {
    const match = past.exec(text);
    if (match !== null) return match[0];
  }
  return undefined;
}

function wordsOf(language: string): readonly Language[] {
  const own = languages[language];
  return own === undefined ? [english] : [own, english];
}
