import type { ApplicationState } from '../workflow/stored.ts';

const over: readonly ApplicationState[] = ['granted', 'closed', 'withdrawn', 'lapsed'];

/** Whether an application has come to its end: nobody would ever read what is changed. */
export function isOver({ state }: { readonly state: ApplicationState }): boolean {
  return over.includes(state);
}

/**
 * Whether the working copy of an application takes answers. It goes on after the submission: what was sent is frozen beside
 * it. A sealed decision must not be told from a deliberation, so both take them.
 */
export function takesAnswers(file: { readonly state: ApplicationState }): boolean {
  return !isOver(file);
}
