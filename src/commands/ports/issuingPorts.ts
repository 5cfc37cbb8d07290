import type { ConformityTopic } from '../../criteria/conformityTopic.ts';
import type { Theme } from '../../criteria/scheme.ts';
import type { EcJwk, PublicKey } from '../../register/didDocument.ts';
import type { IssuedKind } from '../../register/entry.ts';
import { type BundlePaper, type BundleSignature, bundleDays } from '../../register/trust/bundleSignature.ts';
import type { MetadataKey } from '../../register/trust/signedMetadata.ts';
import type { TrustRoot } from '../../register/trust/trustRoot.ts';
import type { TreeHead } from '../../transparency/write/checkpoint.ts';
import type { CertificatePaper } from '../items/papers.ts';
import type { KeyFolder, LogPublicKey } from './issuing/keyFolder.ts';
import type { Witnesses } from './logPorts.ts';

/** What a credential says of a label beside what its certificate says as well. */
export interface CredentialPaper
  extends Omit<
    CertificatePaper,
    'organisation' | 'criteriaVersion' | 'place' | 'issuedOn' | 'address' | 'preview' | 'createdAt'
  > {
  /** `identifier` is the UID of the Swiss business register, e.g. CHE-123.456.788; null for whom it knows none. */
  readonly organisation: { readonly id: string; readonly name: string; readonly identifier: string | null };
  readonly criteria: { readonly version: string; readonly title: string; readonly address: string };
  /** Instant of this revision: the same paper gives the same credential. */
  readonly issuedAt: string;
  /** Its entry in the status lists: the n-th list of each purpose, and the place in it. */
  readonly status: StatusEntry;
  readonly publicUrl: string;
}

/** What the conformity credential of a label says beside what its other credential says as well. */
export interface ConformityPaper {
  readonly offers: readonly { readonly id: string; readonly name: string }[];
  /** What the label was judged on, theme by theme, in its language. */
  readonly themes: readonly AssessedTheme[];
}

/** A theme of the criteria as its holder met it: the points that it takes at least, and the criteria that ask for a level. */
export interface AssessedTheme extends Pick<Theme, 'id' | 'scope'> {
  readonly title: string;
  readonly topic: ConformityTopic;
  readonly points: number;
  readonly minimums: readonly AssessedCriterion[];
}

interface AssessedCriterion {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly topic: ConformityTopic;
  /** The level that it asks for, and its name. */
  readonly level: number;
  readonly levelName: string;
}

/** A place in the status lists: the n-th list of each purpose, from 1, and an index from 0 to 131,071. */
export interface StatusEntry {
  readonly list: number;
  readonly index: number;
}

/** What a sign for a door or a stand says, in the words of the label's language. */
export type SignPaper = Pick<
  CertificatePaper,
  | 'number'
  | 'organisation'
  | 'offers'
  | 'standing'
  | 'until'
  | 'address'
  | 'language'
  | 'specimen'
  | 'createdAt'
>;

/** Everything that is made for one revision of a label. */
export interface RevisionPaper {
  readonly certificate: CertificatePaper;
  readonly credential: CredentialPaper;
  readonly conformity: ConformityPaper;
  /** Its entry in the public log; absent only from a draft that nobody is given. */
  readonly log?: LoggedStatement;
}

/** What the public log says of a revision, and the proof that it does. */
export interface LoggedStatement {
  readonly index: number;
  /** The bytes of the entry, as text. */
  readonly entry: string;
  /** Canonical JSON, whose hash stands in the entry; null once it was erased. */
  readonly statement: string | null;
  /** To be checked without a network (C2SP tlog-proof). */
  readonly proof: string;
}

/** What the public log says of a conformity credential, and the salt of its digest, which the log does not say. */
export interface SaltedProof {
  readonly salt: string;
  readonly log: LoggedStatement;
}

/** What a conformity credential is signed of. */
export type ConformitySource = Omit<RevisionPaper, 'certificate' | 'log'>;

/** A file as it was made, before it is stored. */
export interface MadeFile {
  readonly kind: IssuedKind;
  /** Width in pixels, where one badge comes in several. */
  readonly width?: number;
  readonly bytes: Buffer;
  readonly contentType: string;
  /** As in `IssuedFile`. */
  readonly stampUntil?: string;
}

/** Entries of one status list: the least that the standard allows (W3C Bitstring Status List 1.0, 2.2). */
export const statusListSize = 131_072;

/** Days that a status list says it holds: as long as a trust bundle that has it, and two in which the clock signs it anew. */
export const statusListDays = bundleDays + 2;

export type StatusPurpose = 'revocation' | 'suspension';

/** A status list to be signed: which indexes are set, in ascending order. */
export interface StatusListPaper {
  readonly purpose: StatusPurpose;
  readonly list: number;
  readonly bits: readonly number[];
  readonly at: string;
  readonly publicUrl: string;
}

