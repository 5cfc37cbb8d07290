import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../../src/web/api/openapi/document.ts';
import { shown } from '../web.ts';

/** Where the client is, and the types that are generated of it. */
export const clientFolder = fileURLToPath(new URL('../../../client', import.meta.url));
export const schemaFile = `${clientFolder}/schema.d.ts`;

const worded = new Set(['description', 'summary', 'title', 'externalDocs']);

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The OpenAPI document of today, as the types of the client are generated from it: the client makes a problem of whatever fails. */
export function clientDocument(): string {
  return JSON.stringify(ofToday());
}

/** Its digest without what is only told to people: another one means other types. */
export function clientDigest(): string {
  const plain = JSON.stringify(ofToday(), (key, value) => (worded.has(key) ? undefined : value));
  return createHash('sha256').update(plain).digest('hex');
}

function ofToday() {
  return JSON.parse(
    JSON.stringify(openApiDocument(shown.i18n.en, 'https://label.example')),
    (status, value: unknown) =>
      /^[45]\d\d$/.test(status) && typeof value === 'object' ? { ...value, content: problem } : value,
  );
}
