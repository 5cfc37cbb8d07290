import { type ComplaintEvent, complaintOutcomes } from '../../../src/workflow/complaintEvents.ts';
import type { ComplaintContext } from '../../../src/workflow/storedComplaint.ts';
import { actor, times } from './cast.ts';

type Payloads = { readonly [T in ComplaintEvent['type']]: readonly Extract<ComplaintEvent, { type: T }>[] };

const at = times.now;
const digest = 'a'.repeat(64);

/** What every actor could do to a complaint now. */
export function complaintEvents(c: ComplaintContext): readonly ComplaintEvent[] {
  const handler = { at, actor: actor('officer', c.handler ?? 'officer-1'), digest } as const;
  const taker = (id: string) =>
    ({ type: 'take', at, actor: actor('officer', id), complains: false, tied: false }) as const;
  const payloads: Payloads = {
    acknowledge: [{ type: 'acknowledge', at, actor: actor('system') }],
    take: ['officer-1', 'officer-2', 'officer-3'].map(taker),
    nameOutsider: [
      {
        type: 'nameOutsider',
        at,
        actor: actor('administrator'),
        personId: 'outsider',
        officersLeft: false,
        keptAway: false,
      },
    ],
    note: [{ type: 'note', ...handler }],
    askHolder: [{ type: 'askHolder', ...handler, dueAt: times.due }],
    giveStatement: [{ type: 'giveStatement', at, actor: actor('editor'), digest }],
    resolve: complaintOutcomes.map((outcome) => ({
      type: 'resolve',
      ...handler,
      outcome,
      contestBy: times.due,
    })),
    contest: [
      { type: 'contest', at, actor: { id: 'visitor', roles: [] }, digest, proved: true, dueAt: times.due },
    ],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: actor('system') }],
  };
  return Object.values(payloads).flat();
}