/** What is signed of a label for a key of a wallet. */
export interface WalletLabelPaper
  extends Pick<
    CredentialPaper,
    'number' | 'revision' | 'since' | 'until' | 'standing' | 'language' | 'specimen' | 'status' | 'publicUrl'
  > {
  readonly organisation: { readonly name: string; readonly identifier: string | null };
  readonly offers: readonly string[];
  /** The version of the criteria. */
  readonly criteria: string;
  /** The last day that it can hold: later than `until` while the renewal of the label is examined. */
  readonly lastDay: string;
  readonly holder: EcJwk;
  readonly at: string;
}

/** A request that a wallet show a label, to be signed. */
export interface WalletRequestPaper {
  readonly ref: string;
  readonly nonce: string;
  readonly state: string;
  readonly at: string;
  readonly publicUrl: string;
}

/** The entries of one list that are set, as readers of tokens want them: each says one thing. */
export interface TokenStatusPaper extends Pick<StatusListPaper, 'list' | 'at' | 'publicUrl'> {
  readonly revoked: readonly number[];
  readonly suspended: readonly number[];
}

/** What anyone needs to check what this process signs: its keys for credentials and tokens, and the certificate that its seal is by. */
export interface OwnKeys {
  readonly credential: PublicKey;
  /** Null where there is none yet. */
  readonly token: PublicKey | null;
  /** The seal's own certificate as PEM: whom else its issuer certifies is nobody of ours. */
  readonly anchor: string;
  /** Instant from which all certificates of the seal hold. */
  readonly sealsFrom: string;
  /** Certificates (PEM) that an authority of time leads to; its time counts for those who check a seal only where it does. */
  readonly timeAnchors: readonly string[];
  /** Whether an authority confirms the time of a seal. */
  readonly timestamped: boolean;
  /** The certificates that it leads to, up to its root. */
  readonly anchorIssuers: readonly string[];
}

/** A sealed document with its next time-stamp, and by when it needs another one (ISO instant). */
export interface Lengthened {
  readonly bytes: Buffer;
  readonly stampUntil: string;
}

/** Makes and signs what is issued, away from the event loop; asks for every key once and hands out none. */
export interface Issuing {
  /** Certificate, credential, badges and signs of one revision; `invalid` for a character that cannot be printed. */
  revision(paper: RevisionPaper): Promise<readonly MadeFile[]>;
  /** The digest with a salt of what the credential of a revision says, before it has its proofs. */
  contentOf(paper: CredentialPaper, salt: string): Promise<string>;
  /** The conformity credential of a revision whose certificate has that digest; `issuerUnavailable` without a key for tokens. */
  conformity(paper: ConformitySource, certificate: string, logged: SaltedProof): Promise<MadeFile>;
  /** The digest with a salt of what that conformity credential says. */
  conformityContentOf(paper: ConformitySource, certificate: string, salt: string): Promise<string>;
  /** A signed status list as JSON. */
  statusList(paper: StatusListPaper): Promise<string>;
  /**
   * A paper sealed in the place kept for it; the same bytes for the same paper, with an RSA key and no authority of time. Where that
   * authority gives no time, the seal claims its own.
   */
  seal(paper: Buffer): Promise<Buffer>;
  /** The same as a token; null where there is no key for tokens. */
  tokenStatusList(paper: TokenStatusPaper): Promise<string | null>;
  /** A label as SD-JWT VC. */
  walletLabel(paper: WalletLabelPaper): Promise<string>;
  /** A signed request of OpenID4VP. */
  walletRequest(paper: WalletRequestPaper): Promise<string>;
  keys(): Promise<OwnKeys>;
  /** What lies in KEYS_DIR, for those who look after it; never fails over what is missing there. */
  keyFolder(): Promise<KeyFolder>;
  /** Makes new keys for credentials and for tokens, which sign from then on. */
  makeKey(): Promise<void>;
  /** The key of the public log; null where there is none. */
  logKey(): Promise<LogPublicKey | null>;
  /** Makes the key of the public log, where there is none. */
  makeLogKey(origin: string): Promise<LogPublicKey>;
  /** The signed note of a head of the public log; `issuerUnavailable` for one that does not follow on what was signed before. */
  signHead(head: Omit<TreeHead, 'origin'>): Promise<string>;
  /** The public half of the key that signs trust bundles. */
  bundleKey(): Promise<MetadataKey>;
  /** Signs the bytes of a trust bundle. */
  bundle(paper: BundlePaper): Promise<BundleSignature>;
  /** A first root that names this key, where keys are made: the key of the root is kept nowhere, so that none can follow. Null elsewhere. */
  specimenRoot(at: string): Promise<TrustRoot | null>;
  /** Whether seals are made to outlive their certificates: an authority of time is set. */
  lasts(): Promise<boolean>;
  /** Gives a sealed document its next time-stamp; what it was before is the beginning of what it is then. Needs no key. */
  lengthen(document: Buffer): Promise<Lengthened>;
  readonly witnesses: Witnesses;
}
