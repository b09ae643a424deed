import { describe, expect, test } from '@jest/globals';

import {
  broken,
  endRequested,
  finReceived,
  finSent,
  openState,
} from '../../../../server/wire/yamux/stream_state.ts';
import type { StreamState } from '../../../../server/wire/yamux/stream_state.ts';

const cause = new Error('broke');

const states = {
  open: openState,
  ending: { kind: 'live', sending: 'ending', receiving: 'open' },
  halfClosed: { kind: 'live', sending: 'ended', receiving: 'open' },
  peerEnded: { kind: 'live', sending: 'open', receiving: 'ended' },
  peerEndedEnding: { kind: 'live', sending: 'ending', receiving: 'ended' },
  closed: { kind: 'closed' },
  broken: { kind: 'broken', cause },
} as const satisfies Record<string, StreamState>;

type Name = keyof typeof states;

/** The whole machine: from each state, what each event leads to. */
const table: Record<Name, [end: Name, finSent: Name, finReceived: Name | 'error', breaks: Name]> = {
  open: ['ending', 'open', 'peerEnded', 'broken'],
  ending: ['ending', 'halfClosed', 'peerEndedEnding', 'broken'],
  halfClosed: ['halfClosed', 'halfClosed', 'closed', 'broken'],
  peerEnded: ['peerEndedEnding', 'peerEnded', 'error', 'broken'],
  peerEndedEnding: ['peerEndedEnding', 'closed', 'error', 'broken'],
  closed: ['closed', 'closed', 'closed', 'closed'],
  broken: ['broken', 'broken', 'broken', 'broken'],
};

describe.each(Object.entries(table))('stream state %s', (name, [end, sent, received, breaks]) => {
  const state = states[name as Name];

  test(`end leads to ${end}`, () => {
    expect(endRequested(state)).toEqual(states[end]);
  });

  test(`a sent FIN leads to ${sent}`, () => {
    expect(finSent(state)).toEqual(states[sent]);
  });

  test(`a received FIN leads to ${received}`, () => {
    if (received === 'error') {
      expect(() => finReceived(state, 7)).toThrow(
        expect.objectContaining({ code: 'unexpected_fin', goAway: 1 }),
      );
    } else expect(finReceived(state, 7)).toEqual(states[received]);
  });

  test(`a break leads to ${breaks}`, () => {
    expect(broken(state, cause)).toEqual(states[breaks]);
  });
});
