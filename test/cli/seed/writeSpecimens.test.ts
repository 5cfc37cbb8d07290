import { expect } from 'chai';
import { readWords } from '../../../src/cli/seed/readWords.ts';
import { type SpecimenOrder, writeSpecimens } from '../../../src/cli/seed/writeSpecimens.ts';
import type { Bulk } from '../../../src/commands/ports/bulk.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { addDays, addMonths } from '../../../src/register/day.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { legalForms } from '../../../src/register/legalForm.ts';
import { readNumber } from '../../../src/register/number.ts';
import { publicWords, statusToday } from '../../../src/register/publicStatus.ts';
import { definitionOf } from '../../../src/workflow/definition.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const { scheme } = realScheme();
const order: SpecimenOrder = { labels: 500, seed: 2013, today: '2026-11-02', scheme, words: readWords() };
const toTheEnd = { progress: () => {}, stopped: () => false };

/** A register in memory. */
class Listed implements Pick<Bulk, 'takeNumbers' | 'addEntries'> {
  readonly batches: (readonly Entry[])[] = [];
  readonly #taken = new Map<string, number>();
  get entries(): readonly Entry[] {
    return this.batches.flat();
  }
  async takeNumbers(series: string, count: number): Promise<number> {
    const first = (this.#taken.get(series) ?? 0) + 1;
    this.#taken.set(series, first + count - 1);
    return first;
  }
  async addEntries(entries: readonly Entry[]): Promise<void> {
    this.batches.push(entries);
  }
}

async function written(change: Partial<SpecimenOrder> = {}): Promise<readonly Entry[]> {
  const bulk = new Listed();
  await writeSpecimens(bulk, { ...order, ...change }, toTheEnd);
  return bulk.entries;
}

const kindsOf = (values: readonly string[]) => [...new Set(values)].sort();

describe('specimens of the register', () => {
  let entries: readonly Entry[];
  before(async () => {
    entries = await written();
  });

  it('are as many as requested, each with a unique valid number', () => {
    expect(entries).to.have.length(500);
    expect(new Set(entries.map(({ number }) => number)).size).to.equal(500);
    for (const { number, history } of entries) {
      expect(readNumber(number)).to.deep.equal({ kind: 'number', number });
      expect(history[0]?.on.slice(2, 4), number).to.equal(number.slice(4, 6));
    }
  });

  it('are numbered in order of signature and written in order of last change', () => {
    const byNumber = [...entries].sort((a, b) => (a.number < b.number ? -1 : 1));
    const signed = byNumber.map(({ history }) => history[0]?.on);
    expect(signed).to.deep.equal([...signed].sort());
    const changed = entries.map(({ changedAt }) => changedAt);
    expect(changed).to.deep.equal([...changed].sort());
  });

  it('include every public status and standing, however few they are', async () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const few = await written({ labels: 60, seed });
      expect(few).to.have.length(60);
      const words = few.map((entry) => statusToday(entry, order.today).word);
      expect(kindsOf(words), String(seed)).to.deep.equal([...publicWords].sort());
      const holding = few.filter(({ state }) => state === 'active');
      expect(kindsOf(holding.map(({ standing }) => standing)), String(seed)).to.have.length(3);
    }
  });

  it('say by when a condition is to be met, and give a provisional label its shorter period', () => {
    const { months, monthsIfYoung } = order.scheme.validity;
    for (const { number, standing, conditionDue = '', since, until, history } of entries) {
      expect(conditionDue > order.today, number).to.equal(standing === 'conditional');
      const term = [months, monthsIfYoung].find((one) => addDays(addMonths(since, one), -1) === until);
      if (standing === 'provisional') expect(term, number).to.equal(monthsIfYoung);
      for (const step of history) expect(step.standing ?? 'clean', number).to.equal(standing);
    }
  });

  it('are marked as specimens in data and name', () => {
    expect(entries.every(({ specimen }) => specimen)).to.equal(true);
    expect(entries.every(({ organisation }) => / Spécimen /.test(organisation.name))).to.equal(true);
  });

