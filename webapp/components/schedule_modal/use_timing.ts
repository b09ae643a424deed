/** What stands in the form, in words and with its next runs, as the server says it. */
import { useEffect, useMemo, useState } from 'react';
import type { ValidatedSchedule } from '../../../server/contract/index.ts';
import { isAbort, toClientError } from '../../client/index.ts';
import type { ClientError } from '../../client/index.ts';
import { useServices, useText } from '../../hooks/index.ts';
import { checkTiming } from './form_errors.ts';
import { recurrenceOf } from './form_values.ts';
import type { FormValues } from './form_values.ts';

/** How long the form has to be at rest before the server is asked, in milliseconds. */
const restMs = 250;

/** Where the answer stands. The last one stays in sight while the next is on its way. */
export type Timing =
  | { readonly status: 'incomplete' }
  | { readonly status: 'asking'; readonly last: ValidatedSchedule | undefined }
  | { readonly status: 'known'; readonly answer: ValidatedSchedule }
  | { readonly status: 'failed'; readonly error: ClientError };

interface Answered {
  /** The question, as it was sent. */
  readonly question: string;
  readonly answer?: ValidatedSchedule;
  readonly error?: ClientError;
}

/** Asks whenever recurrence or zone have changed and are whole; the answer to the newest question wins. */
export function useTiming(values: FormValues): Timing {
  const { client } = useServices();
  const text = useText();
  const isWhole = Object.keys(checkTiming(values, text)).length === 0;
  const question = useMemo(
    () => JSON.stringify({ recurrence: recurrenceOf(values), timezone: values.timezone }),
    [values],
  );
  const [answered, setAnswered] = useState<Answered>();
  const [last, setLast] = useState<ValidatedSchedule>();
  useEffect(() => {
    if (!isWhole) return undefined;
    const controller = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const answer = await client.validate(
          JSON.parse(question) as Parameters<typeof client.validate>[0],
          controller.signal,
        );
        if (controller.signal.aborted) return;
        setLast(answer);
        setAnswered({ question, answer });
      } catch (thrown) {
        if (isAbort(thrown) || controller.signal.aborted) return;
        setAnswered({ question, error: toClientError(thrown) });
      }
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, isWhole, question]);

  if (!isWhole) return { status: 'incomplete' };
  if (answered?.question !== question) return { status: 'asking', last };
  if (answered.error !== undefined) return { status: 'failed', error: answered.error };
  return answered.answer === undefined
    ? { status: 'asking', last }
    : { status: 'known', answer: answered.answer };
}
