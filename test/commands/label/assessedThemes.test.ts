import { expect } from 'chai';
import { assessedThemes } from '../../../src/commands/label/assessedThemes.ts';
import { topicOf } from '../../../src/criteria/meanings.ts';
import type { PublishedScheme } from '../../../src/criteria/scheme.ts';
import { noMarks } from '../../../src/scoring/marks.ts';
import { verdictOf } from '../../../src/scoring/verdict.ts';
import { allSchemes } from '../../support/samples/realScheme.ts';

const cycles = ['first', 'renewal'] as const;

/** Whether a label is granted with nothing of a theme's topic and everything else at its best. */
function isGrantedWithout(theme: string, { scheme }: PublishedScheme, cycle: (typeof cycles)[number]) {
  const { scope } = scheme.themes.find(({ id }) => id === theme) ?? { scope: 'organisation' };
  const marks = scheme.criteria
    .filter((one) => scheme.themes.some(({ id, scope: other }) => id === one.theme && other === scope))
    .map((one) => ({
      criterion: one.id,
      level: one.theme === theme && topicOf(one) === topicOf({ id: theme }) ? (0 as const) : (4 as const),
    }));
  return verdictOf(scheme, scope, cycle, marks).passes;
}

describe('the topics that a conformity credential claims', () => {
  for (const [version, published] of allSchemes())
    for (const cycle of cycles)
      for (const { id } of published.scheme.themes)
        it(`claim ${topicOf({ id })} by ${id} of ${version}, ${cycle} cycle, where no label is granted without it`, () => {
          const claimed = assessedThemes(published, cycle, 'fr', noMarks).map((theme) => theme.id);
          expect(claimed.includes(id)).to.equal(!isGrantedWithout(id, published, cycle));
        });

  for (const [version, published] of allSchemes())
    for (const cycle of cycles)
      it(`leave out what is not applicable to the holder: ${version}, ${cycle} cycle`, () => {
        const { criteria, themes } = published.scheme;
        const without = criteria.filter(({ na }) => na).map(({ id }) => id);
        const claimed = (ids: readonly string[]) => {
          const organisation = ids.map((criterion) => ({ criterion, level: 'na' as const }));
          return assessedThemes(published, cycle, 'fr', { organisation, offers: [] });
        };
        const said = claimed(without);
        const levels = said.flatMap(({ minimums }) => minimums.map(({ id }) => id));
        expect(levels.filter((id) => without.includes(id))).to.deep.equal([]);
        expect(said.map(({ topic }) => topic)).to.not.include('social.labour');
        // A mark that the rules do not allow takes nothing away.
        const others = criteria.filter(({ na }) => !na).map(({ id }) => id);
        expect(claimed(others).length).to.equal(claimed([]).length);
        const scopes = new Map(themes.map(({ id, scope }) => [id, scope]));
        const ofOffers = criteria.filter(({ theme }) => scopes.get(theme) === 'offer').map(({ id }) => id);
        const marks = ofOffers.map((criterion) => ({ criterion, level: 'na' as const }));
        const offers = [{ offerId: 'O', marks }];
        for (const { minimums } of assessedThemes(published, cycle, 'fr', { organisation: [], offers }))
          for (const { id } of minimums.filter((one) => ofOffers.includes(one.id)))
            expect(without).to.not.include(id);
      });

  it('leave emissions out of a first label, whose criterion is mandatory at renewal alone', () => {
    for (const published of allSchemes().values()) {
      const claimed = cycles.map((cycle) =>
        assessedThemes(published, cycle, 'fr', noMarks).filter(
          ({ topic }) => topic === 'environment.emissions',
        ),
      );
      expect(claimed.map((themes) => themes.map(({ id }) => id))).to.deep.equal([[], ['ENV']]);
    }
  });
});
