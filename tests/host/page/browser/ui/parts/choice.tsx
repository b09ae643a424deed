/** One thing of several, with its name before it. */
import React, { useId } from 'react';

interface Props {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

/** The choice. */
export function Choice({ name, value, options, onChoose }: Props): React.JSX.Element {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
