/** Asks the AI for one word, by the settings that are saved, and says how that went. */
import React, { useState } from 'react';
import type { AiTest, Health } from '../../../server/contract/index.ts';
import { useServices, useTask, useText } from '../../hooks/index.ts';
import { errorSentence } from '../schedule_modal/index.ts';

/** See the head of the file. */
export function AiTestTools(props: {
  readonly engine: Health['ai']['engine'];
}): React.JSX.Element | null {
  const { client } = useServices();
  const text = useText();
  const { busy, error, run } = useTask();
  const [result, setResult] = useState<AiTest>();
  if (props.engine === 'off') return null;
  const ask = (): void => {
    setResult(undefined);
    void run(async () => {
      setResult(await client.testAi());
    });
  };
  const seconds = ((result?.duration_ms ?? 0) / 1000).toFixed(1);
  return (
    <div className="ScheduledRecapsHealth__tools">
      <button type="button" className="btn btn-secondary btn-sm" disabled={busy} onClick={ask}>
        {text('scheduled_recaps.health.test')}
      </button>
      <p role="status">
        {busy && text('scheduled_recaps.health.testing')}
        {result !== undefined &&
          text(`scheduled_recaps.health.test_${result.outcome}`, { name: result.name, seconds })}
        {error !== undefined && errorSentence(error, text)}
      </p>
    </div>
  );
}
