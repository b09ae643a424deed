/** What the right-hand sidebar shows. */
import type { PageAction, Thunk } from './types.ts';

/** Shows a plugin's sidebar. */
export function showRHSPlugin(pluggableId: string): PageAction {
  return { type: 'UPDATE_RHS_STATE', state: 'plugin', pluggableId };
}

/** Closes the sidebar if it shows this one. */
export function hideRHSPlugin(pluggableId: string): Thunk {
  return (dispatch, getState) => {
    if (getState().views.rhs.pluggableId === pluggableId) dispatch(closeRightHandSide());
    return { data: true };
  };
}

/** Shows a plugin's sidebar, or closes it where it is shown. */
export function toggleRHSPlugin(pluggableId: string): Thunk {
  return (dispatch, getState) => {
    const isShown = getState().views.rhs.pluggableId === pluggableId;
    dispatch(isShown ? closeRightHandSide() : showRHSPlugin(pluggableId));
    return { data: !isShown };
  };
}

/** Closes the sidebar. */
export function closeRightHandSide(): PageAction {
  return { type: 'UPDATE_RHS_STATE', state: null };
}

/** Shows the thread of a post that the page has. */
export function selectPostById(postId: string): Thunk {
  return (dispatch, getState) => {
    const post = getState().entities.posts.posts[postId];
    if (post === undefined) return { data: false };
    const selected: PageAction = {
      type: 'SELECT_POST',
      postId: post.root_id === '' ? post.id : post.root_id,
      channelId: post.channel_id,
      timestamp: Date.now(),
    };
    dispatch(selected);
    return { data: true };
  };
}
