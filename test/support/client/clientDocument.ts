import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../../src/web/api/openapi/document.ts';
import { shown } from '../web.ts';

/** Where the client is, and the types that are generated of it. */
export const clientFolder = fileURLToPath(new URL('../../../client', import.meta.url));
export const schemaFile = `${clientFolder}/schema.d.ts`;

const worded = new Set(['description', 'summary', 'title', 'externalDocs']);

/** The OpenAPI document of today, as the types of the client are generated from it. */
export function clientDocument(): string {
  return JSON.stringify(openApiDocument(shown.i18n.en, 'https://label.example'));
}

/** Its digest without what is only told to people: another one means other types. */
export function clientDigest(): string {
  const document = openApiDocument(shown.i18n.en, 'https://label.example');
  const plain = JSON.stringify(document, (key, value) => (worded.has(key) ? undefined : value));
  return createHash('sha256').update(plain).digest('hex');
}
