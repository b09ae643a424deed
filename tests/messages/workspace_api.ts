/** The plugin API over a workspace of the stand-in, in this process: what recaps read, without a server or a plugin. */
import { silentLog } from '../../server/log.ts';
import { ApiError } from '../../server/mattermost/index.ts';
import type { Api } from '../../server/mattermost/index.ts';
import { AppFailure } from '../host/app_failure.ts';
import { channelAnswers } from '../host/api/channel_answers.ts';
import type { ApiContext } from '../host/api/context.ts';
import { fileAnswers, postAnswers, reactionAnswers } from '../host/api/post_answers.ts';
import { permissionAnswers, teamAnswers, userAnswers } from '../host/api/user_answers.ts';
import type { Workspace } from '../host/workspace/index.ts';

type Answer = (...args: readonly unknown[]) => unknown;

/** The calls about people, teams, channels and posts. Any other is refused as unsupported. */
export function workspaceApi(workspace: Workspace, now: number): Api {
  // The answers to these calls look at nothing else.
  const context = { workspace, now: () => now, log: silentLog } as unknown as ApiContext;
  const answers = new Map<string, Answer>(
    Object.entries({
      ...userAnswers(context),
      ...teamAnswers(context),
      ...permissionAnswers(context),
      ...channelAnswers(context),
      ...postAnswers(context),
      ...reactionAnswers(context),
      ...fileAnswers(context),
    }) as [string, Answer][],
  );
  return new Proxy({} as Api, {
    get: (_, name) => {
      const answer = typeof name === 'string' ? answers.get(name) : undefined;
      return async (...given: readonly unknown[]) => {
        const args = name === 'hasPermissionToChannel' ? withPermission(given) : given;
        if (answer === undefined) throw new ApiError('unsupported', String(name), 'not here');
        try {
          return await answer(...args);
        } catch (thrown) {
          throw translated(String(name), thrown);
        }
      };
    },
  });
}

/** The wire has a struct where the API has the permission's id. */
function withPermission([userId, channelId, id]: readonly unknown[]): readonly unknown[] {
  return [userId, channelId, { id }];
}

function translated(method: string, thrown: unknown): unknown {
  if (!(thrown instanceof AppFailure)) return thrown;
  const code = thrown.statusCode === 404 ? 'not_found' : 'failed';
  return new ApiError(code, method, thrown.message, { statusCode: thrown.statusCode });
}
