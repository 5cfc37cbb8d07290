import { hash } from 'node:crypto';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Entry, LabelState } from '../../register/entry.ts';
import { rootDigest } from '../../register/trust/trustRoot.ts';
import type { EntryType, LabelStatement } from '../../transparency/statement.ts';
import type { IssuerKey, PublishedRoot } from '../ports/issuedPorts.ts';
import type { Entering } from '../ports/logPorts.ts';

/** What the log calls it when a label comes to a state; its first certificate it calls `issued`. */
export const typeOfState: Readonly<Record<LabelState, EntryType>> = {
  issuing: 'issued',
  active: 'revised',
  suspended: 'suspended',
  withdrawalPending: 'suspended',
  extended: 'extended',
  expired: 'expired',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
  superseded: 'superseded',
};

/** What is stated of a label as the register shows it. */
export function statementOf(
  { number, revision, state, standing, organisation, offers, since, until, criteria }: Entry,
  salt: string,
): LabelStatement {
  return {
    ...{ number, revision, state, standing, since, until, salt },
    organisation: organisation.name,
    offers: offers.map(({ name }) => name),
    criteria: criteria.version,
  };
}

/** Says of a label how it stands, where no change of it is told. */
export function standingEntry(entry: Entry, salt: string): Entering {
  const { number, state, revision } = entry;
  return {
    source: `standing/${number}`,
    type: state === 'active' && revision === 1 ? 'issued' : typeOfState[state],
    statement: statementOf(entry, salt),
  };
}

/** Digest of the files of a label, of every revision. */
export function filesDigest(files: Entry['files']): string {
  return hash('sha256', files.map(({ revision, digest }) => `${revision} ${digest}\n`).join(''));
}

/** Says which files a label has by now. */
export function filesEntry(
  { number: label, revision, files }: Pick<Entry, 'number' | 'revision' | 'files'>,
  source = `files/standing/${label}`,
): Entering {
  const newest = files.filter((file) => file.revision === revision);
  const statement = {
    ...{ label, revision, all: filesDigest(files) },
    files: newest.map(({ kind, digest }) => ({ kind, digest })),
  };
  return { source, type: 'files', statement };
}

/** Says since when a key signs, or that nothing that it signed is believed any more. */
export function keyEntry({ id: key, multibase, since, distrustedAt }: IssuerKey): Entering {
  return {
    source: distrustedAt === null ? `key/${key}` : `key/${key}/distrusted`,
    type: 'key',
    statement: { key, multibase, since, distrustedAt },
  };
}

/** Says that files are checked against a root of trust from an instant on. */
export function rootEntry({ id, root }: PublishedRoot): Entering {
  const { version, did } = root.signed;
  return { source: `root/${id}`, type: 'root', statement: { root: version, did, digest: rootDigest(root) } };
}

/** Says that labels are given by a version of the criteria. */
export function criteriaEntry({ scheme: { version }, digest }: PublishedScheme): Entering {
  return { source: `criteria/${version}`, type: 'criteria', statement: { version, digest } };
}
