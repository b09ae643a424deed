/** A line of a recap: plain text in which backticks mark code. */
import React from 'react';

/** See the head of the file. */
export function PlainLine({ text }: { readonly text: string }): React.JSX.Element {
  const parts = text.split(/`([^`]+)`/);
  return (
    <span dir="auto">
      {parts.map((part, index) =>
        // Every second part stood between backticks. Parts have no identity but their place.
        index % 2 === 1 ? <code key={index}>{part}</code> : part,
      )}
    </span>
  );
}
