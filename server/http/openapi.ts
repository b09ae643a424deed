/** The REST interface as an OpenAPI document, made of the contract. */
import * as z from 'zod';
import {
  AiTest,
  CheckInput,
  Checks,
  ClientConfig,
  commonErrors,
  DescribedSchedule,
  ErrorBody,
  errorStatus,
  externalApiBase,
  Health,
  operations,
  PauseInput,
  Preview,
  Run,
  RunList,
  ScheduleInput,
  ScheduleList,
  ScheduleReplacement,
  TimingInput,
  UserData,
  ValidatedSchedule,
} from '../contract/index.ts';
import type { ErrorCode, Operation } from '../contract/index.ts';

/** Version of the OpenAPI Specification; its schemas are JSON Schema 2020-12, which zod writes. */
const openApiVersion = '3.1.0';

/** Something that JSON can say. */
type Json = unknown;

/** The names under which schemas stand in the document. */
type SchemaNames = z.core.$ZodRegistry<{ id: string }>;

function named(schemas: Readonly<Record<string, z.ZodType>>): SchemaNames {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) names.add(schema, { id });
  return names;
}

/** What requests carry. */
const inputs = named({ ScheduleInput, ScheduleReplacement, TimingInput, PauseInput, CheckInput });

/** What answers carry. */
const outputs = named({
  Schedule: DescribedSchedule,
  ScheduleList,
  ScheduleTiming: ValidatedSchedule,
  Preview,
  Run,
  RunList,
  Checks,
  ClientConfig,
  UserData,
  Health,
  AiTest,
  Error: ErrorBody,
});

/** The document. Its version is that of the interface, not of the plugin. */
export function openApiDocument(): Readonly<Record<string, Json>> {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, operation] of Object.entries(operations) as readonly [string, Operation][]) {
    const path = operation.route.replaceAll(/:([a-z_]+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: operationOf(id, operation) };
  }
  return {
    openapi: openApiVersion,
    info: {
      title: 'Scheduled Recaps',
      version: '1',
      description:
        'Schedules and recaps of whoever is signed in. Ids of others are unknown ids: 404. Requests that change something and are signed in by cookie need the header X-CSRF-Token.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: externalApiBase }],
    security: [{ token: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: { ...schemasOf(inputs, 'input'), ...schemasOf(outputs, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: "A Mattermost session's token." },
        cookie: { type: 'apiKey', in: 'cookie', name: 'MMAUTHTOKEN' },
      },
    },
  };
}

function operationOf(id: string, operation: Operation): Json {
  const { summary, route, query, body } = operation;
  return {
    operationId: id,
    summary,
    parameters: [...pathParameters(route), ...queryParameters(query)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: jsonOf(referenceTo(inputs, body)) } }),
    responses: { ...successOf(operation), ...failuresOf(operation) },
  };
}

function pathParameters(route: string): Json[] {
  return Array.from(route.matchAll(/:([a-z_]+)/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    // Any text is taken: one that is no id is an unknown id.
    schema: { type: 'string', minLength: 1 },
  }));
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: parameterSchema(schema as z.ZodType),
  }));
}

function successOf({ status, answer }: Operation): Readonly<Record<string, Json>> {
  const content = answer === undefined ? {} : { content: jsonOf(referenceTo(outputs, answer)) };
  return { [status]: { description: 'Done.', ...content } };
}

/** Codes that share a status are told apart in the body. */
function failuresOf({ errors }: Operation): Readonly<Record<string, Json>> {
  const codes: readonly ErrorCode[] = [...errors, ...commonErrors];
  const byStatus = Map.groupBy(codes, (code) => errorStatus[code]);
  const answers = [...byStatus].map(([status, sharing]): [string, Json] => [
    String(status),
    {
      description: `Codes: ${sharing.join(', ')}.`,
      content: jsonOf(referenceTo(outputs, ErrorBody)),
      ...(sharing.includes('limit') ? { headers: retryAfter } : {}),
    },
  ]);
  return Object.fromEntries(answers);
}

const retryAfter = {
  'Retry-After': {
    description: 'After so many seconds it is worth trying again; absent where waiting is no help.',
    schema: { type: 'integer' },
  },
};

function jsonOf(schema: Json): Json {
  return { 'application/json': { schema } };
}

function parameterSchema(schema: z.ZodType): Json {
  return without(z.toJSONSchema(schema, { io: 'output' }), '$schema');
}

/** Fields that say where a schema would stand by itself are out of place inside the document. */
function without(schema: object, ...fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(schema).filter(([field]) => !fields.includes(field)));
}

function referenceTo(names: SchemaNames, schema: z.ZodType): Json {
  const name = names.get(schema);
  if (name === undefined) throw new Error('a schema of an operation has no name');
  return { $ref: addressOf(name.id) };
}

function addressOf(name: string): string {
  return `#/components/schemas/${name}`;
}

/** The schemas by name. Where one is part of another it is referred to. */
function schemasOf(names: SchemaNames, io: 'input' | 'output'): Readonly<Record<string, Json>> {
  const options = { io, uri: addressOf, unrepresentable: 'any' } as const;
  const { schemas } = z.toJSONSchema(names, options);
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, without(schema, '$schema', '$id')]),
  );
}
