import createFetch from 'openapi-fetch';
import { patientFetch } from './patientFetch.js';

/** A client of the API at an address; with a key it asks as whoever made that. */
export function createClient({ address, key, language = 'fr', fetch, waitSeconds = 0 }) {
  const client = createFetch({
    baseUrl: address,
    headers: { 'Accept-Language': language, ...(key && { Authorization: `Bearer ${key}` }) },
    fetch: patientFetch(fetch ?? ((request) => globalThis.fetch(request)), waitSeconds),
  });
  client.use({ onResponse: asProblem });
  return client;
}

/** Every label that a search finds, one after the other, page after page. */
export async function* everyLabel(client, query = {}) {
  let { after } = query;
  do {
    const page = read(
      await client.GET('/api/v1/labels', { params: { query: { ...query, ...(after && { after }) } } }),
    );
    yield* page.labels;
    after = page.next && new URL(page.next).searchParams.get('after');
  } while (after);
}

/** Every page of what changed since a cursor, without one of all that there is; the `next` of each is the cursor to keep. */
export async function* changesSince(client, since) {
  let cursor = since;
  for (;;) {
    const page = read(
      await client.GET('/api/v1/changes', { params: { query: cursor ? { since: cursor } : {} } }),
    );
    yield page;
    if (!page.more) return;
    cursor = page.next;
  }
}

/** Brings a file of evidence to an application; the same file sent again is the same document. */
export function bringEvidence(client, application, evidence) {
  return client.POST('/api/v1/applications/{application}/evidence', {
    params: { path: { application } },
    body: evidence,
    bodySerializer: formOf,
  });
}

function formOf({ file, ...fields }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

function read({ data, error }) {
  if (error) throw Object.assign(new Error(`${error.code}: ${error.detail}`), { problem: error });
  return data;
}

/** A failure is a problem whoever answered: a proxy before the service sends pages, or nothing. */
async function asProblem({ response }) {
  if (response.status < 400 || response.headers.get('content-type')?.startsWith('application/problem+json'))
    return undefined;
  const { status, statusText } = response;
  const detail =
    (await response.text()).slice(0, 300) || `The answer is ${status} ${statusText}, without a word.`;
  const problem = {
    type: 'about:blank',
    title: statusText || String(status),
    status,
    detail,
    code: 'unexpected',
  };
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/problem+json');
  for (const name of ['content-length', 'content-encoding']) headers.delete(name);
  return new Response(JSON.stringify(problem), { status, statusText, headers });
}
