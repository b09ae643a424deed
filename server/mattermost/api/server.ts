/** The server itself: configuration, licence, version, and this plugin's place in it. */
import { any, bool, bytes, int, map, optional, string } from '../../wire/gob/index.ts';
import type { GobValue } from '../../wire/gob/index.ts';
import { Config, License, PluginStatus } from '../model/index.ts';
import { method } from './method.ts';
import {
  appErrorOnly,
  orAppError,
  orGoError,
  present,
  presentOrAppError,
  value,
} from './results.ts';

/** Calls about the server. */
export interface ServerApi {
  /** The server's configuration with secrets masked. Missing settings read as false, 0 or empty. */
  getConfig(): Promise<Config>;
  /** The server's configuration with secrets in the clear. */
  getUnsanitizedConfig(): Promise<Config>;
  /**
   * This plugin's settings as parsed JSON, keys in lower case, secrets in the clear, with the manifest's
   * defaults filled in except those of settings inside sections. Undefined when there are none.
   */
  loadPluginConfiguration(): Promise<unknown>;
  /** This plugin's settings as stored; secrets read as asterisks. */
  getPluginConfig(): Promise<ReadonlyMap<string, GobValue>>;
  /**
   * Replaces all of this plugin's settings on every node, which runs onConfigurationChange everywhere. Values
   * that are the masking asterisks keep what is stored.
   */
  savePluginConfig(config: Readonly<Record<string, GobValue>>): Promise<void>;
  /** The licence, or undefined without one. */
  getLicense(): Promise<License | undefined>;
  /** Whether this is an enterprise build, licensed or not. */
  isEnterpriseReady(): Promise<boolean>;
  /** The server's version, such as `11.6.0`. */
  getServerVersion(): Promise<string>;
  /** An id of this installation; the same on every node. */
  getDiagnosticId(): Promise<string>;
  /** The same id as `getDiagnosticId`. */
  getTelemetryId(): Promise<string>;
  /** When the server was installed, in milliseconds since 1970. */
  getSystemInstallDate(): Promise<number>;
  /** This plugin's id. */
  getPluginID(): Promise<string>;
  /** How a plugin fares on this node; `not_found` when it is not installed. */
  getPluginStatus(pluginId: string): Promise<PluginStatus>;
  /** The folder this plugin was unpacked into on this node. It is wiped at every start of the server. */
  getBundlePath(): Promise<string>;
}

/** The wire forms of `ServerApi`. */
export const serverMethods = {
  getConfig: method('GetConfig', [], present(Config)),
  getUnsanitizedConfig: method('GetUnsanitizedConfig', [], present(Config)),
  loadPluginConfiguration: method('LoadPluginConfiguration', [], value(bytes)),
  getPluginConfig: method('GetPluginConfig', [], value(map(string, any))),
  savePluginConfig: method('SavePluginConfig', [map(string, any)], appErrorOnly),
  getLicense: method('GetLicense', [], value(optional(License))),
  isEnterpriseReady: method('IsEnterpriseReady', [], value(bool)),
  getServerVersion: method('GetServerVersion', [], value(string)),
  getDiagnosticId: method('GetDiagnosticId', [], value(string)),
  getTelemetryId: method('GetTelemetryId', [], value(string)),
  getSystemInstallDate: method('GetSystemInstallDate', [], orAppError(int)),
  getPluginID: method('GetPluginID', [], value(string)),
  getPluginStatus: method('GetPluginStatus', [string], presentOrAppError(PluginStatus)),
  getBundlePath: method('GetBundlePath', [], orGoError(string)),
};
