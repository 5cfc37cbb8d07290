import type { Occurred } from './occurred.ts';

export type VoteChoice = 'for' | 'against' | 'abstain';

/** What can happen to a session of the committee. */
export type SessionEvent = Occurred &
  (
    | {
        readonly type: 'plan';
        readonly plannedFor: string;
        readonly agenda: readonly string[];
        /** Files among them that do not wait for the committee. */
        readonly notInDeliberation: number;
      }
    | { readonly type: 'convene' }
    | {
        readonly type: 'open';
        readonly present: readonly string[];
        /** People who are no members of the committee, or were not asked as such. */
        readonly outsiders: number;
        /** Those of them who hold the role of a chair; null in a session opened before its own chair alone acted in it. */
        readonly chairs: readonly string[] | null;
        /** Who cannot sit on which file: by a tie, an earlier part in it, or a recusal in an earlier session. */
        readonly recusals: readonly { readonly applicationId: string; readonly personId: string }[];
      }
    | { readonly type: 'arrive'; readonly personId: string; readonly member: boolean }
    | {
        readonly type: 'leave';
        readonly personId: string;
        /** Why it is noted by someone else; may be empty for one's own departure. */
        readonly reason: string;
      }
    | {
        readonly type: 'takeChair';
        /** The one file that it is for; null for the whole session. */
        readonly applicationId: string | null;
        readonly reason: string;
        /** Whether who held the chair until now still sits in the committee and, for one file, may sit on it. */
        readonly holderServes: boolean;
        /** Others in the room who hold the role of a chair and could take it. */
        readonly otherChairs: number;
      }
    | {
        readonly type: 'recuse';
        readonly applicationId: string;
        readonly personId: string;
        readonly reason: string;
        /** Whether a tie or an earlier part keeps this person out of the file, now. */
        readonly conflict: boolean;
      }
    | {
        readonly type: 'vote';
        readonly applicationId: string;
        readonly choice: VoteChoice;
        readonly reason: string;
        /** Whether a tie or an earlier part keeps the voter out of this file, now. */
        readonly conflict: boolean;
      }
    | {
        readonly type: 'conclude';
        readonly applicationId: string;
        readonly result: 'decided' | 'deferred';
        /** Who sat and turned out to be tied, or to have an earlier part: recused with it, a vote of theirs is void. */
        readonly conflicted: readonly string[];
      }
    | {
        readonly type: 'close';
        /** Files of its agenda that still wait for the committee. */
        readonly waiting: readonly string[];
      }
    | { readonly type: 'reviseMinutes'; readonly remarks: string }
    | {
        readonly type: 'signMinutes';
        /** sha-256 (hex) of the minutes as the signer saw them. */
        readonly minutes: string;
      }
    | { readonly type: 'cancel'; readonly reason: string }
  );
