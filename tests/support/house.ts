/** The house: every place of the source, and what it may import. docs/architecture.md carries the same table. */

/** A folder with all below it, or one file, and what it may import. */
export interface Place {
  readonly name: string;
  /** Other places; a name ending in `/` stands for every place below it. */
  readonly may: readonly string[];
  /** npm packages. */
  readonly packages: readonly string[];
  /** Node's modules, besides those that only compute. */
  readonly node: readonly string[] | 'all';
}

/** What every layer is handed. */
const base = ['server/errors.ts', 'server/log.ts', 'server/clock.ts'];

/** Node's modules that only compute: open to every place. */
export const computing = [
  'node:assert',
  'node:buffer',
  'node:crypto',
  'node:events',
  'node:path',
  'node:timers/promises',
  'node:util',
  'node:util/types',
];

/** Lower layers first: the order in which a newcomer reads. What is not written is forbidden. */
export const house: readonly Place[] = [
  place('server/errors.ts', []),
  place('server/clock.ts', []),
  place('server/log.ts', []),

  place('server/wire/bytes', []),
  place('server/wire/yamux', [...base, 'server/wire/bytes'], { node: ['node:net'] }),
  place('server/wire/gob', [...base, 'server/wire/bytes']),
  place('server/wire/netrpc', [
    ...base,
    'server/wire/bytes',
    'server/wire/gob',
    'server/wire/yamux',
  ]),
  place(
    'server/wire/goplugin',
    [...base, 'server/wire/bytes', 'server/wire/gob', 'server/wire/netrpc', 'server/wire/yamux'],
    { node: ['node:fs', 'node:net'] },
  ),

  place('server/mattermost', [...base, 'server/wire/']),
  place('server/contract', [], { packages: ['zod'] }),

  place('server/i18n', ['server/contract']),
  place('server/config', [...base, 'server/contract', 'server/mattermost'], { packages: ['zod'] }),
  place('server/store', [...base, 'server/contract', 'server/mattermost'], { packages: ['zod'] }),
  place('server/schedule', [...base, 'server/contract', 'server/store', 'server/i18n'], {
    packages: ['luxon', 'node-cron'],
  }),
  place(
    'server/recap',
    [...base, 'server/contract', 'server/i18n', 'server/mattermost', 'server/schedule'],
    { packages: ['jsonrepair', 'openai', 'zod'] },
  ),

  place('server/metrics', [...base, 'server/contract', 'server/mattermost'], {
    packages: ['prom-client'],
  }),
  place('server/command', services(), { packages: ['chrono-node'] }),
  place('server/http', services(['server/command']), { packages: ['hono', 'zod'] }),

  place('server/plugin', ['server/']),
  place('server/main.ts', ['server/'], { node: 'all' }),

  place('webapp', ['server/contract'], {
    packages: [
      'luxon',
      'prop-types',
      'react',
      'react-dom',
      'react-intl',
      'react-redux',
      'react-router-dom',
      'redux',
    ],
  }),

  place('build', [], {
    packages: ['@mattermost/client', 'esbuild', 'tar-stream', 'zod'],
    node: 'all',
  }),
];

/** What answers a user may call on: everything between the store and the recaps. */
function services(others: readonly string[] = []): readonly string[] {
  return [
    ...base,
    ...others,
    'server/config',
    'server/contract',
    'server/i18n',
    'server/mattermost',
    'server/metrics',
    'server/recap',
    'server/schedule',
    'server/store',
  ];
}

function place(
  name: string,
  may: readonly string[],
  more: { packages?: readonly string[]; node?: readonly string[] | 'all' } = {},
): Place {
  return { name, may, packages: more.packages ?? [], node: more.node ?? [] };
}

/** The place a file lives in: the longest name that fits. */
export function placeOf(path: string): Place | undefined {
  return house
    .filter(({ name }) => path === name || path.startsWith(`${name}/`))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** Whether the arrows let a file of `from` import the file `target`. */
export function mayImport(from: Place, target: string): boolean {
  const to = placeOf(target);
  if (to === undefined) return false;
  if (to === from) return true;
  return from.may.some(
    (name) => name === to.name || (name.endsWith('/') && target.startsWith(name)),
  );
}

/** A place as the cells of its row in docs/architecture.md. */
export function arrowRow({ name, may, packages, node }: Place): readonly string[] {
  const short = (path: string): string => `\`${path.replace(/^server\//, '')}\``;
  const isBase = base.every((name) => may.includes(name));
  const own = may
    .filter((path) => !isBase || !base.includes(path))
    .map((path) => (path === 'server/' ? 'all of `server`' : short(path)));
  return [
    `\`${name}\``,
    [...(isBase ? ['base'] : []), ...own].join(' ') || '—',
    packages.map((name) => `\`${name}\``).join(' ') || '—',
    node === 'all' ? 'all' : node.map((name) => `\`${name}\``).join(' ') || '—',
  ];
}
