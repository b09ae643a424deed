/** The slash commands that plugins registered on one node: in memory, gone with the node. */
import type { Command } from '../../server/mattermost/model/index.ts';

/** A command and the plugin behind it. */
export interface RegisteredCommand {
  readonly pluginId: string;
  readonly command: Command;
}

/** Commands by team and trigger. */
export class Commands {
  readonly #commands = new Map<string, RegisteredCommand>();

  /**
   * Registers a command, or again one's own. Another plugin's stays in place.
   *
   * @throws {Error} when the trigger is empty, or begins with a slash or has spaces.
   */
  register(pluginId: string, command: Command): void {
    const trigger = command.trigger.toLowerCase();
    if (trigger === '') throw new Error('invalid command');
    if (/^\/|\s/.test(trigger)) throw new Error('invalid command trigger');
    const key = keyOf(command.teamId, trigger);
    const existing = this.#commands.get(key);
    if (existing !== undefined && existing.pluginId !== pluginId) return;
    this.#commands.set(key, { pluginId, command: { ...command, trigger, pluginId } });
  }

  /** Takes a trigger away, whichever plugin registered it. */
  unregister(teamId: string, trigger: string): void {
    this.#commands.delete(keyOf(teamId, trigger.toLowerCase()));
  }

  unregisterAll(pluginId: string): void {
    for (const [key, registered] of this.#commands) {
      if (registered.pluginId === pluginId) this.#commands.delete(key);
    }
  }

  /** The command for a trigger: the team's own, else the one for all teams. */
  find(teamId: string, trigger: string): RegisteredCommand | undefined {
    const name = trigger.toLowerCase();
    return this.#commands.get(keyOf(teamId, name)) ?? this.#commands.get(keyOf('', name));
  }

  /** The commands that a team's members can complete. */
  forTeam(teamId: string): Command[] {
    return [...this.#commands.values()]
      .map(({ command }) => command)
      .filter((command) => command.teamId === '' || command.teamId === teamId);
  }
}

function keyOf(teamId: string, trigger: string): string {
  return `${teamId}/${trigger}`;
}
