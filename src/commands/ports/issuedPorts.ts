import type { PublicKey } from '../../register/didDocument.ts';
import type { Entry } from '../../register/entry.ts';
import type { IssuedPaper } from '../../register/papers/issuedPaper.ts';
import type { TrustRoot } from '../../register/trust/trustRoot.ts';
import type { StatusEntry, StatusListPaper, StatusPurpose } from './issuingPorts.ts';

/** A key that the issuer signs credentials with, or once did. */
export interface IssuerKey extends PublicKey {
  /** Instants: since when it signs; since when nothing that it signed is believed any more, null as long as it is. */
  readonly since: string;
  readonly distrustedAt: string | null;
}

/** A certificate that seals of ours are by, or that the authorities which confirm their times lead to. */
export interface SealAnchor {
  /** sha-256 (hex) of the certificate. */
  readonly id: string;
  readonly pem: string;
  /** Those that it leads to, up to its root; absent where a version published it that did not say so. */
  readonly issuers?: readonly string[];
  readonly since: string;
}

/** Root metadata of an issuer as it was published. */
export interface PublishedRoot {
  /** The issuer and the version. */
  readonly id: string;
  readonly since: string;
  readonly root: TrustRoot;
}

/** A signed status list as it is published. */
export interface StatusList extends Pick<StatusListPaper, 'list' | 'at'> {
  /** `token`: both purposes as one token. */
  readonly purpose: StatusPurpose | 'token';
  /** Counts its publications, from 1. */
  readonly version: number;
  /** The signed credential as JSON, or the token. */
  readonly credential: string;
}

/** What a revision's credential says in the status lists. */
export interface StatusMark {
  readonly revision: number;
  readonly revoked: boolean;
  readonly suspended: boolean;
}

/** What makes issued files checkable: keys, certificates, status lists, and which label a file belongs to. */
export interface Issued {
  /** Every key there ever was, the oldest first. */
  issuerKeys(): Promise<IssuerKey[]>;
  /** Adds a key, unless it is there; false when another one has its id. */
  addIssuerKey(key: IssuerKey): Promise<boolean>;
  distrustIssuerKey(id: string, at: string): Promise<void>;
  sealAnchors(): Promise<SealAnchor[]>;
  /** Done already, it does nothing. */
  addSealAnchor(anchor: SealAnchor): Promise<void>;
  timeAnchors(): Promise<SealAnchor[]>;
  /** Done already, it does nothing. */
  addTimeAnchor(anchor: SealAnchor): Promise<void>;
  /** Of every issuer that this database was of, the oldest first. */
  publishedRoots(): Promise<PublishedRoot[]>;
  /** Publishes root metadata; false when its version is there already. */
  addRoot(root: PublishedRoot): Promise<boolean>;
  /** A paper that is handed out; known already, it does nothing. */
  addPaper(paper: IssuedPaper & { readonly digest: string }): Promise<void>;
  /** The paper that a file is, by the file's digest. */
  paper(digest: string): Promise<IssuedPaper | null>;
  /** Papers in the order of their digests: at most `limit`, those after `last`. */
  papersAfter(last: string, limit: number): Promise<(IssuedPaper & { readonly digest: string })[]>;
  /** The place of a revision in the status lists: the one it has, or a free one of the newest lists at an index that `draw` gives. */
  statusEntry(number: string, revision: number, draw: () => number): Promise<StatusEntry>;
  /** The marks of a label's revisions, by revision. */
  statusMarks(number: string): Promise<(StatusMark & StatusEntry)[]>;
  markStatus(number: string, mark: StatusMark): Promise<void>;
  /** Indexes that are set in a list, in ascending order. */
  statusBits(purpose: StatusPurpose, list: number): Promise<number[]>;
  statusList(purpose: StatusList['purpose'], list: number): Promise<StatusList | null>;
  /** Those that are credentials. */
  statusLists(): Promise<StatusList[]>;
  /** Publishes a list as the version after the one it follows; false when another one came first. */
  saveStatusList(list: StatusList): Promise<boolean>;
  /** What the register says of every label, by number: at most `limit`, those after `last`. */
  entriesAfter(last: string, limit: number): Promise<Entry[]>;
  /** Labels whose certificate needs its next document time-stamp at an instant, or has none: those that waited longest first. */
  stampsDue(instant: string, limit: number): Promise<Entry[]>;
  /** The label that a file was issued for, by the file's digest. */
  entryOfFile(digest: string): Promise<Entry | null>;
}
