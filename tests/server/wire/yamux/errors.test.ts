import { describe, expect, test } from '@jest/globals';

import { YamuxError } from '../../../../server/wire/yamux/errors.ts';
import type { YamuxErrorCode } from '../../../../server/wire/yamux/errors.ts';

describe('yamux error', () => {
  test.each<[YamuxErrorCode, number | undefined]>([
    ['bad_version', 1],
    ['bad_type', 1],
    ['frame_too_long', 1],
    ['bad_stream_id', 1],
    ['duplicate_stream', 1],
    ['unexpected_fin', 1],
    ['receive_window_exceeded', 1],
    ['send_window_overflow', 1],
    ['reply_flood', 1],
    ['internal', 2],
    ['truncated', undefined],
    ['transport_failed', undefined],
    ['peer_went_away', undefined],
    ['ping_timeout', undefined],
    ['reset_by_peer', undefined],
    ['write_after_end', undefined],
  ])('%s is answered with go-away code %p', (code, goAway) => {
    const cause = new Error('underneath');
    const error = new YamuxError(code, 'text', { cause });
    expect(error).toMatchObject({ name: 'YamuxError', code, goAway, message: 'text', cause });
  });
});
