/** The parts of the server's configuration that a guest needs. Source: model.Config. */
import { bool, int, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** The site's address and how threads work. */
export const ServiceSettings = struct('ServiceSettings', {
  /** May be empty, and may have a path. */
  siteURL: string,
  enableLinkPreviews: bool,
  enablePermalinkPreviews: bool,
  enableBotAccountCreation: bool,
  enableDeveloper: bool,
  /** Seconds; -1 without limit. */
  postEditTimeLimit: int,
  threadAutoFollow: bool,
  /** `disabled`, `default_on`, `default_off` or `always_on`. */
  collapsedThreads: string,
});
/** A decoded `ServiceSettings`. */
export type ServiceSettings = Infer<typeof ServiceSettings>;

/** Names and what is shown of people. */
export const TeamSettings = struct('TeamSettings', {
  siteName: string,
  /** `username`, `nickname_full_name` or `full_name`. */
  teammateNameDisplay: string,
  lockTeammateNameDisplay: bool,
  experimentalViewArchivedChannels: bool,
});
/** A decoded `TeamSettings`. */
export type TeamSettings = Infer<typeof TeamSettings>;

/** Languages. */
export const LocalizationSettings = struct('LocalizationSettings', {
  defaultServerLocale: string,
  defaultClientLocale: string,
  availableLocales: string,
});
/** A decoded `LocalizationSettings`. */
export type LocalizationSettings = Infer<typeof LocalizationSettings>;

/** What users see of each other. */
export const PrivacySettings = struct('PrivacySettings', {
  showEmailAddress: bool,
  showFullName: bool,
});
/** A decoded `PrivacySettings`. */
export type PrivacySettings = Infer<typeof PrivacySettings>;

/** How messages are rendered. */
export const DisplaySettings = struct('DisplaySettings', {
  customURLSchemes: slice(string),
  maxMarkdownNodes: int,
});
/** A decoded `DisplaySettings`. */
export type DisplaySettings = Infer<typeof DisplaySettings>;

/** How long the server keeps messages. */
export const DataRetentionSettings = struct('DataRetentionSettings', {
  enableMessageDeletion: bool,
  messageRetentionDays: int,
  messageRetentionHours: int,
});
/** A decoded `DataRetentionSettings`. */
export type DataRetentionSettings = Infer<typeof DataRetentionSettings>;

/** Whether the server runs on several nodes. */
export const ClusterSettings = struct('ClusterSettings', {
  enable: bool,
  clusterName: string,
});
/** A decoded `ClusterSettings`. */
export type ClusterSettings = Infer<typeof ClusterSettings>;

/** Whether the server answers metrics scrapers. */
export const MetricsSettings = struct('MetricsSettings', {
  enable: bool,
});
/** A decoded `MetricsSettings`. */
export type MetricsSettings = Infer<typeof MetricsSettings>;

/** The configuration. In Go nearly every setting is a pointer, and gob leaves out pointers to zero: what is missing is false, 0 or empty, never "the default". */
export const Config = struct('Config', {
  serviceSettings: ServiceSettings,
  teamSettings: TeamSettings,
  localizationSettings: LocalizationSettings,
  privacySettings: PrivacySettings,
  displaySettings: DisplaySettings,
  dataRetentionSettings: DataRetentionSettings,
  clusterSettings: ClusterSettings,
  metricsSettings: MetricsSettings,
});
/** A decoded `Config`. */
export type Config = Infer<typeof Config>;
