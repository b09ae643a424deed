/** How the plugin fares, for who manages the system: shown among the settings, and never part of them. */
import React, { useCallback, useEffect, useState } from 'react';
import type { Health } from '../../../server/contract/index.ts';
import { useServices, useTask, useText } from '../../hooks/index.ts';
import type { AdminSettingProps } from '../../host/index.ts';
import { errorSentence } from '../schedule_modal/index.ts';
import { Banner } from '../ui/index.ts';
import { AiTestTools } from './ai_test_tools.tsx';
import { HealthFacts } from './health_facts.tsx';
import { NodeTable } from './node_table.tsx';

/** See the head of the file. */
export function HealthPanel({ config }: AdminSettingProps): React.JSX.Element {
  const { client } = useServices();
  const text = useText();
  const { busy, error, run } = useTask();
  const [health, setHealth] = useState<Health>();
  const load = useCallback(
    () =>
      run(async () => {
        setHealth(await client.health());
      }),
    [client, run],
  );
  // What is saved may change what the server says of itself.
  useEffect(() => void load(), [load, config]);
  return (
    <section className="ScheduledRecapsHealth" aria-label={text('scheduled_recaps.health.title')}>
      <div className="ScheduledRecapsHealth__tools">
        <strong>{text('scheduled_recaps.health.title')}</strong>
        <button
          type="button"
          className="btn btn-tertiary btn-sm"
          disabled={busy}
          onClick={() => void load()}
        >
          {text('scheduled_recaps.health.refresh')}
        </button>
      </div>
      {error !== undefined && (
        <Banner kind="error">
          {error.code === 'not_found'
            ? text('scheduled_recaps.health.not_yours')
            : errorSentence(error, text)}
        </Banner>
      )}
      {health === undefined ? (
        busy && <p role="status">{text('scheduled_recaps.health.loading')}</p>
      ) : (
        <Content health={health} config={config} />
      )}
    </section>
  );
}

function Content(props: {
  readonly health: Health;
  readonly config: object | undefined;
}): React.JSX.Element {
  const { health, config } = props;
  const text = useText();
  return (
    <>
      {health.unusable.length > 0 && (
        <Banner kind="error">
          {text('scheduled_recaps.health.unusable')}
          <ul>
            {health.unusable.map(({ key, range }) => (
              <li key={key}>{text('scheduled_recaps.health.unusable_one', { key, range })}</li>
            ))}
          </ul>
        </Banner>
      )}
      {health.no_team && <Banner kind="error">{text('scheduled_recaps.health.no_team')}</Banner>}
      <HealthFacts health={health} />
      <NodeTable health={health} />
      <AiTestTools ai={health.ai} config={config} />
    </>
  );
}
