/** `npm run openapi`: writes docs/openapi.json anew after the contract has changed. */
import { writeFileSync } from 'node:fs';
import { openApiPath, openApiText } from './openapi_file.ts';

writeFileSync(openApiPath, openApiText());
