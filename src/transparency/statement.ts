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
  /** 32 random bytes (base64url), which the credential carries too: nobody can guess an erased name from its hash. */
  readonly salt: string;
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
  | 'criteria'
  | 'statusList'
  | 'key'
  | 'root';

/** What is to be said in the log: what happened when, and what was stated of it. */
export interface Said {
  readonly type: EntryType;
  /** ISO instant. */
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
