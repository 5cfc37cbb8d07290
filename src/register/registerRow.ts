import type { Entry, LabelState, Standing } from './entry.ts';

/** What the register says of a label to whoever checks a file of it. */
export interface RegisterRow {
  readonly number: string;
  /** The newest. */
  readonly revision: number;
  readonly state: LabelState;
  readonly standing: Standing;
  /** First and last day of the period that was granted, both included. */
  readonly since: string;
  readonly until: string;
  readonly history: Entry['history'];
  readonly organisation: string;
  readonly offers: readonly string[];
  readonly successor: string | null;
  /** Digests (sha-256, hex) of its files, those of earlier revisions with them. */
  readonly files: readonly { readonly revision: number; readonly digest: string }[];
}

/** The row of an entry of the register. */
export function registerRow(entry: Entry): RegisterRow {
  const { number, revision, state, standing, since, until, history } = entry;
  const { organisation, offers, files, successor } = entry;
  return {
    number,
    revision,
    state,
    standing,
    since,
    until,
    history,
    organisation: organisation.name,
    offers: offers.map(({ name }) => name),
    successor: successor ?? null,
    files: files.map((file) => ({ revision: file.revision, digest: file.digest })),
  };
}
