import { expect } from 'chai';
import * as z from 'zod';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { FilePlace } from '../../../src/commands/file/filePlaces.ts';
import type { Facts } from '../../../src/criteria/assessment.ts';
import { notApplicable } from '../../../src/criteria/notApplicable.ts';
import { scoreFields } from '../../../src/web/review/score.form.ts';
import { workbenchFields } from '../../../src/web/review/workbench.form.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const { scheme } = realScheme();

/** A place of a file whose figures are these. */
function placeOf(id: string, facts: Facts): FilePlace {
  const criterion = requireVisible(scheme.criteria.find((one) => one.id === id));
  return { offerId: '', criterion, na: notApplicable(criterion, facts, 'first') } as FilePlace;
}

describe('the forms of reviewers and moderators', () => {
  const table = [
    ['the figure holds', placeOf('LUC-03', { F02: 1 }), true],
    ['the figure contradicts it', placeOf('LUC-03', { F02: 12 }), false],
    ['the figure is not given', placeOf('LUC-03', {}), false],
    ['the rule never allows it', placeOf('FIN-01', { F02: 1 }), false],
    ['no figure decides', placeOf('TRV-05', {}), true],
  ] as const;
  for (const [name, place, taken] of table) {
    it(`${taken ? 'accept' : 'refuse'} "not applicable" where ${name}`, () => {
      const key = place.criterion.id;
      const moderation = z.object(scoreFields([place]));
      const workbench = z.object(workbenchFields(place as never));
      const sent = (level: string) => [
        moderation.safeParse({ [`${key}.level`]: level, [`${key}.comment`]: 'Vu.' }).success,
        workbench.safeParse({ level }).success,
      ];
      expect(sent('na')).to.deep.equal([taken, taken]);
      expect(sent('2')).to.deep.equal([true, true]);
    });
  }
});
