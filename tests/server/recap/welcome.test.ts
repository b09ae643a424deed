/** The bot's welcome: once for each user, whatever happens at once. */
import { beforeEach, expect, test } from '@jest/globals';
import { languages } from '../../../server/contract/index.ts';
import { createLog } from '../../../server/log.ts';
import { welcome } from '../../../server/recap/index.ts';
import type { WelcomeOptions } from '../../../server/recap/index.ts';
import { welcomeText } from '../../../server/recap/welcome.ts';
import { KeyValueStore, WelcomeStore } from '../../../server/store/index.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

const rita = 'r'.repeat(26);
let posted: [string, string][];
let failure: Error | undefined;
let logged: string[];
let memory: MemoryKv;
let clock: ManualClock;

beforeEach(() => {
  posted = [];
  failure = undefined;
  logged = [];
  clock = new ManualClock();
  memory = new MemoryKv(clock);
});

/** A node of the cluster. */
function node(seed: number, locale = 'en'): WelcomeOptions {
  const kv = new KeyValueStore(memory.client(), clock);
  const api = {
    getUser: () => Promise.resolve({ locale }),
    getDirectChannel: (user: string) => Promise.resolve({ id: `direct of ${user}` }),
    createPost: (post: { channelId: string; message: string }) => {
      if (failure !== undefined) return Promise.reject(failure);
      posted.push([post.channelId, post.message]);
      return Promise.resolve({});
    },
  };
  return {
    api: api as unknown as WelcomeOptions['api'],
    botUserId: 'bot',
    keeper: new WelcomeStore(kv, clock, seededRandomness(seed)),
    log: createLog((level, message) => logged.push(`${level}: ${message}`)),
  };
}

test('comes once, on whatever node and however many ask at once', async () => {
  const nodes = [node(1), node(2), node(3)];
  await Promise.all([...nodes, ...nodes].map((each) => welcome(each, rita)));
  await welcome(node(4), rita);
  expect(posted).toEqual([[`direct of ${rita}`, welcomeText('en')]]);
});

test('comes on the next occasion when it could not be sent', async () => {
  failure = new Error('away');
  await welcome(node(1), rita);
  expect(logged).toEqual(['warn: a user was not welcomed']);
  failure = undefined;
  await welcome(node(1), rita);
  expect(posted).toHaveLength(1);
});

test.each(languages)('says in %s how to go on', (locale) => {
  expect(welcomeText(locale)).toContain('`/recap list`');
  expect(welcomeText(locale)).toContain('`/recap help`');
  expect(welcomeText(locale).length).toBeLessThan(320);
});
