/** A long list of posts from the sample workspace. */
import { join } from 'node:path';

import type { Post, PostList } from '../../server/mattermost/index.ts';
import { loadSampleWorkspace, Workspace } from '../host/index.ts';

const sampleFolder = join(import.meta.dirname, '../host/sample_workspace');

/** The first `count` posts of the sample, from all of its channels. */
export function samplePosts(count: number): PostList {
  const workspace = new Workspace();
  loadSampleWorkspace(workspace, sampleFolder, Date.now());
  const posts = new Map<string, Post>();
  for (const { id } of workspace.channels.all()) {
    for (const post of workspace.postLists.page(id, 0, count).posts.values()) {
      if (posts.size < count) posts.set(post.id, post);
    }
  }
  return {
    order: [...posts.keys()],
    posts,
    nextPostId: '',
    prevPostId: '',
    hasNext: false,
    firstInaccessiblePostTime: 0,
    burnOnReadPosts: new Map(),
  };
}
