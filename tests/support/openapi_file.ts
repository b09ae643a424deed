/** The OpenAPI document as it lies in docs/. */
import { join } from 'node:path';
import { openApiDocument } from '../../server/http/openapi.ts';

/** Where it lies. */
export const openApiPath = join(import.meta.dirname, '../../docs/openapi.json');

/** What has to be there. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), undefined, 2)}\n`;
}