  it('come in every status, language, legal form and type, over several years', () => {
    const words = entries.map((entry) => statusToday(entry, order.today).word);
    expect(kindsOf(words)).to.deep.equal([
      'active',
      'conditional',
      'expired',
      'extended',
      'provisional',
      'superseded',
      'suspended',
      'terminated',
      'withdrawn',
    ]);
    expect(kindsOf(entries.map(({ standing }) => standing))).to.have.length(3);
    expect(kindsOf(entries.map(({ language }) => language))).to.deep.equal([...languages].sort());
    expect(kindsOf(entries.map((e) => e.organisation.legalForm))).to.deep.equal([...legalForms].sort());
    expect(kindsOf(entries.flatMap(({ offers }) => offers.map(({ type }) => type)))).to.have.length(4);
    expect(kindsOf(entries.map(({ offers }) => String(offers.length)))).to.have.length(6);
    expect(kindsOf(entries.map(({ since }) => since.slice(0, 4))).length).to.be.greaterThan(6);
    expect(kindsOf(entries.map((e) => e.organisation.commune)).length).to.be.greaterThan(40);
    expect(kindsOf(entries.map((e) => String(e.acceptsLeman)))).to.have.length(2);
    expect(entries.some(({ scores }) => scores === null)).to.equal(true);
    expect(entries.some(({ revision }) => revision > 1)).to.equal(true);
  });

  it('have a history that the label machine allows, with nothing in the future', () => {
    const { states } = definitionOf('label');
    for (const { number, state, history, changedAt } of entries) {
      expect(history[0]?.state).to.equal('issuing');
      expect(history.at(-1)?.state).to.equal(state);
      for (const [i, past] of history.slice(1).entries()) {
        const before = history[i];
        const on = states[before?.state ?? '']?.on ?? {};
        const targets = Object.values(on).flatMap((branches) => branches.map(({ target }) => target));
        expect(targets, number).to.include(past.state);
        expect(past.on >= (before?.on ?? '') && past.on <= order.today, number).to.equal(true);
      }
      expect(changedAt.slice(0, 10)).to.equal(history.at(-1)?.on);
    }
  });

  it('hold as long as their period, and end with it', () => {
    for (const { number, state, since, until } of entries) {
      expect(since <= order.today && since < until, number).to.equal(true);
      if (state === 'active') expect(until >= order.today, number).to.equal(true);
      if (state === 'extended' || state === 'expired') expect(until < order.today, number).to.equal(true);
    }
  });

  it('name as a successor a label of the same organisation that began on the day on which it replaced them', () => {
    const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
    const replaced = entries.filter(({ state }) => state === 'superseded');
    for (const { number, successor = '', organisation, history } of replaced) {
      const next = byNumber.get(successor);
      expect(next?.organisation, number).to.deep.equal(organisation);
      expect(next?.since, number).to.equal(history.at(-1)?.on);
      expect(next?.history[0]?.on, number).to.equal(history.at(-1)?.on);
    }
    expect(entries.filter(({ successor }) => successor !== undefined)).to.deep.equal(replaced);
  });

  it('are the same for the same seed, and differ for another', async () => {
    expect(await written()).to.deep.equal(entries);
    const others = await written({ seed: 2014 });
    const names = new Set(entries.map(({ organisation }) => organisation.id));
    expect(others.some(({ organisation }) => names.has(organisation.id))).to.equal(false);
  });

  it('differ in a second run', async () => {
    const bulk = new Listed();
    await writeSpecimens(bulk, order, toTheEnd);
    await writeSpecimens(bulk, { ...order, labels: 200 }, toTheEnd);
    const [first, further] = [bulk.entries.slice(0, 500), bulk.entries.slice(500)];
    expect(further).to.have.length(200);
    expect(new Set(bulk.entries.map(({ number }) => number)).size).to.equal(700);
    const known = new Set(first.map(({ organisation }) => organisation.id));
    expect(further.some(({ organisation }) => known.has(organisation.id))).to.equal(false);
  });

  it('are complete batches when interrupted: no label lacks its successor', async () => {
    const bulk = new Listed();
    const told: number[] = [];
    const progress = (count: number) => void told.push(count);
    const count = await writeSpecimens(
      bulk,
      { ...order, labels: 5000 },
      { progress, stopped: () => told.length === 2 },
    );
    expect(bulk.batches).to.have.length(2);
    expect(told).to.deep.equal([bulk.batches[0]?.length, count]);
    const numbers = new Set(bulk.entries.map(({ number }) => number));
    expect(bulk.entries.every(({ successor }) => !successor || numbers.has(successor))).to.equal(true);
  });
});
