import { expect } from 'chai';
import { loadSchemes } from '../../../src/boot/loadSchemes.ts';
import { random } from '../../../src/cli/seed/random.ts';
import { readWords } from '../../../src/cli/seed/readWords.ts';
import { specimenMarks } from '../../../src/cli/seed/specimenMarks.ts';
import { writeSpecimens } from '../../../src/cli/seed/writeSpecimens.ts';
import { criteriaOf } from '../../../src/criteria/criteriaOf.ts';
import type { Cycle, Scheme } from '../../../src/criteria/scheme.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { levelOf } from '../../../src/scoring/level.ts';
import { goalsOf, verdictOf } from '../../../src/scoring/verdict.ts';

async function specimensOf(scheme: Scheme): Promise<Entry[]> {
  const entries: Entry[] = [];
  const bulk = {
    takeNumbers: async () => entries.length + 1,
    addEntries: async (batch: readonly Entry[]) => void entries.push(...batch),
  };
  const order = { labels: 400, seed: 7, today: '2026-11-02', scheme, words: readWords() };
  await writeSpecimens(bulk, order, { progress: () => {}, stopped: () => false });
  return entries;
}

describe('specimens under every version of the criteria', () => {
  let drawn: { scheme: Scheme; entries: Entry[] }[];
  before(async () => {
    const schemes = [...(await loadSchemes()).values()].map(({ scheme }) => scheme);
    drawn = await Promise.all(
      schemes.map(async (scheme) => ({ scheme, entries: await specimensOf(scheme) })),
    );
  });

  it('have marks with which the rules grant a label, first or renewed', () => {
    for (const { scheme } of drawn) {
      for (const cycle of ['first', 'renewal'] as Cycle[])
        for (let n = 0; n < 200; n += 1) {
          const marks = specimenMarks(random(n), scheme, cycle);
          const { passes, mandatory, missing, floors } = verdictOf(scheme, 'organisation', cycle, marks);
          expect({ passes, mandatory, missing, floors }).to.deep.equal({
            passes: true,
            mandatory: [],
            missing: [],
            floors: [],
          });
        }
    }
  });

  it('show points of every theme at its floor or above, and the threshold reached in all', () => {
    for (const { scheme, entries } of drawn) {
      const replacing = new Set(entries.flatMap(({ successor }) => successor ?? []));
      const shown = entries.filter(({ scores }) => scores !== null);
      expect(shown.length).to.be.greaterThan(200);
      for (const { number, scores } of shown) {
        const goals = goalsOf(scheme, 'organisation', replacing.has(number) ? 'renewal' : 'first');
        const points = new Map(scores?.map(({ theme, score }) => [theme, score]));
        const themes = scheme.themes.filter(({ id }) => points.has(id));
        for (const { id } of themes)
          expect(points.get(id), `${number} ${id}`).to.be.at.least(goals.themeFloor);
        const weight = themes.reduce((sum, theme) => sum + theme.weight, 0);
        const overall = themes.reduce((sum, theme) => sum + theme.weight * (points.get(theme.id) ?? 0), 0);
        expect(overall / weight, number).to.be.at.least(goals.overall - 1e-9);
      }
    }
  });

  it('say of each offer how much of it is made here, and never less than a label asks for', () => {
    for (const { scheme, entries } of drawn) {
      const rule = criteriaOf(scheme, 'offer').find(({ id }) => id === 'OFR-01');
      const rated = entries.flatMap(({ number, offers }) =>
        offers.map(({ type, madeHere }) => ({ number, type, madeHere })),
      );
      expect(rated.length).to.be.greaterThan(300);
      for (const { number, type, madeHere } of rated) {
        // As OFR-01 computes it: the share made here of the whole, with the main step done here.
        const facts = { O00: type, O01: 100, O02: madeHere ?? 0, O04: 'yes' };
        const found = rule && levelOf(rule, undefined, facts, 'first');
        expect(found?.level, `${number} ${type} ${madeHere}`).to.be.at.least(rule?.minimum?.level ?? 0);
      }
    }
  });
});
