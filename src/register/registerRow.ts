import type { Entry } from './entry.ts';
import type { LabelLife } from './validity.ts';

/** What the register says of a label to whoever checks a file of it; its files are those of earlier revisions too. */
export interface RegisterRow extends LabelLife, Pick<Entry, 'number' | 'revision' | 'since'> {
  readonly organisation: string;
  readonly offers: readonly string[];
  readonly successor: string | null;
  /** Version of the criteria; absent in bundles of before it stood there. */
  readonly criteria?: string | undefined;
  /** The entry of the public log that its newest files were made after; absent where they are older than the log. */
  readonly logged?: number | undefined;
  /** That of its conformity credential; absent where that was made before it was entered, or where there is none. */
  readonly conformityLogged?: number | undefined;
  readonly files: readonly { readonly revision: number; readonly digest: string }[];
}

/** That of an entry. */
export function registerRow(entry: Entry): RegisterRow {
  const { number, revision, state, standing, conditionDue, since, until, extendedUntil, history } = entry;
  const { organisation, offers, files, successor = null, logged, conformityLogged } = entry;
  return {
    number,
    revision,
    state,
    standing,
    ...(conditionDue !== undefined && { conditionDue }),
    since,
    until,
    ...(extendedUntil !== undefined && { extendedUntil }),
    history,
    organisation: organisation.name,
    offers: offers.map(({ name }) => name),
    successor,
    criteria: entry.criteria.version,
    ...(logged !== undefined && { logged }),
    ...(conformityLogged !== undefined && { conformityLogged }),
    files: files.map((file) => ({ revision: file.revision, digest: file.digest })),
  };
}
