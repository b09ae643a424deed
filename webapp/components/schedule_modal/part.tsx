/** One of the titled parts of the form. */
import React from 'react';
import type { ReactNode } from 'react';
import { useUniqueId } from '../../hooks/index.ts';
import type { FormErrors } from './form_errors.ts';
import type { FormValues } from './form_values.ts';

/** What each part is handed. */
export interface PartProps {
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly onChange: (changed: Partial<FormValues>) => void;
}

/** See the head of the file. */
export function Part(props: {
  readonly title: string;
  readonly children: ReactNode;
}): React.JSX.Element {
  const id = useUniqueId();
  return (
    <section className="ScheduledRecapsForm__part" aria-labelledby={id}>
      <h2 id={id} className="ScheduledRecapsForm__heading">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
