import * as z from 'zod';
import { count, type EventOf, flag, id, ids, instant, nothing, reason, text } from '../eventShape.ts';

const choice = z.enum(['for', 'against', 'abstain']);
export type VoteChoice = z.infer<typeof choice>;

const ofFile = z.object({ applicationId: id });
/** Of one item that is decided on a file; events from before items had ids do not have it. */
const item = text.optional();
const ofItem = {
  item,
  /** Whether that item is what the committee decides on the file now. */
  itemIsOpen: flag.optional(),
};

/** What the events of a session must say. */
export const sessionShapes = {
  plan: z.object({
    plannedFor: instant,
    agenda: ids,
    /** Files among them that do not wait for the committee. */
    notInDeliberation: count,
  }),
  /** With who belongs to the committee then; lines from before that was kept do not say it. */
  convene: z.object({ invited: ids.optional() }),
  /** A member says that they will not come. */
  excuse: nothing,
  takeExcuseBack: nothing,
  open: z.object({
    present: ids,
    /** People who are no members of the committee, or were not asked as such. */
    outsiders: count,
    /** Those of them who hold the role of a chair. */
    chairs: ids,
    /** Who cannot sit on which file: by a tie, an earlier part in it, or a recusal in an earlier session. */
    recusals: z.array(ofFile.extend({ personId: id })),
    /** Whether it is the day that it was convened for; lines from before that counted do not say it. */
    isItsDay: flag.optional(),
  }),
  arrive: z.object({ personId: id, member: flag }),
  /** With why it is noted by someone else; may be empty for one's own departure. */
  leave: reason.extend({ personId: id }),
  takeChair: reason.extend({
    /** The one file that it is for; null for the whole session. */
    applicationId: id.nullable(),
    ...ofItem,
    /** Whether who held the chair until now still sits in the committee and, for one file, may sit on it. */
    holderServes: flag,
    /** Others in the room who hold the role of a chair and could take it. */
    otherChairs: count,
  }),
  /** With whether a tie or an earlier part keeps this person out of the file, now. */
  recuse: ofFile.extend({ ...ofItem, personId: id, reason: text, conflict: flag }),
  /** With whether a tie or an earlier part keeps the voter out of this file, now. */
  vote: ofFile.extend({ ...ofItem, choice, reason: text, conflict: flag }),
  conclude: ofFile.extend({
    item,
    result: z.enum(['decided', 'deferred']),
    /** Who sat and turned out to be tied, or to have an earlier part: recused with it, a vote of theirs is void. */
    conflicted: ids,
  }),
  /** With the files of its agenda that still wait for the committee. */
  close: z.object({ waiting: ids }),
  reviseMinutes: z.object({ remarks: text }),
  /** With the sha-256 (hex) of the minutes as the signer saw them. */
  signMinutes: z.object({ minutes: text }),
  cancel: reason,
};

/** What can happen to a session of the committee. */
export type SessionEvent = EventOf<typeof sessionShapes>;
