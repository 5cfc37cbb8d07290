import createFetch from 'openapi-fetch';

/** A client of the API at an address; with a key it asks as whoever made that. */
export function createClient({ address, key, language = 'fr', fetch }) {
  return createFetch({
    baseUrl: address,
    headers: { 'Accept-Language': language, ...(key && { Authorization: `Bearer ${key}` }) },
    ...(fetch && { fetch }),
  });
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
