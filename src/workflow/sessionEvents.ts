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
        /** Who cannot sit on which file: by a tie, or by an earlier part in it. */
        readonly recusals: readonly { readonly applicationId: string; readonly personId: string }[];
      }
    | { readonly type: 'arrive'; readonly personId: string; readonly member: boolean }
    | { readonly type: 'leave'; readonly personId: string }
    | {
        readonly type: 'recuse';
        readonly applicationId: string;
        readonly personId: string;
        readonly reason: string;
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
      }
    | { readonly type: 'close' }
    | { readonly type: 'reviseMinutes'; readonly remarks: string }
    | {
        readonly type: 'signMinutes';
        /** sha-256 (hex) of the minutes as the signer saw them. */
        readonly minutes: string;
      }
    | { readonly type: 'cancel'; readonly reason: string }
  );
