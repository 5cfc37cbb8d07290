import { assessChange, changeEffects, concludeChange } from '../../../src/commands/desk/assessChange.ts';
import { changedThings, type NoticeOfChange } from '../../../src/commands/items/noticeOfChange.ts';
import { notifyChange } from '../../../src/commands/label/changes/notifyChange.ts';
import { changeLabelledOffer } from '../../../src/commands/label/offers/labelledOffer.ts';
import { renameOrganisation } from '../../../src/commands/people/organisations/changeOrganisation.ts';
import { doubted } from '../../support/labelFileSteps.ts';
import type { Known } from '../known.ts';
import { type Draw, move, type Stage } from '../move.ts';
import { dayIn, labelsIn, ownerOf, reason } from '../targets.ts';

const noticesIn =
  (...states: readonly NoticeOfChange['state'][]) =>
  (known: Known) =>
    known.all('changes').filter(({ state }) => states.includes(state));
const noticeAt = ({ id, revision }: NoticeOfChange) => ({ changeId: id, revision });

async function assess({ at, staff }: Stage, change: NoticeOfChange, draw: Draw): Promise<void> {
  const [deps, officer] = await at('files', draw.one(staff.officers));
  const effect = draw.one(changeEffects);
  await assessChange(deps, officer, {
    ...{ ...noticeAt(change), effect, reason, successor: '' },
    until: effect === 'application' ? dayIn(deps, 30 + draw.whole(60)) : null,
    criteria: effect === 'evaluation' ? doubted : [],
  });
}

/** What changes at a holder, what they or an officer tell of it, and what it means for the label. */
export const moves = [
  move({
    name: 'notifyChange',
    weight: 1 / 3,
    targets: labelsIn('active', 'extended', 'suspended', 'withdrawn'),
    act: async ({ at, known, staff }, label, draw) => {
      const [deps, who] = draw.once(4)
        ? await at('files', draw.one(staff.officers))
        : await at('organisations', ownerOf(known, label));
      const things = [draw.one(changedThings)];
      await notifyChange(deps, who, { number: label.id, things, on: dayIn(deps, 0), text: reason });
    },
  }),
  move({
    name: 'changeLabelledOffer',
    weight: 1 / 4,
    targets: labelsIn('active', 'extended', 'suspended'),
    act: async ({ at, known }, label, draw) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      const { organisationId } = label.context;
      const offerId = draw.one(label.offers).id;
      const where = { organisationId, number: label.id, revision: label.revision, offerId };
      await changeLabelledOffer(deps, owner, { ...where, price: `${draw.whole(100)} francs` });
    },
  }),
  move({
    name: 'renameOrganisation',
    weight: 1 / 8,
    targets: (known) => known.all('organisations'),
    act: async ({ at, known }, { id, revision }, draw) => {
      const [deps, owner] = await at('organisations', ownerOf(known, { context: { organisationId: id } }));
      const name = `Spécimen ${draw.whole(1000)}, coopérative`;
      await renameOrganisation(deps, owner, { organisationId: id, revision, name });
    },
  }),
  move({ name: 'assessChange', weight: 4, targets: noticesIn('notified'), act: assess }),
  move({ name: 'assessChangeAnew', weight: 1 / 4, targets: noticesIn('followUp', 'overdue'), act: assess }),
  move({
    name: 'concludeChange',
    targets: noticesIn('followUp', 'overdue'),
    act: async ({ at, staff }, change, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await concludeChange(deps, officer, { ...noticeAt(change), reason });
    },
  }),
];
