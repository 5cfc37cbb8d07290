import { expect } from 'chai';
import fc from 'fast-check';
import { labelNumber } from '../../../src/register/number.ts';
import { changesAnswer, cursorOf, readCursor } from '../../../src/web/schemas/changes.ts';
import type { LabelAnswer } from '../../../src/web/schemas/label.ts';
import { fillRegister } from '../../support/samples/fillRegister.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

type Copy = Map<string, LabelAnswer>;

describe('the changes of the register', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('changes');
    visitor = await web.browser();
  });
  after(() => web.stop());

  /** Takes over all that changed since a cursor; gives the cursor to go on from. */
  const follow = async (copy: Copy, since?: string): Promise<string> => {
    const { status, body } = await visitor.get(`/api/v1/changes${since ? `?since=${since}` : ''}`);
    expect(status).to.equal(200);
    expect(changesAnswer.parse(body)).to.deep.equal(body);
    for (const label of body.changes) copy.set(label.number, label);
    return body.more ? follow(copy, body.next) : body.next;
  };
  const whole = async (): Promise<Copy> => {
    const { text } = await visitor.get('/api/v1/register.jsonl').buffer(true);
    const lines = text.trimEnd().split('\n').filter(Boolean);
    return new Map(lines.map((line) => JSON.parse(line)).map((label) => [label.number, label]));
  };

  it('start empty, with a cursor for the next call', async () => {
    const { body } = await visitor.get('/api/v1/changes');
    expect([body.changes, body.more]).to.deep.equal([[], false]);
    await web.publish(specimenEntry);
    const after = await visitor.get(`/api/v1/changes?since=${body.next}`);
    expect(after.body.changes.map(({ number }: LabelAnswer) => number)).to.deep.equal([specimenEntry.number]);
  });

  it('bring a copy of any age up to date, in whatever order labels changed', async () => {
    await fillRegister(web.connection, 200);
    const numbers = Array.from({ length: 5 }, (_, i) => labelNumber(2026, 90_000 + i));
    const change = fc.record({
      number: fc.constantFrom(...numbers),
      state: fc.constantFrom('active' as const, 'suspended' as const, 'withdrawn' as const),
      name: fc.string({ maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 4 }), async (rounds) => {
        const copies: { copy: Copy; cursor: string }[] = [];
        for (const round of rounds) {
          const copy: Copy = new Map();
          copies.push({ copy, cursor: await follow(copy) });
          for (const { number, state, name } of round) {
            const organisation = { ...specimenEntry.organisation, name };
            await web.publish({ ...specimenEntry, number, state, organisation });
          }
        }
        const expected = await whole();
        for (const { copy, cursor } of copies) {
          await follow(copy, cursor);
          expect(copy).to.deep.equal(expected);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('link to the next page, and move later changes to their new place', async () => {
    const first = await visitor.get('/api/v1/changes');
    expect([first.body.changes.length, first.body.more]).to.deep.equal([100, true]);
    expect(first.headers.link).to.include(`/api/v1/changes?since=${first.body.next}>; rel="next"`);
    const [oldest] = first.body.changes as LabelAnswer[];
    await web.publish({ ...specimenEntry, number: oldest?.number ?? '' });
    const copy: Copy = new Map();
    await follow(copy, first.body.next);
    expect(copy.get(oldest?.number ?? '')?.organisation.name).to.equal(specimenEntry.organisation.name);
  });

  it('refuse a foreign cursor, and say what to do', async () => {
    const { next } = (await visitor.get('/api/v1/changes')).body;
    const forged = [
      '',
      'x',
      `${next}x`,
      `${next}=`,
      next.slice(0, -1),
      Buffer.from('99999999999999').toString('base64url'),
      Buffer.from('-1A').toString('base64url'),
      Buffer.from('007A').toString('base64url'),
      Buffer.from('[object Object]').toString('base64url'),
      'OTk5OTk5OTk5OVo',
      '🍞',
      'A'.repeat(10_000),
    ];
    for (const cursor of forged) {
      const answer = await visitor.get(`/api/v1/changes?since=${encodeURIComponent(cursor)}`);
      expect([answer.status, answer.type], cursor).to.deep.equal([400, 'application/problem+json']);
    }
    const twice = await visitor.get(`/api/v1/changes?since=${next}&since=${next}`);
    expect(twice.status).to.equal(400);
    const { text } = await visitor.get('/api/v1/changes?since=x').set('Accept-Language', 'en');
    const [fault] = JSON.parse(text).faults;
    expect(fault).to.include({ field: 'since', code: 'badCursor' });
    expect(fault.detail).to.include('start again from the beginning');
  });

  it('refuse a cursor beyond the last change: it belongs to another register', async () => {
    const newest = await web.deps.store.newestChange();
    const status = async (change: number) =>
      (await visitor.get(`/api/v1/changes?since=${cursorOf(change)}`)).status;
    expect([await status(newest), await status(newest + 1)]).to.deep.equal([200, 400]);
  });
});

describe('web/api/changeCursor', () => {
  it('parses what it writes, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((n) => n % 1e15),
        (change) => {
          expect(readCursor(cursorOf(change))).to.equal(change);
        },
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        const change = readCursor(text);
        if (change !== null) expect(cursorOf(change)).to.equal(text);
      }),
    );
  });
});
