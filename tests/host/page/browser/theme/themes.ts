/** The five themes that come with the host, colour by colour. */

/** A theme under the host's names. */
export interface Theme {
  readonly type: string;
  readonly sidebarBg: string;
  readonly sidebarText: string;
  readonly sidebarUnreadText: string;
  readonly sidebarTextHoverBg: string;
  readonly sidebarTextActiveBorder: string;
  readonly sidebarTextActiveColor: string;
  readonly sidebarHeaderBg: string;
  readonly sidebarHeaderTextColor: string;
  readonly sidebarTeamBarBg: string;
  readonly onlineIndicator: string;
  readonly awayIndicator: string;
  readonly dndIndicator: string;
  readonly mentionBg: string;
  readonly mentionColor: string;
  readonly centerChannelBg: string;
  readonly centerChannelColor: string;
  readonly newMessageSeparator: string;
  readonly linkColor: string;
  readonly buttonBg: string;
  readonly buttonColor: string;
  readonly errorTextColor: string;
  readonly mentionHighlightBg: string;
  readonly mentionHighlightLink: string;
  readonly codeTheme: string;
}

/** A theme's name. */
export type ThemeName = 'denim' | 'sapphire' | 'quartz' | 'indigo' | 'onyx';

const white = '#ffffff';

/** What most of them have in common. */
const common = {
  sidebarText: white,
  sidebarUnreadText: white,
  sidebarTextActiveColor: white,
  sidebarHeaderTextColor: white,
  onlineIndicator: '#3db887',
  awayIndicator: '#ffbc1f',
  dndIndicator: '#d24b4e',
  centerChannelBg: white,
  centerChannelColor: '#3f4350',
  buttonBg: '#1c58d9',
  buttonColor: white,
  linkColor: '#1c58d9',
  errorTextColor: '#d24b4e',
  codeTheme: 'github',
} as const;

/** What the two dark ones share besides. */
const dark = {
  sidebarTextActiveBorder: '#4a7ce8',
  awayIndicator: '#f5ab00',
  mentionColor: white,
  linkColor: '#5d89ea',
  buttonBg: '#4a7ce8',
  mentionHighlightLink: '#a4f4f4',
} as const;

/** The themes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  denim: {
    ...common,
    type: 'Denim',
    sidebarBg: '#1e325c',
    sidebarTextHoverBg: '#28427b',
    sidebarTextActiveBorder: '#5d89ea',
    sidebarHeaderBg: '#192a4d',
    sidebarTeamBarBg: '#162545',
    mentionBg: white,
    mentionColor: '#1e325c',
    newMessageSeparator: '#cc8f00',
    linkColor: '#386fe5',
    mentionHighlightBg: '#ffd470',
    mentionHighlightLink: '#1b1d22',
  },
  sapphire: {
    ...common,
    type: 'Sapphire',
    sidebarBg: '#1543a3',
    sidebarTextHoverBg: '#2a58ba',
    sidebarTextActiveBorder: '#57b5f0',
    sidebarHeaderBg: '#123b91',
    sidebarTeamBarBg: '#123582',
    mentionBg: white,
    mentionColor: '#174ab5',
    newMessageSeparator: '#15b7b7',
    mentionHighlightBg: '#7ff0f0',
    mentionHighlightLink: '#0d6e6e',
  },
  quartz: {
    ...common,
    type: 'Quartz',
    sidebarBg: '#f4f4f6',
    sidebarText: '#1f2228',
    sidebarUnreadText: '#1f2228',
    sidebarTextHoverBg: '#e8eaed',
    sidebarTextActiveBorder: '#32a4ec',
    sidebarTextActiveColor: '#1f2228',
    sidebarHeaderBg: '#ebecef',
    sidebarHeaderTextColor: '#1f2228',
    sidebarTeamBarBg: '#e5e7eb',
    awayIndicator: '#f5ab07',
    mentionBg: '#1c58d9',
    mentionColor: white,
    newMessageSeparator: '#15b7b7',
    mentionHighlightBg: '#7ff0f0',
    mentionHighlightLink: '#0d6e6e',
  },
  indigo: {
    ...common,
    ...dark,
    type: 'Indigo',
    sidebarBg: '#151e32',
    sidebarTextHoverBg: '#222c3f',
    sidebarHeaderBg: '#182339',
    sidebarTeamBarBg: '#1c2740',
    mentionBg: '#4a7ce8',
    centerChannelBg: '#111827',
    centerChannelColor: '#dddfe4',
    newMessageSeparator: '#81a3ef',
    mentionHighlightBg: '#133a91',
    codeTheme: 'solarized-dark',
  },
  onyx: {
    ...common,
    ...dark,
    type: 'Onyx',
    sidebarBg: '#202228',
    sidebarTextHoverBg: '#25262a',
    sidebarHeaderBg: '#24272d',
    sidebarTeamBarBg: '#292c33',
    mentionBg: '#4b7ce7',
    centerChannelBg: '#191b1f',
    centerChannelColor: '#e3e4e8',
    newMessageSeparator: '#1adbdb',
    errorTextColor: '#da6c6e',
    mentionHighlightBg: '#0d6e6e',
    codeTheme: 'monokai',
  },
};

/** The theme that a preference holds as JSON; Denim where it holds none. */
export function themeOf(preference: string | undefined): Theme {
  if (preference === undefined) return themes.denim;
  try {
    return { ...themes.denim, ...(JSON.parse(preference) as Partial<Theme>) };
  } catch {
    return themes.denim;
  }
}
