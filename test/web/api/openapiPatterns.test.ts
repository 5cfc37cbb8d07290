// Tier: all. Budget: 7 s.
import type { Server } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import supertest, { type Response } from 'supertest';
import { labelNumber } from '../../../src/register/number.ts';
import { readBox } from '../../../src/register/places/mapView.ts';
import { places } from '../../../src/register/places/places.ts';
import { readDay } from '../../../src/register/readDay.ts';
import { whereTerm } from '../../../src/register/searchRow.ts';
import { cursorOf } from '../../../src/web/forms/cursor.ts';
import { cursorOf as cursorOfChange } from '../../../src/web/schemas/changes.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

/** A value as the document publishes it. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}
interface Field {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
}
interface Published {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PublishedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties: Record<string, Schema> }>>;
  };
}
interface PublishedOperation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
}

const today = '2026-11-02';

/** What a field may mean that no pattern can tell: the fault of a value that looks right and is refused all the same. */
const beyondPatterns: Readonly<Record<string, (value: string) => string | null>> = {
  on: (value) => ((readDay(value) ?? '') > today ? 'dayAhead' : null),
  since: (value) => (value === cursorOfChange(0) ? null : 'badCursor'),
  after: (value) => (value === '' ? null : 'otherSearch'),
  before: (value) => (value === '' ? null : 'otherSearch'),
  box: (value) => (value === '' || readBox(value) ? null : 'noPart'),
};

/** What people and programs send that nobody foresaw, near what is right. */
const near = [
  ' ',
  'yes ',
  'YES',
  'no',
  'today',
  '2026-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '0999-01-01',
  '10000-01-01',
  '1900-02-29',
  '2026-1-1',
  '29.2.2026',
  '29.2.2100',
  '31/4/2026',
  '1.1/2026',
  '1-1-2026',
  '2026/01/01',
  `${'2026-01-01'.padStart(21)}`,
  'MTA',
  'Mzg=',
  'NDJa!',
  'N',
  'x'.repeat(41),
  'x'.repeat(201),
  'M'.repeat(200),
];

