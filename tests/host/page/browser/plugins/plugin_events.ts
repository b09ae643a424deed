/** What plugins listen to: events of the websocket, and its coming back. */

/** An event as the server sent it. */
export interface PluginEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Who listens, by plugin. One handler an event, the last one given. */
export class PluginEvents {
  readonly #handlers = new Map<string, Map<string, (message: PluginEvent) => void>>();
  readonly #reconnect = new Map<string, () => void>();
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  listen(pluginId: string, event: string, handler: (message: PluginEvent) => void): void {
    const own = this.#handlers.get(pluginId) ?? new Map<string, (message: PluginEvent) => void>();
    own.set(event, handler);
    this.#handlers.set(pluginId, own);
  }

  ignore(pluginId: string, event: string): void {
    this.#handlers.get(pluginId)?.delete(event);
  }

  onReconnect(pluginId: string, handler: () => void): void {
    this.#reconnect.set(pluginId, handler);
  }

  offReconnect(pluginId: string): void {
    this.#reconnect.delete(pluginId);
  }

  /** Drops everything of a plugin. */
  forget(pluginId: string): void {
    this.#handlers.delete(pluginId);
    this.#reconnect.delete(pluginId);
  }

  /** Hands an event to every plugin that listens to it. */
  publish(message: PluginEvent): void {
    for (const own of [...this.#handlers.values()]) {
      const handler = own.get(message.event);
      if (handler !== undefined) this.#guard(() => handler(message));
    }
  }

  /** The connection is back: what came in between is lost. */
  reconnected(): void {
    for (const handler of [...this.#reconnect.values()]) this.#guard(handler);
  }

  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#report(error);
    }
  }
}
