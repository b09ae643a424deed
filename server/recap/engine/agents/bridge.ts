/** The inter-plugin bridge of Mattermost's Agents plugin: its routes, what it answers, and what its statuses mean. */
import * as z from 'zod';
import { isApiError } from '../../../mattermost/index.ts';
import type { Api, PluginHttpResponse } from '../../../mattermost/index.ts';
import { AiError, maxAnswerBytes } from '../ai/index.ts';

/** The call that the bridge takes. */
export type BridgeApi = Pick<Api, 'pluginHttp'>;

/** The other plugin's id. Its repository has another name. */
const bridge = '/mattermost-ai/bridge/v1';

/** A language model service that an administrator has set up. */
const Service = z.object({ id: z.string().min(1), name: z.string().default('') });
/** An agent: a service with a character and rules. */
const Agent = z.object({
  id: z.string().min(1),
  username: z.string().default(''),
  displayName: z.string().default(''),
  is_default: z.boolean().default(false),
});

const ServiceList = z.object({ services: z.array(Service).nullable() });
const AgentList = z.object({ agents: z.array(Agent).nullable() });
const Completion = z.object({ completion: z.string() });

/** See `Service` above. */
export type BridgeService = z.infer<typeof Service>;
/** See `Agent` above. */
export type BridgeAgent = z.infer<typeof Agent>;

/** What is asked for. Older versions of the plugin ignore fields that they do not know. */
export interface BridgeQuestion {
  readonly posts: readonly { readonly role: 'system' | 'user'; readonly message: string }[];
  readonly max_generated_tokens: number;
  readonly json_output_format: Readonly<Record<string, unknown>>;
  readonly user_id: string;
  readonly channel_id: string;
  readonly operation: 'recaps';
  readonly operation_subtype: 'summarize_channel';
}

/** Who answers: a service, or an agent under one of its names. */
export interface BridgeTarget {
  readonly kind: 'service' | 'agent';
  readonly id: string;
}

/** How a call is made. */
export interface BridgeCall {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The services that a user may use; none where the plugin is too old to list them. @throws {AiError} */
export async function listServices(
  api: BridgeApi,
  userId: string,
  call: BridgeCall,
): Promise<BridgeService[]> {
  const answer = await get(api, `/services?user_id=${encodeURIComponent(userId)}`, call);
  if (answer.status === 404) return [];
  return read(answer, ServiceList).services ?? [];
}

/** The agents that a user may use. @throws {AiError} */
export async function listAgents(
  api: BridgeApi,
  userId: string,
  call: BridgeCall,
): Promise<BridgeAgent[]> {
  const answer = await get(api, `/agents?user_id=${encodeURIComponent(userId)}`, call);
  return read(answer, AgentList).agents ?? [];
}

/** The answer, or undefined where nobody of that name is there. @throws {AiError} */
export async function complete(
  api: BridgeApi,
  target: BridgeTarget,
  question: BridgeQuestion,
  call: BridgeCall,
): Promise<string | undefined> {
  // What would have to be escaped does not get through the server's own parsing twice.
  if (!/^[\w.~-]{1,128}$/.test(target.id)) return undefined;
  const answer = await send(api, {
    ...call,
    method: 'POST',
    path: `${bridge}/completion/${target.kind}/${target.id}/nostream`,
    headers: { 'Content-Type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(question)),
  });
  if (answer.status === 404) return undefined;
  return read(answer, Completion).completion;
}

function get(api: BridgeApi, path: string, call: BridgeCall): Promise<PluginHttpResponse> {
  return send(api, { ...call, path: bridge + path });
}

async function send(
  api: BridgeApi,
  request: Parameters<BridgeApi['pluginHttp']>[0],
): Promise<PluginHttpResponse> {
  try {
    return await api.pluginHttp(request);
  } catch (thrown) {
    request.signal?.throwIfAborted();
    // The server's own words: there is no text of the other plugin in them.
    const code = isApiError(thrown) ? ` (${thrown.code})` : '';
    throw new AiError('unreachable', `the Agents plugin gave no answer${code}`);
  }
}

/** The bridge passes no status of the service on: whatever goes wrong behind it is a 500. */
function read<T>({ status, body }: PluginHttpResponse, shape: z.ZodType<T>): T {
  if (status === 401 || status === 403) {
    throw new AiError('refused', `the Agents plugin answered with status ${status}`);
  }
  if (status === 404) {
    throw new AiError('unreachable', 'the Agents plugin is not active, or has no bridge');
  }
  if (status !== 200) {
    const options = { retryable: status >= 500 };
    throw new AiError('failed', `the Agents plugin answered with status ${status}`, options);
  }
  if (body.length > maxAnswerBytes) {
    throw new AiError('too_large', `the answer has more than ${maxAnswerBytes} bytes`);
  }
  const parsed = shape.safeParse(parseJson(body));
  if (!parsed.success) throw new AiError('failed', 'the Agents plugin answered something else');
  return parsed.data;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
