import fc from 'fast-check';
import { cursorOf } from '../../src/web/api/changeCursor.ts';
import type { Operation } from '../../src/web/api/openapi/operation.ts';
import { specimenEntry } from './specimenEntry.ts';

/** A request to an address of the interface. */
export interface Question {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, where the operation takes a body. */
  readonly body: string;
}

const { number } = specimenEntry;

/** What answers, by the name of the part or the field. */
const good: Readonly<Record<string, readonly string[]>> = {
  number: [number, number.toLowerCase(), 'MIE-26-00043-D', 'MIE-26-00041-F'],
  list: ['revocation-1', 'suspension-1', 'revocation-2'],
  revision: ['1', '2'],
  version: ['1.0.0'],
  language: ['fr', 'de', 'it', 'en'],
  since: [cursorOf(0), cursorOf(1), cursorOf(999_999)],
  q: ['pain', 'pian', 'carouge'],
  type: ['food', ''],
  theme: ['food'],
  place: ['carouge'],
  form: ['cooperative', ''],
  pictures_form: ['mark', 'standard'],
  status: ['active'],
  size: ['256'],
  after: [''],
  before: [''],
  cache: ['no'],
  on: ['2026-10-05', ''],
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
    fc.record({
      numbers: fc.array(text('number'), { maxLength: 5 }),
      on: text('on'),
    }),
    fc.record({ numbers: fc.constant(Array(201).fill(number)) }),
    fc.jsonValue(),
  )
  .map((value) => JSON.stringify(value));

/** Any question to one operation: now as it should be, now with what it cannot mean. */
export function anyQuestion({ path, group, parts = {}, query = {} }: Operation): fc.Arbitrary<Question> {
  const nameOf = (name: string) => (good[`${group}_${name}`] ? `${group}_${name}` : name);
  const named = (names: readonly string[], of: typeof text) =>
    Object.fromEntries(names.map((name) => [name, of(nameOf(name))]));
  const fields = [...Object.keys(query), 'utm_source'];
  const some = { requiredKeys: [] };
  return fc
    .record({
      parts: fc.record(named(Object.keys(parts), part)),
      query: fc.oneof(fc.record(named(fields, right), some), fc.record(named(fields, text), some)),
      headers,
      body,
    })
    .map(({ parts: values, query: asked, ...rest }) => {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(values[String(name)] ?? ''),
      );
      const search = Object.entries(asked).map(
        ([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`,
      );
      return { ...rest, path: search.length > 0 ? `${filled}?${search.join('&')}` : filled };
    });
}
