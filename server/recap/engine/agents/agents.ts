/** A model behind Mattermost's Agents plugin, which knows the services and holds their keys. */
import { AiError, Guard } from '../ai/index.ts';
import type { GuardOptions, Model, Question, Reply } from '../ai/index.ts';
import { complete, listAgents, listServices } from './bridge.ts';
import type { BridgeApi, BridgeCall, BridgeTarget } from './bridge.ts';

/** How to use the plugin. */
export interface AgentsOptions extends GuardOptions {
  readonly api: BridgeApi;
  /** Id or name of the service or agent; empty for the first service, or the default agent where none is listed. */
  readonly service: string;
}

/** Who is asked, and under which names, the surest first. */
interface Addressee {
  readonly targets: readonly BridgeTarget[];
  readonly name: string;
}

/** A model behind the plugin. */
export function agentsModel(options: AgentsOptions): Model {
  const guard = new Guard(options);
  return {
    engine: 'agents',
    ask: (question, signal) => guard.run((attempt) => ask(options, question, attempt), signal),
  };
}

async function ask(
  options: AgentsOptions,
  question: Question,
  signal: AbortSignal,
): Promise<Reply> {
  const call = { timeoutMs: options.timeoutMs, signal };
  const { targets, name } = await find(options, question.readerId, call);
  for (const target of targets) {
    const text = await complete(
      options.api,
      target,
      {
        posts: [
          { role: 'system', message: question.system },
          { role: 'user', message: question.user },
        ],
        max_generated_tokens: question.maxAnswerTokens,
        json_output_format: question.schema,
        user_id: question.readerId,
        channel_id: question.channelId,
        operation: 'recaps',
        operation_subtype: 'summarize_channel',
      },
      call,
    );
    if (text !== undefined) return { text, model: name };
  }
  throw new AiError('failed', 'the Agents plugin does not know the service that it lists');
}

/**
 * Looks anew each time: what a user may use can change, and beside a model's answer it costs nothing. Services come
 * first: they have no character of their own, and no tools and no web search, which an agent may keep.
 */
async function find(
  { api, service }: AgentsOptions,
  userId: string,
  call: BridgeCall,
): Promise<Addressee> {
  const services = await listServices(api, userId, call);
  const isMeant = (...names: string[]): boolean => service === '' || names.includes(service);
  const found = services.find(({ id, name }) => isMeant(id, name));
  if (found !== undefined) {
    const { id, name } = found;
    return { targets: [{ kind: 'service', id }], name: name === '' ? id : name };
  }
  const agents = await listAgents(api, userId, call);
  const candidates = agents.filter(({ id, username }) => isMeant(id, username));
  const agent = candidates.find((each) => each.is_default) ?? candidates[0];
  if (agent === undefined) {
    throw new AiError('refused', 'the Agents plugin has no such service for this user');
  }
  const { id, username, displayName } = agent;
  // The first versions knew agents by user name, all others by id.
  const ids = [id, username].filter((each) => each !== '');
  return {
    targets: ids.map((each) => ({ kind: 'agent', id: each })),
    name: displayName === '' ? username : displayName,
  };
}
