/** Pictures and marks of people, and moments in time: some of what the host lends to plugins. */
import React from 'react';
import { timeOfDay, type TimeStyle } from '../../format/index.ts';
import { currentLocale, currentUser, isMilitaryTime, type GlobalState } from '../../state/index.ts';
import { usePage, usePageState } from '../page_context.tsx';

const sizes = { xxs: 16, xs: 20, sm: 24, md: 32, lg: 36, xl: 50 } as const;

interface AvatarProps {
  /** Address of the picture. */
  readonly url?: string;
  readonly username?: string;
  readonly size?: keyof typeof sizes;
}

/** A person's picture. The name stands beside it wherever it is used, so it is silent without one. */
export function Avatar({ url, username = '', size = 'md' }: AvatarProps): React.JSX.Element {
  const edge = sizes[size];
  const name = username === '' ? '' : `${username} profile image`;
  return (
    <img className={`Avatar Avatar-${size}`} src={url} alt={name} width={edge} height={edge} />
  );
}

/** The mark beside a bot's name. */
export function BotBadge(): React.JSX.Element {
  return <span className="BotTag Tag">BOT</span>;
}

/** The user's ways with times. */
export function timeStyle(state: GlobalState): TimeStyle {
  const zone = currentUser(state)?.timezone;
  const isManual = zone?.useAutomaticTimezone === 'false';
  const timeZone = (isManual ? zone.manualTimezone : zone?.automaticTimezone) ?? '';
  return {
    locale: currentLocale(state),
    timeZone: timeZone === '' ? 'UTC' : timeZone,
    isMilitary: isMilitaryTime(state),
  };
}

/** The time of day, for the user. */
export function Timestamp({ value }: { readonly value: number | Date }): React.JSX.Element {
  const locale = usePageState((state) => timeStyle(state).locale);
  const timeZone = usePageState((state) => timeStyle(state).timeZone);
  const isMilitary = usePageState((state) => timeStyle(state).isMilitary);
  const at = new Date(value);
  return (
    <time dateTime={at.toISOString()}>
      {timeOfDay(at.getTime(), { locale, timeZone, isMilitary })}
    </time>
  );
}

/** Where a user's picture is. */
export function useImageUrl(): (userId: string) => string {
  const { siteUrl } = usePage();
  return (userId) => `${siteUrl}/api/v4/users/${userId}/image`;
}
