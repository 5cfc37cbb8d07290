import type { Entry } from './entry.ts';

export type RegisterRow = ReturnType<typeof registerRow>;

/** What the register says of a label to whoever checks a file of it; its files are those of earlier revisions too. */
export function registerRow(entry: Entry) {
  const { number, revision, state, standing, since, until, history } = entry;
  const { organisation, offers, files, successor = null } = entry;
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
    successor,
    files: files.map((file) => ({ revision: file.revision, digest: file.digest })),
  };
}
