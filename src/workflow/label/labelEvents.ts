import * as z from 'zod';
import { standings } from '../../register/entry.ts';
import { labelDecisions, sanctionCodes } from '../../register/sanction.ts';
import { count, type EventOf, flag, ids, instant, nothing, reason, text } from '../eventShape.ts';
import { sitting, vote } from '../voting.ts';

const because = reason.extend({ code: z.enum(sanctionCodes) });
/** Until when an appeal can be lodged against what the event decides. */
const contestable = reason.extend({ appealBy: instant });
/** What the committee concluded in session, with the rules by which its votes count. */
const concluded = reason.extend({
  ...sitting.shape,
  vote,
  /** Members with a tie to the holder or an earlier part: none of them may vote. */
  conflicted: ids,
  quorum: count,
  castingVote: flag,
});

/** What the events of a label must say. */
export const labelShapes = {
  issued: z.object({ certificate: text, entryReady: flag }),
  /** With what must be done, and until when the holder can be heard. */
  proposeSuspension: because.extend({ todo: text, dueAt: instant }),
  /** With the documents that are named in it. */
  answerHearing: z.object({ text, documents: ids.optional() }),
  /** With the new day until which the holder can be heard, or must put right what their label is suspended for. */
  extendHearing: reason.extend({ dueAt: instant }),
  extendRepair: reason.extend({ dueAt: instant }),
  /** What the holder said by telephone, and when: it is no answer, and moves no day. */
  recordCall: z.object({ on: z.iso.date(), text }),
  dropProposal: reason,
  suspend: because.extend({
    todo: text,
    /** Until when it must be done. */
    dueAt: instant,
    /** At once, the holder being heard afterwards. */
    urgent: flag,
    hearingUntil: instant.nullable(),
    appealBy: instant,
  }),
  /** An urgent suspension stands after its hearing. */
  confirmSuspension: contestable,
  restore: reason.extend({ certificate: text }),
  proposeWithdrawal: because.extend({ dueAt: instant }),
  withdrawLabel: concluded.extend({ appealBy: instant }),
  /** With the new day by which a suspended label must be put right; null for one that holds. */
  keepLabel: concluded.extend({ dueAt: instant.nullable() }),
  /** The committee puts it off to another session. */
  deferWithdrawal: reason.extend(sitting.shape),
  /** With the last day on which the label is to hold. */
  giveNotice: z.object({ on: z.iso.date() }),
  takeBackNotice: nothing,
  /** What a holder wrote on paper or by e-mail, kept as a file (id), with the last day that it names. */
  recordNotice: reason.extend({ on: z.iso.date(), document: text }),
  /** With the last day on which the label is to hold, and the holder can object. */
  confirmNotice: z.object({ on: z.iso.date() }),
  objectToNotice: nothing,
  dropNotice: reason,
  noticeEnded: nothing,
  reviseScope: contestable.extend({ certificate: text }),
  /** With the offers of an extension that was granted. */
  extendScope: z.object({ certificate: text, extension: text }),
  /** With what it prints that changed, or that the key it was signed with is not trusted any more. */
  reissue: z.object({
    certificate: text,
    cause: z.enum(['name', 'organisation', 'scopeRestored', 'standing', 'key']),
  }),
  /** With the last instant of the extension while a renewal is examined; null where none is. */
  periodEnded: z.object({ renewalFiled: flag, dueAt: instant.nullable() }),
  /** More days for a renewal that waits for the office. */
  prolong: z.object({ dueAt: instant }),
  renew: z.object({ successor: text }),
  renewalRefused: nothing,
  graceEnded: nothing,
  deadlinePassed: nothing,
  /** With the day until which what it depends on is due; null where nothing is. */
  setStanding: contestable.extend({ standing: z.enum(standings), dueAt: instant.nullable() }),
  lodgeAppeal: z.object({ against: z.enum(labelDecisions), grounds: text }),
  grantStay: reason.extend({ certificate: text }),
  /** With the day by which a suspended label must be put right. */
  liftStay: reason.extend({ dueAt: instant }),
  /** With the new certificate; null where a stay gave one already. */
  upholdAppeal: reason.extend({ certificate: text.nullable() }),
};

/** What can happen to a label. */
export type LabelEvent = EventOf<typeof labelShapes>;
