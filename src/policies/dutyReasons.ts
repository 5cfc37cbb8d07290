import type { Part } from './parts.ts';

/** Why each part refuses, as the code of a reason (`reasons.<code>` in the locales). */
export const reasonOf = {
  organisation: 'notOfTheOrganisation',
  tie: 'hasNoTie',
  applied: 'didNotApply',
  screened: 'didNotScreen',
  turnedAway: 'didNotTurnAway',
  staffed: 'didNotStaff',
  invited: 'isNotInvited',
  asked: 'wasNotAsked',
  scored: 'didNotScore',
  moderated: 'didNotModerate',
  earlier: 'hadNoEarlierPart',
  recommended: 'didNotRecommend',
  voted: 'didNotVote',
  decided: 'didNotDecide',
  announced: 'didNotAnnounce',
  formedPanel: 'didNotFormPanel',
  judged: 'didNotJudge',
  kept: 'didNotKeep',
  visited: 'didNotVisit',
  checked: 'didNotCheck',
  wrote: 'didNotWrite',
  owned: 'didNotOwn',
  handledComplaint: 'didNotHandleComplaint',
} as const satisfies Readonly<Record<Part, string>>;

const reasonsOfParts: ReadonlySet<string> = new Set(Object.values(reasonOf));

/** Those of some reasons that come from a part held on the file, not from its state. */
export function dutyReasonsAmong(reasons: readonly string[]): readonly string[] {
  return reasons.filter((reason) => reasonsOfParts.has(reason));
}
