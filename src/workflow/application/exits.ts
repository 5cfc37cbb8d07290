import { fact } from '../effects.ts';

/** The applicant takes the request back. */
export const withdraw = {
  guard: 'mayWithdraw',
  target: 'withdrawn',
  actions: ['stopClock', fact('application.withdrawn')],
} as const;
/** A deadline that was the applicant's passed. */
export const lapse = {
  guard: 'isOverdue',
  target: 'lapsed',
  actions: ['stopClock', fact('application.lapsed')],
} as const;
/** A conflict is found on the way: that review is voided and the file needs another reviewer. */
export const voidReview = {
  guard: 'mayVoidReview',
  target: 'assignment',
  actions: ['dropReviewer', fact('application.reviewVoided')],
} as const;
