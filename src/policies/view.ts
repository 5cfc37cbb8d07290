/**
 * Whose organisations, files, reviews and labels a store shows: those of some organisations only, or of all but some. It is
 * laid over every read and write, so that a page or command that forgets to ask shows nothing it should not.
 */
export type View = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** For the service itself: workers, clock, command line. */
export const everything: View = { except: [] };

/** For whoever did not sign in: nothing of any organisation. */
export const nothing: View = { only: [] };

/** Whether what belongs to an organisation is there for who has this view. */
export function sees(view: View, organisationId: string): boolean {
  return 'only' in view ? view.only.includes(organisationId) : !view.except.includes(organisationId);
}
