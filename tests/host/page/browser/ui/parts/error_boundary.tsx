/** Keeps a plugin's error to its own place. */
import React from 'react';

/** Whose error it would be. */
interface Props {
  readonly pluginId: string;
  readonly report: (error: unknown) => void;
  readonly children: React.ReactNode;
}

/** Shows that a plugin's component failed, and lets the user try again. */
export class PluginErrorBoundary extends React.Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.report(error);
  }

  override render(): React.ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="plugin-error" role="alert">
        {`An error occurred in the ${this.props.pluginId} plugin.`}{' '}
        <button className="btn btn-tertiary" onClick={() => this.setState({ failed: false })}>
          Refresh?
        </button>
      </div>
    );
  }
}
