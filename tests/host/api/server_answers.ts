/** Configuration, logs, commands, events, and the server itself. */
import type { LogLevel } from '../../../server/log.ts';
import type { GobValue } from '../../../server/wire/gob/index.ts';
import { notFound } from '../app_failure.ts';
import { plain } from '../workspace/index.ts';
import type { ApiAnswers } from './answers.ts';
import type { ApiContext } from './context.ts';

type ServerKeys =
  | 'getConfig'
  | 'getUnsanitizedConfig'
  | 'loadPluginConfiguration'
  | 'getPluginConfig'
  | 'savePluginConfig'
  | 'getLicense'
  | 'isEnterpriseReady'
  | 'getServerVersion'
  | 'getDiagnosticId'
  | 'getTelemetryId'
  | 'getSystemInstallDate'
  | 'getPluginID'
  | 'getPluginStatus'
  | 'getBundlePath';
type LogKeys = 'logDebug' | 'logInfo' | 'logWarn' | 'logError' | 'logAuditRec';
type InteractionKeys =
  | 'registerCommand'
  | 'unregisterCommand'
  | 'openInteractiveDialog'
  | 'publishWebSocketEvent'
  | 'publishPluginClusterEvent';

/** The id of this installation, the same for every host. */
const diagnosticId = 'embeddedhost000000000000ab';

/** What the server answers about itself, its configuration and the plugin. */
export function serverAnswers(context: ApiContext): Pick<ApiAnswers, ServerKeys> {
  const { config, manifest } = context;
  return {
    getConfig: () => config.server,
    getUnsanitizedConfig: () => config.server,
    loadPluginConfiguration: () =>
      Buffer.from(JSON.stringify(plain(config.loadedPlugin(manifest)))),
    getPluginConfig: () => config.plugin(manifest),
    savePluginConfig: (settings) => config.savePlugin(manifest.id, Object.fromEntries(settings)),
    getLicense: () => undefined,
    isEnterpriseReady: () => false,
    getServerVersion: () => context.serverVersion,
    getDiagnosticId: () => diagnosticId,
    getTelemetryId: () => diagnosticId,
    getSystemInstallDate: () => context.installDate,
    getPluginID: () => manifest.id,
    getPluginStatus: (pluginId) => {
      const status = context.pluginStatus(pluginId);
      if (status === undefined) {
        throw notFound('GetPluginStatus', 'app.plugin.not_installed.app_error', 'the plugin');
      }
      return status;
    },
    getBundlePath: () => context.bundlePath,
  };
}

/** Takes the plugin's log lines. */
export function logAnswers({ log, node }: ApiContext): Pick<ApiAnswers, LogKeys> {
  const at =
    (level: LogLevel) =>
    (message: string, pairs: readonly GobValue[]): void =>
      log.write({ node, source: 'api', level, message, fields: toFields(pairs) });
  return {
    logDebug: at('debug'),
    logInfo: at('info'),
    logWarn: at('warn'),
    logError: at('error'),
    logAuditRec: (record) =>
      log.write({
        node,
        source: 'api',
        level: 'info',
        message: 'audit',
        fields: { event: record.eventName, status: record.status },
      }),
  };
}

/** What the server answers about commands, dialogs and events. */
export function interactionAnswers(context: ApiContext): Pick<ApiAnswers, InteractionKeys> {
  const { commands, manifest, workspace } = context;
  return {
    registerCommand: (command) => commands.register(manifest.id, command),
    unregisterCommand: (teamId, trigger) => commands.unregister(teamId, trigger),
    openInteractiveDialog: (request) => context.openDialog(request),
    publishWebSocketEvent: (event, payload, broadcast) => {
      const { userId, channelId, teamId, connectionId, omitConnectionId, omitUsers } = broadcast;
      const omitted = [...omitUsers].flatMap(([id, omit]) => (omit ? [id] : []));
      workspace.signals.publish({
        event: `custom_${manifest.id}_${event}`,
        data: Object.fromEntries([...payload].map(([key, value]) => [key, plain(value)])),
        audience: {
          userId,
          channelId,
          teamId,
          connectionId,
          omitConnectionId,
          omitUsers: new Set(omitted),
        },
      });
    },
    publishPluginClusterEvent: (event, options) => context.sendToOtherNodes(event, options),
  };
}

/** Key, value, key, value, … as the server's logger takes them. */
function toFields(pairs: readonly GobValue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at + 1 < pairs.length; at += 2) fields[text(pairs[at])] = text(pairs[at + 1]);
  return fields;
}

function text(value: GobValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(plain(value));
}
