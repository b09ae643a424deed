/** The interface as a document, for programs and their authors. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from '@jest/globals';
import { operations } from '../../../server/contract/index.ts';
import { openApiDocument } from '../../../server/http/openapi.ts';
import { openApiPath, openApiText } from '../../support/openapi_file.ts';

const validator = join(
  import.meta.dirname,
  '../../../node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js',
);

describe('the OpenAPI document', () => {
  test('is one, by the specification', () => {
    // A process of its own: the validator comes as an ES module, which jest's own module system does not load.
    const answer = execFileSync(process.execPath, [validator, openApiPath], { encoding: 'utf8' });
    expect(JSON.parse(answer)).toMatchObject({ valid: true });
  });

  test('names each operation once, with its statuses', () => {
    const { paths } = openApiDocument() as {
      paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    };
    const described = Object.values(paths).flatMap((path) => Object.values(path));
    const ids = described.map(({ operationId }) => operationId);
    expect(ids.toSorted()).toEqual(Object.keys(operations).toSorted());
    const run = described.find(({ operationId }) => operationId === 'runSchedule');
    expect(Object.keys(run?.responses ?? {})).toEqual([
      '202',
      '401',
      '403',
      '404',
      '409',
      '429',
      '500',
      '503',
    ]);
  });

  test('lies in docs/ as it is: after a change, run npm run openapi', () => {
    expect(readFileSync(openApiPath, 'utf8')).toBe(openApiText());
  });
});
