/** The host's state, as far as we read it. Whatever a version of the host may lack is optional, all the way down. */

/** A user, as far as we show one. */
export interface HostUser {
  readonly id: string;
  readonly username: string;
  readonly nickname?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly is_bot?: boolean;
  readonly locale?: string;
  readonly timezone?: {
    readonly useAutomaticTimezone?: string | boolean;
    readonly automaticTimezone?: string;
    readonly manualTimezone?: string;
  };
}

/** A channel. `type` is O (public), P (private), D (direct) or G (group). */
export interface HostChannel {
  readonly id: string;
  readonly team_id: string;
  readonly type: string;
  readonly name: string;
  readonly display_name: string;
  readonly delete_at: number;
}

/** A team. */
export interface HostTeam {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
}

/** A heading in the user's own channel list, with what is below it. */
export interface HostCategory {
  readonly id: string;
  readonly team_id: string;
  readonly type: string;
  readonly display_name: string;
  readonly channel_ids: readonly string[];
}

/** The state. */
export interface HostState {
  readonly entities: {
    readonly general: {
      readonly config: { readonly SiteURL?: string; readonly TeammateNameDisplay?: string };
    };
    readonly users: {
      readonly currentUserId: string;
      readonly profiles: Readonly<Record<string, HostUser>>;
    };
    readonly teams: {
      readonly currentTeamId: string;
      readonly teams: Readonly<Record<string, HostTeam>>;
    };
    readonly channels: {
      readonly currentChannelId?: string;
      readonly channels: Readonly<Record<string, HostChannel>>;
    };
    readonly preferences: {
      readonly myPreferences: Readonly<Record<string, { readonly value: string } | undefined>>;
    };
  };
}

/** Who is signed in. */
export function currentUser(state: HostState): HostUser | undefined {
  const { currentUserId, profiles } = state.entities.users;
  return profiles[currentUserId];
}

/** The address of the site as its administrator set it; empty where it is not known. */
export function siteUrl(state: HostState): string {
  return state.entities.general.config.SiteURL ?? '';
}

/** The name in addresses of the team that is shown; `_redirect` lets the site find one. */
export function currentTeamName(state: HostState): string {
  const { currentTeamId, teams } = state.entities.teams;
  return teams[currentTeamId]?.name ?? '_redirect';
}

/** The zone of the user's profile; the browser's own where the profile names none. */
export function profileTimezone(state: HostState): string {
  const { useAutomaticTimezone, automaticTimezone, manualTimezone } =
    currentUser(state)?.timezone ?? {};
  const isManual = useAutomaticTimezone === false || useAutomaticTimezone === 'false';
  const chosen = isManual ? manualTimezone : automaticTimezone;
  return chosen === undefined || chosen === ''
    ? new Intl.DateTimeFormat().resolvedOptions().timeZone
    : chosen;
}

/** Whether the user wants 24 hours on the clock; undefined leaves it to the language. */
export function wants24Hours(state: HostState): boolean | undefined {
  const value = state.entities.preferences.myPreferences['display_settings--use_military_time'];
  return value === undefined ? undefined : value.value === 'true';
}

/** What the server's wording follows: language and clock of the user. Where it differs, the words differ. */
export function wordingOf(state: HostState): string {
  return `${currentUser(state)?.locale ?? ''} ${String(wants24Hours(state))}`;
}

/** How people are named: `username`, `nickname_full_name` or `full_name`; the site's way unless the user has another. */
export function nameFormat(state: HostState): string {
  const own = state.entities.preferences.myPreferences['display_settings--name_format']?.value;
  return own ?? state.entities.general.config.TeammateNameDisplay ?? '';
}
