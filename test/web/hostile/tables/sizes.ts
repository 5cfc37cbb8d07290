import { once } from '../support/once.ts';
import { ask, form, json, parts, type Row, send, upload } from '../support/row.ts';

const signIn = '/fr/sign-in';
const limit = 256 * 1024;
const urlencoded = 'application/x-www-form-urlencoded';
const applicant = { as: 'applicant' } as const;

const x = (count: number) => 'x'.repeat(count);
const many = (count: number, field: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => field(i));

/** More of everything than a page of ours sends: fields, names, levels, headers, cookies, addresses. */
export const sizes: readonly Row[] = [
  form('a form of 256 KiB and a byte', signIn, `email=${x(limit + 1)}`, 413),
  form('a form of a megabyte', signIn, `email=${x(1024 * 1024)}`, 413),
  form('a name of a field of a megabyte', signIn, `${x(1024 * 1024)}=1`, 413),
  form('a name of a field just within the limit', signIn, `email=a@specimen.example&${x(200_000)}=1`, 422),
  form('two thousand fields', signIn, many(1999, (i) => `f${i}=1`).join('&'), 422),
  form('two thousand fields and one', signIn, many(2000, (i) => `f${i}=1`).join('&'), 413),
  form('ten thousand fields', signIn, many(10_000, (i) => `f${i}=1`).join('&'), 413),
  form('ten thousand fields of one name', signIn, many(10_000, () => 'email=a').join('&'), 413),
  form('sixty thousand fields of short names', signIn, many(60_000, (i) => i.toString(36)).join('&'), 413),
  form('sixty thousand empty fields', signIn, `email=a@specimen.example${'&'.repeat(60_000)}q=1`, 413),
  form('an address of 2,000 characters', signIn, `email=${x(2000)}@specimen.example`, 422),
  form('a code of 200,000 digits', '/fr/sign-in/code', `code=${'1'.repeat(200_000)}`, 422, {
    prepare: async ({ visitor }) => {
      const asking = visitor();
      await asking.get(signIn);
      await asking.post(signIn, { email: 'stranger@specimen.example' });
      return asking.values();
    },
  }),
  form('a token of a link of 200,000 characters', '/fr/sign-in/link', `t=${x(200_000)}`, 422),
  form('a name of 121 characters', '/fr/account', `name=${x(121)}&language=fr`, 422, applicant),
  form(
    'a name of combining marks',
    '/fr/account',
    `name=e${'%CC%81'.repeat(5000)}&language=fr`,
    422,
    applicant,
  ),
  json(
    'a name of accents out of order',
    '/fr/account',
    `{"name":"e${'\u0301'.repeat(60_000)}${'\u0316'.repeat(60_000)}","language":"fr"}`,
    422,
    applicant,
  ),
  form(
    'a text that grows when it is put in order',
    '/fr/account',
    `name=${'%EF%B7%BA'.repeat(121)}&language=fr`,
    422,
    applicant,
  ),
  form(
    'a revision of 100,000 digits',
    '/fr/files/§evaluation/staff',
    `revision=${'9'.repeat(100_000)}`,
    422,
    { as: 'officer' },
  ),
  form(
    'a figure of 100,000 digits',
    '/fr/applications/§own/figures',
    `FIN-F1=${'9'.repeat(100_000)}`,
    422,
    applicant,
  ),
  json('JSON of 256 KiB and a byte', signIn, `{"email":"${x(limit)}"}`, 413),
  json('JSON of a megabyte', signIn, `{"email":"${x(1024 * 1024)}"}`, 413),
  json(
    'JSON of 100,000 levels of lists',
    signIn,
    `{"email":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    400,
  ),
  json('JSON of 30,000 levels of objects', signIn, `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`, 400),
  json('JSON of 10,000 fields', signIn, `{${many(10_000, (i) => `"f${i}":1`).join(',')}}`, 400),
  json('a number of 200,000 digits', signIn, `{"email":${'9'.repeat(200_000)}}`, 422),
  json('a list of 100,000 items', signIn, `{"email":[${many(100_000, () => '1').join(',')}]}`, 400),
  send('a body that says it is 2 GB', signIn, urlencoded, ['csrf=§csrf'], 413, {
    headers: ['Content-Length: 2000000000'],
  }),
  send('a body that says it is larger than any number', signIn, urlencoded, ['a'], 400, {
    early: true,
    headers: ['Content-Length: 99999999999999999999999'],
  }),
  ask('a header of 100 KB', '/fr', 431, { early: true, headers: [`X-Long: ${x(100_000)}`] }),
  ask('a name of a header of 20 KB', '/fr', 431, { early: true, headers: [`${x(20_000)}: 1`] }),
  ask('three thousand headers', '/fr', 431, { early: true, headers: many(3000, (i) => `X-${i}: 1`) }),
  ask('five hundred headers before the host', '/fr', 400, {
    early: true,
    headers: [...many(500, (i) => `X-${i}: 1`), 'Host: label.example'],
  }),
  ask('cookies of 20 KB', '/fr/sign-in', 431, {
    early: true,
    headers: [`Cookie: ${many(1000, (i) => `cookie-${i}=${x(10)}`).join('; ')}`],
  }),
  ask('an address of 20 KB', `/fr/${x(20_000)}`, 431, { early: true }),
  ask('an address of 8 KB', `/fr/${x(8 * 1024)}`, 404),
  ask('an address of 2,000 parts', `/fr${'/a'.repeat(2000)}`, 404),
  ask('a number of a label of 8 KB', `/fr/labels/${'1'.repeat(8 * 1024)}`, 404),
  ask('a link of 8 KB', `/fr/sign-in/link?t=${x(8 * 1024)}`, 401),
  ask('a credential of 12 KB', '/fr/lists/files', 403, {
    as: 'stranger',
    headers: [`Authorization: Basic ${x(12_000)}`],
  }),
  ask('a list of languages of 12 KB', '/nothing', 404, {
    headers: [`Accept-Language: ${many(1000, (i) => `a${i};q=0.1`).join()}`],
  }),
  ask('a list of types of 12 KB', '/nothing', 404, {
    headers: [`Accept: ${many(1000, (i) => `a/b${i};q=0.1`).join()}`],
  }),
  parts(
    'a field of a part of 65 KiB',
    '/fr/applications/§own/evidence',
    [['Content-Disposition: form-data; name="a"', x(65 * 1024)]],
    413,
    applicant,
  ),
  parts(
    'a name of a part of 200 characters',
    '/fr/applications/§own/evidence',
    [[`Content-Disposition: form-data; name="${x(200)}"`, '1']],
    413,
    applicant,
  ),
  parts(
    'a hundred parts',
    '/fr/applications/§own/evidence',
    many(100, (i) => `Content-Disposition: form-data; name="f${i}"`).map((head) => [head, '1'] as const),
    413,
    applicant,
  ),
  parts(
    'a part with a head of 100 KB',
    '/fr/applications/§own/evidence',
    [[`Content-Disposition: form-data; name="a"\r\nX-Long: ${x(100_000)}`, '1']],
    400,
    applicant,
  ),
  send(
    'parts that say they are 2 GB',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=part',
    ['--part'],
    413,
    { ...applicant, headers: ['Content-Length: 2000000000'] },
  ),
  send(
    'parts without a length',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=part',
    ['5\r\n--par\r\n0\r\n\r\n'],
    413,
    { ...applicant, headers: ['Transfer-Encoding: chunked'] },
  ),
  upload(
    'a file of 20 MiB and a byte',
    'a.txt',
    once(() => Buffer.alloc(20 * 1024 * 1024 + 1, 'a')),
    422,
  ),
  upload('a name of a file of 200,000 characters', `${x(200_000)}.txt`, 'Bilan', 400),
];
