import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Operation } from '../../../src/web/api/openapi/operation.ts';
import { cursorOf } from '../../../src/web/schemas/changes.ts';
import { specimenEntry } from './specimenEntry.ts';

/** A request to an address of the interface. */
export interface Question {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, where the operation takes a body; of a form, its fields. */
  readonly body: string;
}

const { number } = specimenEntry;

/** What a label's photograph is of; its address names their digest. */
export const photoBytes = Buffer.from('spécimen');
const photoName = createHash('sha256').update(photoBytes).digest('hex').slice(0, 24);

/** A certificate that something was sealed with. */
export const sealPem = readFileSync('test/golden/sealCertificate.pem', 'utf8');
export const sealFile = `${createHash('sha256').update(new X509Certificate(sealPem).raw).digest('hex')}.cer`;

/** What answers, by the name of the part or the field. */
const good: Readonly<Record<string, readonly string[]>> = {
  number: [number, number.toLowerCase(), 'MIE-26-00043-D', 'MIE-26-00041-F'],
  organisationId: ['ORG1', 'org1', 'ORG2'],
  offer: ['OFFER1', 'OFFER2'],
  file: [`${photoName}-640.jpeg`, `${photoName}-320.avif`],
  certificate: [sealFile],
  list: ['revocation-1', 'suspension-1', 'revocation-2'],
  revision: ['1', '2'],
  version: ['1.0.0'],
  language: ['fr', 'de', 'it', 'en'],
  since: [cursorOf(0), cursorOf(1), cursorOf(999_999)],
  q: ['pain', 'pian', 'carouge'],
  type: ['food', ''],
  theme: ['food'],
  place: ['carouge'],
  box: ['6.1,46.1,6.2,46.3', ''],
  form: ['cooperative', ''],
  pictures_form: ['mark', 'standard'],
  status: ['active'],
  size: ['256'],
  after: [''],
  last: [number],
  before: [''],
  cache: ['no'],
  on: ['2026-10-05', ''],
  // The first one of a year.
  application: ['A-2026-000001', 'A-2026-000002'],
  from: ['2025-01-01', ''],
  until: ['2025-12-31', ''],
  criterion: ['FIN-01', ''],
};
const yes = ['yes', ''];

/** What people and programs send that nobody foresaw. */
const bad = [
  '🍞',
  `${number}🍞`,
  `\u202E${number}`,
  `\u200F${number}\u200E`,
  'e\u0301'.repeat(50),
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '{"$gt":""}',
  '[$ne]',
  '1899-12-31',
  '10000-01-01',
  '0000-00-00',
  '2026-02-30',
  '-1',
  '1e309',
  'NaN',
  'null',
  '%00',
  '%',
  ' ',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '=1+1',
  '\r\nX-Injected: 1',
  'x'.repeat(10_000),
];

const right = (name: string) => fc.constantFrom(...(good[name] ?? yes));

const text = (name: string) =>
  fc.oneof(
    { weight: 3, arbitrary: right(name) },
    { weight: 2, arbitrary: fc.constantFrom(...bad) },
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );

const headers = fc.record(
  {
    Accept: fc.constantFrom(
      '*/*',
      'text/html',
      'application/json',
      'application/vc',
      'application/vc+ld+json',
      ',;q=2',
      'x/y',
      'é',
      '',
    ),
    'Accept-Language': fc.constantFrom('de', 'it;q=0.1, en', '*', 'x-klingon', ',,,;q=9'),
    'Accept-Encoding': fc.constantFrom('br', 'gzip', 'identity;q=0', '*;q=0'),
    'If-None-Match': fc.constantFrom('*', '"x"', 'W/"x"', 'x'.repeat(8000), `${'"x", '.repeat(1600)}"y"`),
    'If-Modified-Since': fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', 'yesterday'),
    Range: fc.constantFrom('bytes=0-1', 'bytes=9-', 'x'),
  },
  { requiredKeys: [] },
);

/** A part of a path; dots alone lead elsewhere before they are sent. */
const part = (name: string) => text(name).filter((value) => value !== '' && !/^\.\.?$/.test(value));

const body = fc
  .oneof(
    fc.record({ numbers: fc.array(text('number'), { maxLength: 5 }), on: text('on') }),
    fc.record({ numbers: fc.constant(Array(1001).fill(number)) }),
    fc.jsonValue(),
  )
  .map((value) => JSON.stringify(value));

/** A question to one operation that it can answer: the first right value of each part, and nothing else asked. */
export function plainQuestion(operation: Operation): Question {
  const values = Object.keys(operation.parts ?? {}).map((name) => [
    name,
    good[goodName(operation, name)]?.[0],
  ]);
  return {
    path: filled(operation.path, Object.fromEntries(values)),
    headers: {},
    body: JSON.stringify(operation.form ? {} : { numbers: [number] }),
  };
}

/** Any question to one operation: now as it should be, now with what it cannot mean. */
export function anyQuestion(operation: Operation): fc.Arbitrary<Question> {
  const { path, parts = {}, query = {}, form } = operation;
  const named = (names: readonly string[], of: typeof text) =>
    Object.fromEntries(names.map((name) => [name, of(goodName(operation, name))]));
  const fields = [...Object.keys(query), 'utm_source'];
  const some = { requiredKeys: [] };
  return fc
    .record({
      parts: fc.record(named(Object.keys(parts), part)),
      query: fc.oneof(fc.record(named(fields, right), some), fc.record(named(fields, text), some)),
      headers,
      body: form
        ? fc.record(named(Object.keys(form), text), some).map((value) => JSON.stringify(value))
        : body,
    })
    .map(({ parts: values, query: asked, ...rest }) => {
      const search = Object.entries(asked).map(
        ([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`,
      );
      const address = filled(path, values);
      return { ...rest, path: search.length > 0 ? `${address}?${search.join('&')}` : address };
    });
}

/** Under which name the right values of a part or field stand: one operation may mean something else by it. */
function goodName({ group }: Operation, name: string): string {
  return good[`${group}_${name}`] ? `${group}_${name}` : name;
}

function filled(path: string, values: Readonly<Record<string, string | undefined>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[String(name)] ?? ''));
}
