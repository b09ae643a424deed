import { afterEach, describe, expect, test } from '@jest/globals';

import {
  basePath,
  csrfToken,
  nameFormat,
  openModalAction,
  profileTimezone,
  Registrations,
  renderMarkdown,
  wants24Hours,
} from '../../../webapp/host/index.ts';
import type { HostState } from '../../../webapp/host/index.ts';
import { hostStateOf, idOf } from '../samples.ts';

describe('basePath', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'basename');
  });

  test.each([
    ['what the host says', '/chat', 'https://x.example/other', '/chat'],
    ['nothing at the root', '/', 'https://x.example/other', ''],
    [
      'the path of the address where the host says nothing',
      undefined,
      'https://x.example/chat/',
      '/chat',
    ],
    ['nothing where nobody knows', undefined, '', ''],
  ])('is %s', (_name, basename, siteUrl, expected) => {
    if (basename !== undefined) Object.assign(window, { basename });
    expect(basePath(siteUrl)).toBe(expected);
  });
});

describe('csrfToken', () => {
  afterEach(() => {
    document.cookie = 'MMCSRF=; max-age=0';
    document.cookie = 'NOTMMCSRF=; max-age=0';
  });

  test('is in a cookie of exactly that name', () => {
    document.cookie = 'NOTMMCSRF=wrong';
    expect(csrfToken()).toBe('');
    document.cookie = 'MMCSRF=right';
    expect(csrfToken()).toBe('right');
  });
});

test('a page without the host and its helpers breaks nothing', () => {
  expect(renderMarkdown('**text**')).toBe('**text**');
  expect(openModalAction({ modalId: 'x', dialogType: () => null })).toBeUndefined();
});

describe('profileTimezone', () => {
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  test.each<[string, object | undefined, string]>([
    [
      'chosen by hand',
      { useAutomaticTimezone: 'false', manualTimezone: 'Asia/Tokyo' },
      'Asia/Tokyo',
    ],
    [
      'found by the host',
      { useAutomaticTimezone: 'true', automaticTimezone: 'Asia/Tokyo', manualTimezone: 'UTC' },
      'Asia/Tokyo',
    ],
    [
      'of the browser, where the profile names none',
      { useAutomaticTimezone: 'true', automaticTimezone: '' },
      local,
    ],
    ['of the browser, where there is no profile', undefined, local],
  ])('is the one %s', (_name, timezone, expected) => {
    const { entities } = hostStateOf();
    const anna = { id: idOf('anna'), username: 'anna', ...(timezone && { timezone }) };
    const users = { ...entities.users, profiles: { [idOf('anna')]: anna } };
    expect(profileTimezone({ entities: { ...entities, users } })).toBe(expected);
  });
});

describe('preferences', () => {
  const withPreference = (name: string, value: string): HostState => {
    const { entities } = hostStateOf();
    const myPreferences = { [`display_settings--${name}`]: { value } };
    return { entities: { ...entities, preferences: { myPreferences } } };
  };

  test('the clock', () => {
    expect(wants24Hours(hostStateOf())).toBeUndefined();
    expect(wants24Hours(withPreference('use_military_time', 'true'))).toBe(true);
    expect(wants24Hours(withPreference('use_military_time', 'false'))).toBe(false);
  });

  test('names of people', () => {
    expect(nameFormat(hostStateOf())).toBe('');
    expect(nameFormat(withPreference('name_format', 'full_name'))).toBe('full_name');
  });
});

describe('Registrations', () => {
  test('are taken back once, the last first', () => {
    const undone: number[] = [];
    const registrations = new Registrations();
    for (const number of [1, 2, 3]) registrations.add(() => undone.push(number));
    registrations.undoAll();
    registrations.undoAll();
    expect(undone).toEqual([3, 2, 1]);
  });

  test('one that fails keeps none of the others', () => {
    const undone: number[] = [];
    const registrations = new Registrations();
    registrations.add(() => undone.push(1));
    registrations.add(() => {
      throw new Error('the host is gone');
    });
    registrations.add(() => undone.push(3));
    expect(() => registrations.undoAll()).toThrow(AggregateError);
    expect(undone).toEqual([3, 1]);
  });
});
