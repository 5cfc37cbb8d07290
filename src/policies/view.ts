/**
 * Whose organisations, files, reviews and labels a store shows: those of some organisations only, or of all but some; then
 * without single `files` that one is recused from, and without those in which a person had a part (`partOf`). It is laid over
 * every read and write, so that a page or command that forgets to ask shows nothing it should not.
 */
export type View =
  | { readonly only: readonly string[] }
  | {
      readonly except: readonly string[];
      /** Ids of applications. */
      readonly files?: readonly string[];
      /** Id of a person. */
      readonly withoutPartOf?: string;
    };

/** For the service itself: workers, clock, command line. */
export const everything: View = { except: [] };

/** For whoever did not sign in: nothing of any organisation. */
export const nothing: View = { only: [] };

/** Whether a view hides nothing at all. */
export function seesAll(view: View): boolean {
  return (
    'except' in view &&
    view.except.length === 0 &&
    (view.files ?? []).length === 0 &&
    view.withoutPartOf === undefined
  );
}

/** Whether what belongs to an organisation, and to a file of it if one is named, is there for who has this view. */
export function sees(view: View, organisationId: string, fileId?: string): boolean {
  if ('only' in view) return view.only.includes(organisationId);
  const hidden = fileId !== undefined && view.files?.includes(fileId);
  return !hidden && !view.except.includes(organisationId);
}
