import type { Planned } from '../../commands/review/assignment/planAssignments.ts';
import { personName } from '../views/staffWords.view.ts';

export type PlannedFilesView = ReturnType<typeof plannedFiles>;

/** The plan of all files that wait for their people, as an officer reads it before anything is sent. */
export function plannedFiles({ files, chosen, digest }: Planned, sent: number | null) {
  return {
    /** How many invitations were sent just before; null when none was. */
    sent,
    digest,
    mayInvite: chosen.length > 0,
    files: files.map(({ application, organisation, peers, others, cost }) => ({
      number: application.id,
      organisation,
      peers: peers.map(personName).join(', '),
      others: others.map(personName).join(', '),
      /** Whether somebody is found for it. */
      served: peers.length + others.length > 0,
      cost,
    })),
  };
}
