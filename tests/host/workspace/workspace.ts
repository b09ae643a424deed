/** Everything Mattermost's database holds but the plugins' keys and values, shared by all nodes of a host. */
import { Channels } from './channels.ts';
import { Files } from './files.ts';
import { Permissions } from './permissions.ts';
import { PostLists } from './post_lists.ts';
import { Posts } from './posts.ts';
import { Preferences } from './preferences.ts';
import { Signals } from './signals.ts';
import { Teams } from './teams.ts';
import { Users } from './users.ts';

/** The tables, and the signals their changes give. */
export class Workspace {
  readonly signals = new Signals();
  readonly users = new Users(this.signals);
  readonly teams = new Teams(this.signals);
  readonly channels = new Channels(this.users, this.signals);
  readonly files = new Files();
  readonly posts = new Posts(this.users, this.channels, this.files, this.signals);
  readonly postLists = new PostLists(this.posts);
  readonly preferences = new Preferences();
  readonly permissions = new Permissions(this.users, this.teams, this.channels);
}
