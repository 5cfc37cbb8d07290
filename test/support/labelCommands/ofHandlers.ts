import {
  answerComplaint,
  askHolder,
  noteOnComplaint,
  takeComplaint,
} from '../../../src/commands/complaint/handleComplaint.ts';
import { type Commands, complaint, reason } from './found.ts';

/** Officers who had nothing at all to do with the file. */
export const handlers = {
  takeComplaint: {
    finds: complaint({ handler: null }),
    give: (deps, me, { complaint: { id: complaintId, revision } }) =>
      takeComplaint(deps, me, { complaintId, revision }),
  },
  noteOnComplaint: {
    finds: (found, me) => complaint({ handler: me })(found),
    give: (deps, me, { complaint: { id: complaintId, revision } }) =>
      noteOnComplaint(deps, me, { complaintId, revision, note: reason }),
  },
  askHolder: {
    finds: (found, me) => complaint({ handler: me, statement: null })(found),
    give: (deps, me, { complaint: { id: complaintId, revision } }) =>
      askHolder(deps, me, { complaintId, revision, question: reason }),
  },
  answerComplaint: {
    finds: (found, me) => complaint({ handler: me })(found),
    give: (deps, me, { complaint: { id: complaintId, revision } }) => {
      const said = { outcome: 'founded', reason, done: 'Enlevé.' } as const;
      return answerComplaint(deps, me, { complaintId, revision, ...said });
    },
  },
} as const satisfies Commands;
