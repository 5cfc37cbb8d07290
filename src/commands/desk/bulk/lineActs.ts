import { openCorrespondence } from '../../application/correspondence/writeMessage.ts';
import { putOnAgenda } from '../../committee/session/putOnAgenda.ts';
import type { BulkAct, BulkKind, BulkLine } from '../../ports/bulkActPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { handOver } from '../casework/handOver.ts';
import { viewOf } from '../viewOf.ts';
import { remindApplicant, remindFact } from './remindApplicant.ts';

/** What officers are shown of files where they work on them (policies/sections.ts, `lists`). */
export const theirView = { shows: 'scheme', blind: true, apart: true } as const;
/** The same where the committee sits (`sessions`): who sits there meets no file in which they had a part. */
const sittingView = { ...theirView, sits: true } as const;

/** What each kind of act does to one of its lines. */
export const lineActs: Readonly<
  Record<BulkKind, (deps: Deps, asker: Asker, line: BulkLine, act: BulkAct) => Promise<unknown>>
> = {
  handOver: (deps, asker, { rowId, rowOwner }, { id: act, to, note }) =>
    handOver(deps, asker, { item: rowId, to, note, from: rowOwner, act }),
  remind: (deps, asker, { applicationId }) => remindApplicant(deps, asker, applicationId),
  putOnAgenda: async (deps, asker, { applicationId }, { to }) => {
    const store = deps.store.seenBy(await viewOf(deps, sittingView, asker));
    await putOnAgenda({ ...deps, store }, asker, { sessionId: to ?? '', applicationId });
  },
  write: (deps, asker, { applicationId }, { id: once, subject = '', note: text }) => {
    const message = { applicationId, subject, text, attachments: [], once };
    return openCorrespondence(deps, asker, { ...message, awaitsAnswer: false });
  },
};

/** The fact on which the e-mails of an act go; the other acts send none to a line. */
export const factOfAct: Partial<Record<BulkKind, typeof remindFact | 'correspondence.opened'>> = {
  remind: remindFact,
  write: 'correspondence.opened',
};
