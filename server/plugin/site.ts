/** The settings of the server that recaps depend on. */
import type { Config } from '../mattermost/index.ts';
import type { HostFacts } from '../recap/index.ts';

/** See the head of the file. */
export interface Site extends Pick<HostFacts, 'siteUrl' | 'display'> {
  /** The language of what everybody sees alike. */
  readonly locale: string;
}

/** What holds until the server's settings are known. */
export const unknownSite: Site = {
  siteUrl: '',
  display: { teammateNameDisplay: '', showFullName: false },
  locale: 'en',
};

/** Picks the settings out of the server's configuration. */
export function siteOf(config: Config): Site {
  return {
    siteUrl: config.serviceSettings.siteURL.replace(/\/+$/, ''),
    display: {
      teammateNameDisplay: config.teamSettings.teammateNameDisplay,
      showFullName: config.privacySettings.showFullName,
    },
    locale: config.localizationSettings.defaultServerLocale,
  };
}

/** The path of a site's address, without a slash at its end; empty for one at the root of its host, or that is none. */
export function pathOf(siteUrl: string): string {
  return URL.canParse(siteUrl) ? new URL(siteUrl).pathname.replace(/\/+$/, '') : '';
}
