/** Takes in posts, keeps each channel's in order, and threads by their root. */
import type { Post } from '@mattermost/types/posts';
import { combineReducers, type Reducer } from 'redux';
import type { ById, EntitiesState, PageAction, PostBlock } from './types.ts';

type Of<K extends keyof EntitiesState['posts']> = EntitiesState['posts'][K];

const posts: Reducer<Of<'posts'>, PageAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_POSTS':
      return { ...state, ...action.data.posts };
    case 'RECEIVED_NEW_POST':
      return withReplyCount({ ...state, [action.data.id]: action.data }, state, action.data);
    case 'POST_DELETED':
      return { ...state, [action.data.id]: { ...action.data, state: 'DELETED', message: '' } };
    default:
      return state;
  }
};

const postsInChannel: Reducer<Of<'postsInChannel'>, PageAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_POSTS_IN_CHANNEL': {
      const others = (state[action.channelId] ?? []).filter(
        (block) => block.recent !== action.data.recent,
      );
      return { ...state, [action.channelId]: [...others, action.data] };
    }
    case 'RECEIVED_NEW_POST': {
      const { id, channel_id } = action.data;
      const blocks = (state[channel_id] ?? []).map((block) => withNew(block, id));
      return blocks.length === 0 ? state : { ...state, [channel_id]: blocks };
    }
    default:
      return state;
  }
};

const postsInThread: Reducer<Of<'postsInThread'>, PageAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_POSTS':
      return withReplies(state, Object.values(action.data.posts));
    case 'RECEIVED_NEW_POST':
      return withReplies(state, [action.data]);
    default:
      return state;
  }
};

/** The part of the state that holds posts. */
export const postsReducer = combineReducers({ posts, postsInChannel, postsInThread });

function withNew(block: PostBlock, id: string): PostBlock {
  if (!block.recent || block.order.includes(id)) return block;
  return { ...block, order: [id, ...block.order] };
}

/** The root of a new reply has one more. */
function withReplyCount(after: ById<Post>, before: ById<Post>, { id, root_id }: Post): ById<Post> {
  const root = after[root_id];
  if (root === undefined || before[id] !== undefined) return after;
  return { ...after, [root_id]: { ...root, reply_count: root.reply_count + 1 } };
}

function withReplies(state: Of<'postsInThread'>, received: readonly Post[]): Of<'postsInThread'> {
  const after: Record<string, readonly string[]> = { ...state };
  for (const { id, root_id } of received) {
    if (root_id === '' || after[root_id]?.includes(id) === true) continue;
    after[root_id] = [...(after[root_id] ?? []), id];
  }
  return after;
}
