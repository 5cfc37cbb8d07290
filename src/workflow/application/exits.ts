import { factsOf, move } from '../effects.ts';

const fact = factsOf('application');

/** The applicant is asked for something, and the file goes back from there to where it was. */
export const ask = <Action extends string>(action: Action) =>
  move('mayRequestInformation', 'informationRequested', action, fact('informationRequested'));
/** The applicant takes the request back. */
export const withdraw = move('mayWithdraw', 'withdrawn', 'stopClock', fact('withdrawn'));
/** A deadline that was the applicant's passed. */
export const lapse = move('isOverdue', 'lapsed', 'stopClock', fact('lapsed'));
/** The label that it is about ended. */
export const labelEnded = move('mayEndWithLabel', 'lapsed', 'stopClock', fact('labelEnded'));
/** Between screening and decision, a file also leaves where a conflict is found: that review is voided and it needs another reviewer. */
export const exits = {
  conflictFound: move('mayVoidReview', 'assignment', 'dropReviewer', fact('reviewVoided')),
  withdraw,
  labelEnded,
} as const;
