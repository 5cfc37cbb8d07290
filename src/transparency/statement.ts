/** What is said of a label: how the register shows it from then on. */
export interface LabelStatement {
  readonly number: string;
  readonly revision: number;
  readonly state: string;
  readonly standing: string;
  readonly organisation: string;
  readonly offers: readonly string[];
  readonly since: string;
  readonly until: string;
  /** Version of the criteria. */
  readonly criteria: string;
  /** Id of the credential that was issued with it; absent where none was. */
  readonly credential?: string;
  /**
   * What the credential says, scores included, as a sha-256 (hex) with the salt: without its signature and without the proof of this entry,
   * which it has afterwards. Absent where there is no credential, or where it was entered by an earlier version.
   */
  readonly content?: string;
  /** 32 random bytes (base64url), which the credential carries too: nobody can guess an erased name from its hash. */
  readonly salt: string;
}

/** A conformity credential that is going to be issued. It names nobody: the salt of its digest is in the token alone. */
export interface ConformityStatement {
  /** The number of the label: as it is no `number`, the entry is of no label, and nothing of it has to be erased. */
  readonly label: string;
  readonly revision: number;
  /** Id of the conformity credential. */
  readonly credential: string;
  /** As in `LabelStatement`. */
  readonly content: string;
}

/** The files of a label, once they were made. */
export interface FilesStatement {
  /** As in `ConformityStatement`. */
  readonly label: string;
  readonly revision: number;
  /** Those of that revision; `digest` is a sha-256 (hex). */
  readonly files: readonly { readonly kind: string; readonly digest: string }[];
  /** sha-256 (hex) over a line for each file of every revision, its revision and its digest, in the order of the trust bundle. */
  readonly all: string;
}

/** A version of the criteria that labels are given by. */
export interface CriteriaStatement {
  readonly version: string;
  /** sha-256 (hex) of the rules and their wording in the language that binds, as `/criteria/VERSION/rules` serves them. */
  readonly digest: string;
}

/** A status list as it was published. */
export interface StatusListStatement {
  readonly list: string;
  readonly version: number;
  /** sha-256 (hex) of the signed list. */
  readonly digest: string;
}

/** A key of credentials: since when it signs, and since when nothing that it signed is believed any more. */
export interface KeyStatement {
  readonly key: string;
  readonly multibase: string;
  readonly since: string;
  readonly distrustedAt: string | null;
}

/** A root of trust as it was published (docs/design/issuing.md). */
export interface RootStatement {
  readonly root: number;
  readonly did: string;
  /** sha-256 (hex) of what is signed of it. */
  readonly digest: string;
}

export type Statement =
  | LabelStatement
  | ConformityStatement
  | FilesStatement
  | CriteriaStatement
  | StatusListStatement
  | KeyStatement
  | RootStatement;

/** What the log calls what happened: to a label, or to that by which labels are given and checked. */
export type EntryType =
  | 'issued'
  | 'revised'
  | 'dropped'
  | 'suspended'
  | 'restored'
  | 'withdrawn'
  | 'terminated'
  | 'superseded'
  | 'expired'
  | 'extended'
  | 'conformity'
  | 'files'
  | 'criteria'
  | 'statusList'
  | 'key'
  | 'root';

/** An entry of the log before it is encoded: what happened, what was stated of it, and when that was entered. */
export interface Said {
  readonly type: EntryType;
  /** ISO instant at which it was entered. What happened may be older: the statement of a key says since when it signs. */
  readonly time: string;
  readonly statement: Statement;
}

/** What people typed of the statement of a label: the names of the organisation and of its offers. */
export function namesIn(statement: string): readonly string[] {
  const { organisation, offers }: LabelStatement = JSON.parse(statement);
  return [organisation, ...offers];
}

/**
 * An entry: of what was stated its hash alone (`sha256`, of its canonical JSON), so that what has to be erased can be. It is canonical
 * JSON itself (RFC 8785): its names stand in their order.
 */
export function entryOf({ type, time, statement }: Said, sha256: string): string {
  const { number, revision } = 'number' in statement ? statement : {};
  return JSON.stringify({ number, revision, sha256, time, type, v: 1 });
}
