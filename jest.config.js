/** Every project runs the TypeScript source through esbuild, on the pinned Node that npm scripts start. */
const base = {
  testEnvironment: 'node',
  transform: { '\\.(tsx?|css)$': '<rootDir>/tests/support/jest_transform.cjs' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  extensionsToTreatAsEsm: [],
};

export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/tests/{server,build,host,support}/**/*.test.ts',
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
    { ...base, displayName: 'cluster', testMatch: ['<rootDir>/tests/cluster/**/*.test.ts'] },
    { ...base, displayName: 'interop', testMatch: ['<rootDir>/tests/interop/**/*.test.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
  ],
  reporters: ['default', '<rootDir>/tests/support/closing_line_reporter.cjs'],
};
