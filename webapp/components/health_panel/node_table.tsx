/** The nodes that the plugin runs on, and when each was last heard of. */
import React from 'react';
import type { Health } from '../../../server/contract/index.ts';
import { useText, useTimes } from '../../hooks/index.ts';

/** A node that says nothing for so long has missed three of its words, in milliseconds. */
const silentMs = 3 * 60_000;

/** See the head of the file. */
export function NodeTable({ health }: { readonly health: Health }): React.JSX.Element {
  const text = useText();
  const times = useTimes();
  const { now, node_id: answering, nodes } = health;
  const ago = (at: number): string => times.relative(Math.min(at, now), now);
  return (
    <div className="ScheduledRecapsHealth__scroll">
      <table>
        <caption>{text('scheduled_recaps.health.nodes')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('scheduled_recaps.health.node')}</th>
            <th scope="col">{text('scheduled_recaps.health.version')}</th>
            <th scope="col">{text('scheduled_recaps.health.started')}</th>
            <th scope="col">{text('scheduled_recaps.health.tick')}</th>
            <th scope="col">{text('scheduled_recaps.health.heard')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, version, started_at, last_tick_at, at }) => (
            <tr key={id}>
              <td>
                {id.slice(0, 8)}
                {id === answering && ` (${text('scheduled_recaps.health.this_node')})`}
              </td>
              <td>{version || '–'}</td>
              <td>{ago(started_at)}</td>
              <td>{last_tick_at === null ? '–' : ago(last_tick_at)}</td>
              <td>
                {now - at > silentMs
                  ? text('scheduled_recaps.health.silent', { when: ago(at) })
                  : ago(at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
