/** Every project runs the TypeScript source through esbuild, on the pinned Node that npm scripts start. */
const base = {
  testEnvironment: 'node',
  transform: { '\\.(tsx?|css)$': '<rootDir>/tests/support/jest_transform.cjs' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  extensionsToTreatAsEsm: [],
  // Its other build is an ES module, which jest's own module system does not load.
  moduleNameMapper: { '^marked$': '<rootDir>/node_modules/marked/lib/marked.umd.js' },
};

/** Computing with time must not depend on the host's own zone: these files are run in some more. */
const hostZones = ['UTC', 'America/St_Johns', 'Pacific/Apia'];
const zoned = 'describe,described,host_zone,next_run,next_run_random,plan,revision,window';

export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/tests/{server,build,host,support,messages}/**/*.test.ts',
        '<rootDir>/tests/*.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/host/page/browser/'],
    },
    {
      ...base,
      displayName: 'webapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{webapp,host/page/browser}/**/*.test.{ts,tsx}'],
      // Jest loads CommonJS, of which this package has only the file it does not name.
      moduleNameMapper: { '^marked$': '<rootDir>/node_modules/marked/lib/marked.umd.js' },
    },
    ...hostZones.map((zone) => ({
      ...base,
      displayName: zone,
      testEnvironment: '<rootDir>/tests/support/zone_environment.cjs',
      testEnvironmentOptions: { zone },
      testMatch: [
        `<rootDir>/tests/server/schedule/{${zoned}}.test.ts`,
        '<rootDir>/tests/server/command/grammar/once.test.ts',
      ],
    })),
    { ...base, displayName: 'cluster', testMatch: ['<rootDir>/tests/cluster/**/*.test.ts'] },
    { ...base, displayName: 'interop', testMatch: ['<rootDir>/tests/interop/**/*.test.ts'] },
    { ...base, displayName: 'fuzz', testMatch: ['<rootDir>/tests/fuzz/**/*.test.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
  ],
  reporters: ['default', '<rootDir>/tests/support/closing_line_reporter.cjs'],
};
