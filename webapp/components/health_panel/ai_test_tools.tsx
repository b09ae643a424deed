/** Asks the AI for one word, by the settings that are saved, and says how that went. */
import React, { useMemo, useState } from 'react';
import type { AiTest, Health } from '../../../server/contract/index.ts';
import { useServices, useTask, useText } from '../../hooks/index.ts';
import type { TextOf } from '../../hooks/index.ts';
import { errorSentence } from '../schedule_modal/index.ts';

/** See the head of the file. */
export function AiTestTools(props: {
  readonly ai: Health['ai'];
  /** Another object after each saving. */
  readonly config: object | undefined;
}): React.JSX.Element | null {
  const { engine, name, ready } = props.ai;
  const { client } = useServices();
  const text = useText();
  const { busy, error, run } = useTask();
  // Stands for the settings: what came of others says nothing of these.
  const settings = useMemo(
    () => ({ of: [props.config, engine, name, ready] }),
    [props.config, engine, name, ready],
  );
  const [asked, setAsked] = useState<object>();
  const [answer, setAnswer] = useState<AiTest>();
  if (engine === 'off') return null;
  const ask = (): void => {
    setAnswer(undefined);
    setAsked(settings);
    void run(async () => {
      setAnswer(await client.testAi());
    });
  };
  const isOfThese = asked === settings;
  return (
    <div className="ScheduledRecapsHealth__tools">
      <button type="button" className="btn btn-secondary btn-sm" disabled={busy} onClick={ask}>
        {text('scheduled_recaps.health.test')}
      </button>
      <p role="status">
        {busy && text('scheduled_recaps.health.testing')}
        {isOfThese && answer !== undefined && outcomeOf(answer, text)}
        {isOfThese && error !== undefined && errorSentence(error, text)}
      </p>
    </div>
  );
}

function outcomeOf({ outcome, name, duration_ms }: AiTest, text: TextOf): string {
  const seconds = (duration_ms / 1000).toFixed(1);
  return text(`scheduled_recaps.health.test_${outcome}`, { name, seconds });
}
