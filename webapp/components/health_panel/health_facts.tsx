/** The numbers of the health panel. */
import React from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Health, RunReason, RunStatus } from '../../../server/contract/index.ts';
import { useText, useTimes } from '../../hooks/index.ts';

/** See the head of the file. */
export function HealthFacts({ health }: { readonly health: Health }): React.JSX.Element {
  const text = useText();
  const times = useTimes();
  const { formatNumber } = useIntl();
  const { backlog, schedules, today, ai } = health;
  const count = (number: number): string => formatNumber(number);
  const ago = (at: number): string => times.relative(Math.min(at, health.now), health.now);
  const listed = (counts: readonly (readonly [string, number])[]): string =>
    counts.length === 0
      ? text('scheduled_recaps.health.none')
      : counts.map(([name, number]) => `${name}: ${count(number)}`).join(', ');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text('scheduled_recaps.health.version'), health.version || '–'],
    [text('scheduled_recaps.health.server'), health.server_version || '–'],
    [
      text('scheduled_recaps.health.backlog'),
      backlog.oldest_at === null
        ? count(backlog.count)
        : text(
            backlog.more
              ? 'scheduled_recaps.health.backlog_more'
              : 'scheduled_recaps.health.backlog_since',
            { count: backlog.count, when: ago(backlog.oldest_at) },
          ),
    ],
    [
      text('scheduled_recaps.health.schedules'),
      schedules === null
        ? text('scheduled_recaps.health.not_counted')
        : text('scheduled_recaps.health.counted', {
            count: schedules.count,
            when: ago(schedules.counted_at),
          }),
    ],
    [
      text('scheduled_recaps.health.runs'),
      listed(
        (Object.entries(today.runs) as [RunStatus, number][]).map(([status, number]) => [
          text(`scheduled_recaps.run.${status}`),
          number,
        ]),
      ),
    ],
    [
      text('scheduled_recaps.health.failures'),
      listed(
        (Object.entries(today.failures) as [RunReason, number][]).map(([reason, number]) => [
          text(`scheduled_recaps.reason.${reason}`),
          number,
        ]),
      ),
    ],
    [
      text('scheduled_recaps.health.ai'),
      ai.engine === 'off' || ai.ready
        ? [text(`scheduled_recaps.health.engine_${ai.engine}`), ai.engine === 'openai' && ai.name]
            .filter(Boolean)
            .join(', ')
        : text('scheduled_recaps.health.ai_unready', {
            engine: text(`scheduled_recaps.health.engine_${ai.engine}`),
          }),
    ],
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <React.Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