describe('a value of the OpenAPI document', () => {
  let web: TestWeb;
  let fields: readonly Field[];
  before(async () => {
    web = await testWeb('openapi-patterns', { clock: { now: () => new Date(`${today}T08:00:00Z`) } });
    await web.publish(specimenEntry);
    const { body } = await (await web.browser()).get('/api/v1/openapi.json');
    const { paths, components } = body as Published;
    const asked = components.schemas.LookUpQuestion?.properties.on ?? {};
    fields = [
      { method: 'post', path: '/api/v1/lookup', name: 'on', schema: asked },
      ...Object.entries(paths).flatMap(([path, operations]) =>
        Object.entries(operations).flatMap(([method, { parameters = [] }]) =>
          parameters
            .filter((one) => one.in === 'query')
            .map(({ name, schema }) => ({ method, path, name, schema })),
        ),
      ),
    ];
  });
  after(() => web.stop());

  const ask = ({ method, path, name }: Field, value: string): supertest.Test => {
    const agent = supertest(web.server as unknown as Server);
    const headers = { Host: 'label.example', Accept: 'application/json, image/*' };
    if (method === 'post')
      return agent
        .post(path)
        .set(headers)
        .send({ numbers: ['MIE'], [name]: value });
    return agent
      .get(`${path.replace('{number}', specimenEntry.number)}?${new URLSearchParams({ [name]: value })}`)
      .set(headers);
  };
  const faultIn = ({ body }: Response, name: string): string | undefined =>
    body?.faults?.find(({ field }: { field: string }) => field === name)?.code;
  const isRefused = ({ status }: Response) => status === 400 || status === 422;

  const right = ({ enum: words, pattern, maxLength = 100 }: Schema): fc.Arbitrary<string> => {
    if (words) return fc.constantFrom(...words);
    if (pattern === undefined) return fc.string({ unit: 'grapheme', maxLength: Math.min(60, maxLength) });
    return fc.stringMatching(new RegExp(pattern)).filter((value) => value.length <= maxLength);
  };
  const matches = ({ enum: words, pattern, maxLength = Number.POSITIVE_INFINITY }: Schema, value: string) =>
    (words?.includes(value) ?? true) && new RegExp(pattern ?? '').test(value) && value.length <= maxLength;

  it('is generated for every query field, nine of them with a pattern', () => {
    const patterned = fields.filter(({ schema }) => schema.pattern !== undefined);
    expect(patterned.map(({ path, name }) => `${path} ${name}`)).to.have.members([
      '/api/v1/lookup on',
      '/api/v1/labels after',
      '/api/v1/labels before',
      '/api/v1/labels/{number} on',
      '/api/v1/map box',
      '/labels/{number} on',
      '/labels/{number}/certificate.pdf digest',
      '/api/v1/changes since',
      '/api/v1/murmurations last',
    ]);
    expect(fields).to.have.length.above(20);
  });

  it('is accepted when the schema allows it, or refused for a documented reason no pattern can express', async () => {
    for (const field of fields) {
      await fc.assert(
        fc.asyncProperty(right(field.schema), async (value) => {
          const beyond = beyondPatterns[field.name]?.(value) ?? null;
          const answer = await ask(field, value);
          const title = `${field.path} ${field.name}=${JSON.stringify(value)}`;
          expect(answer.status, title).to.be.below(500);
          if (beyond === null) expect(isRefused(answer), title).to.equal(false);
          else expect([isRefused(answer), faultIn(answer, field.name)], title).to.deep.equal([true, beyond]);
        }),
        // Words are few; of what has no pattern a few are as good as many.
        { numRuns: field.schema.enum?.length ?? (field.schema.pattern ? 25 : 5) },
      );
    }
  });

  it('is refused when the schema does not allow it', async () => {
    for (const field of fields.filter(({ schema }) => schema.enum ?? schema.pattern)) {
      const other = fc
        .oneof(fc.constantFrom(...near), fc.string())
        .filter((value) => !matches(field.schema, value));
      await fc.assert(
        fc.asyncProperty(other, async (value) => {
          const answer = await ask(field, value);
          expect(isRefused(answer), `${field.path} ${field.name}=${JSON.stringify(value)}`).to.equal(true);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('has a pattern that every cursor matches', () => {
    const patternOf = (name: string) =>
      new RegExp(fields.find((field) => field.name === name)?.schema.pattern ?? 'none');
    const number = fc
      .tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 999_999_999 }))
      .map(([year, n]) => labelNumber(year, n));
    fc.assert(
      fc.property(
        fc.nat({ max: 999_999_999_999_999 }),
        fc.constantFrom('1' as const, '2' as const, '3' as const),
        fc.boolean(),
        number,
        fc.string(),
        fc.constantFrom('', ...places.map((place) => whereTerm(place))),
        (change, rank, holds, label, text, at) => {
          expect(cursorOfChange(change)).to.match(patternOf('since'));
          const cursor = cursorOf({ at, rank, holds, number: label }, { text });
          for (const name of ['after', 'before']) expect(cursor).to.match(patternOf(name));
        },
      ),
    );
  });

  it('redirects to the page for people, as documented', async () => {
    const { body } = await (await web.browser()).get('/api/v1/openapi.json');
    const told = body.paths['/labels/{number}'].get;
    expect(told.responses['302'].headers.Location.schema.type).to.equal('string');
    expect(told.description).to.include('302');
    for (const on of ['', '2026-10-05', '2026-02-30', 'yesterday']) {
      const answer = await supertest(web.server as unknown as Server)
        .get(`/labels/${specimenEntry.number}?on=${on}`)
        .set({ Host: 'label.example', Accept: 'text/html' });
      expect([answer.status, answer.headers.location]).to.deep.equal([
        302,
        `/fr/labels/${specimenEntry.number}?on=${on}`,
      ]);
    }
  });
});

describe('readDay', () => {
  it('parses each day of four hundred years in each notation, and refuses any other date', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    for (let year = 1896; year < 2104; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists =
            month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
          const iso = `${year}-${two(month)}-${two(day)}`;
          const ways = [iso, `${day}.${month}.${year}`, ` ${two(day)}/${two(month)}/${year}`];
          const read = ways.map(readDay);
          if (read.some((one) => one !== (exists ? iso : null))) expect.fail(`${iso}: ${read}`);
        }
      }
    }
  });
});
