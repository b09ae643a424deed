/** The body of a recap's post. Where the card is missing or fails, the message that everybody gets shows in its place. */
import React, { Component } from 'react';
import type { ReactNode } from 'react';
import { renderMarkdown } from '../../host/index.ts';
import { cardOf } from './card_of.ts';
import type { RecapPostData } from './card_of.ts';
import { RecapView } from './recap_view.tsx';

/** What the host hands in. */
export interface RecapPostProps {
  readonly post: RecapPostData;
}

/** See the head of the file. */
export function RecapPost({ post }: RecapPostProps): React.JSX.Element {
  const card = React.useMemo(() => cardOf(post), [post]);
  const plain = <div dir="auto">{renderMarkdown(post.message)}</div>;
  if (card === undefined) return plain;
  return (
    // A post that was changed gets a new chance.
    <Fallback key={post.message} instead={plain}>
      <RecapView post={post} card={card} />
    </Fallback>
  );
}

interface FallbackProps {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** The host catches nothing here: a component that throws would take the whole page down. */
class Fallback extends Component<FallbackProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
