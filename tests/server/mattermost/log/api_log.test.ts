import { describe, expect, test } from '@jest/globals';
import { apiLog } from '../../../../server/mattermost/index.ts';
import type { LogPairs } from '../../../../server/mattermost/index.ts';
import type { LogCalls } from '../../../../server/mattermost/log/index.ts';
import { settle } from '../../../support/manual_clock.ts';

type Line = [level: string, message: string, pairs: LogPairs];

/** A server that takes log lines, answers when it is told to, and remembers them. */
function server() {
  const lines: Line[] = [];
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const at =
    (level: string) =>
    (message: string, pairs: LogPairs): Promise<void> => {
      lines.push([level, message, pairs]);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    };
  const calls: LogCalls = {
    logDebug: at('debug'),
    logInfo: at('info'),
    logWarn: at('warn'),
    logError: at('error'),
  };
  return { lines, waiting, calls };
}

describe('apiLog', () => {
  test('sends each level with its facts as texts', () => {
    const { lines, calls } = server();
    const log = apiLog(calls);
    log.debug('d', { n: 1, on: true, gone: undefined });
    log.info('i');
    log.warn('w', { error: new Error('outer', { cause: new Error('inner') }) });
    log.error('e', { text: '' });
    expect(lines).toEqual([
      [
        'debug',
        'd',
        [
          ['n', '1'],
          ['on', 'true'],
        ],
      ],
      ['info', 'i', []],
      ['warn', 'w', [['error', 'outer: inner']]],
      ['error', 'e', [['text', '']]],
    ]);
  });

  test('swallows failures, which make room like answers do', async () => {
    const { lines, waiting, calls } = server();
    const log = apiLog(calls);
    for (let index = 0; index < 256; index += 1) log.info(`line ${index}`);
    for (const { reject } of waiting) reject(new Error('gone'));
    await settle();
    log.info('the next');
    expect(lines.slice(256)).toEqual([['info', 'the next', []]]);
  });

  test('drops lines while too many are under way, and says how many', async () => {
    const { lines, waiting, calls } = server();
    const log = apiLog(calls);
    for (let index = 0; index < 300; index += 1) log.info(`line ${index}`);
    expect(lines).toHaveLength(256);
    waiting[0]?.resolve();
    await settle();
    expect(lines[256]).toEqual(['warn', 'log lines were dropped', [['count', '44']]]);
    log.info('too early');
    for (const { resolve } of waiting) resolve();
    await settle();
    expect(lines[257]).toEqual(['warn', 'log lines were dropped', [['count', '1']]]);
    log.info('back to normal');
    expect(lines[258]?.[1]).toBe('back to normal');
  });

  test('cuts what is too long', () => {
    const { lines, calls } = server();
    apiLog(calls).info('x'.repeat(10_000), { key: 'y'.repeat(10_000) });
    const [line] = lines;
    expect(line?.[1]).toHaveLength(8_192);
    expect(line?.[2][0]?.[1]).toHaveLength(8_192);
  });
});
