import { describe, expect, test } from '@jest/globals';
import { translatorFor } from '../../../server/i18n/index.ts';
import { refusal, ScheduleError } from '../../../server/schedule/index.ts';

describe('a refusal', () => {
  const few = refusal('limit', 'scheduled_recaps.action.limit', {
    field: 'title',
    limit: 3,
    retryAfterSeconds: 4,
    values: { count: 3 },
  });

  test('has English for programs, and what they need to know', () => {
    expect(few).toBeInstanceOf(ScheduleError);
    const { code, message, field, limit, retryAfterSeconds } = few;
    expect({ code, message, field, limit, retryAfterSeconds }).toEqual({
      code: 'limit',
      message: 'You can have no more than 3 schedules. Delete another first.',
      field: 'title',
      limit: 3,
      retryAfterSeconds: 4,
    });
  });

  test('is said in any language', () => {
    expect(few.sentence(translatorFor('de').text)).toMatch(
      /^Mehr als 3 Zeitpläne sind nicht möglich/,
    );
  });
});
