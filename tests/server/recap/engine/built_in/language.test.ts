/** Which language a text is in. */
import { describe, expect, test } from '@jest/globals';
import {
  chooseLexicon,
  LanguageCount,
} from '../../../../../server/recap/engine/built_in/language.ts';
import { tokenize } from '../../../../../server/recap/engine/built_in/words.ts';

function count(text: string): LanguageCount {
  const language = new LanguageCount();
  language.add(tokenize(text));
  return language;
}

describe('a message', () => {
  test.each([
    ['en', 'We have moved the release to Thursday because of the audit.'],
    ['de', 'Wir haben das Release wegen der Prüfung auf Donnerstag verschoben.'],
    ['es', 'No vamos a cambiar los precios para los clientes de antes.'],
    ['fr', 'On a déplacé la mise en production à jeudi à cause de l’audit.'],
    ['pt', 'A gente mudou o lançamento para quinta por causa da auditoria.'],
    ['ja', 'リリースは監査のため木曜に変更しました。'],
    ['', 'Przenieśliśmy premierę na czwartek, ponieważ audyt potrwa dłużej.'],
    ['', 'เซิร์ฟเวอร์ฐานข้อมูลหยุดทำงานตั้งแต่แปดโมงเช้า'],
    ['', '服务器从早上八点开始无法访问，正在调查原因。'],
    ['', 'ok'],
  ])('%s: %s', (language, text) => {
    expect(chooseLexicon(count(text)).language).toBe(language);
  });

  test('that does not tell is in the language of those around it', () => {
    const around = count('Das haben wir heute nicht mehr geschafft, das machen wir dann morgen.');
    expect(chooseLexicon(count('Pool: 20'), around).language).toBe('de');
  });
});

test('counts add up', () => {
  const sum = count('Das ist');
  sum.merge(count('nicht so gut, weil wir das auch noch machen'));
  expect(sum.best()?.language).toBe('de');
});
