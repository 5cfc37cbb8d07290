import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import type { Application } from '../../../src/commands/items/items.ts';
import { recordVisit } from '../../../src/commands/review/visits.ts';
import { move } from '../move.ts';
import { dayIn, fileAt, filesIn, reason } from '../targets.ts';

/** A round after the first asks for a visit of its own. */
function isVisitDue({ visits = [], context: { earlierPeople } }: Application): boolean {
  return visits.length < (earlierPeople.length > 0 ? 2 : 1);
}

/** Someone who scored nothing looks at what was scored, and drafts a decision. */
export const moves = [
  move({
    name: 'recommendApplication',
    weight: 16,
    targets: filesIn('recommendation'),
    act: async ({ at, staff }, file, draw) => {
      const [deps, rapporteur] = await at('files', draw.one(staff.officers));
      const draft = draw.one(['granted', 'granted', 'granted', 'grantedWithConditions', 'refused'] as const);
      await recommendApplication(deps, rapporteur, { ...fileAt(file), draft, reason });
    },
  }),
  move({
    name: 'recordVisit',
    weight: 30,
    targets: (known) => filesIn('recommendation')(known).filter(isVisitDue),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const on = dayIn(deps, 0);
      await recordVisit(deps, officer, {
        ...fileAt(file),
        kind: 'call',
        on,
        people: 'Spécimen',
        notes: reason,
      });
    },
  }),
];
