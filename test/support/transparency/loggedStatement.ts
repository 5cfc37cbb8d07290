import { hash } from 'node:crypto';
import type {
  CredentialPaper,
  LoggedStatement,
  SaltedProof,
} from '../../../src/commands/ports/issuingPorts.ts';
import type { Conformity } from '../../../src/issuing/conformity/conformityShape.ts';
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import { contentDigest } from '../../../src/issuing/credential/contentDigest.ts';
import { leafHash } from '../../../src/transparency/read/merkle.ts';
import { entryOf, type LabelStatement, type Statement } from '../../../src/transparency/statement.ts';
import { proofText } from '../../../src/transparency/write/proofText.ts';
import type { TestLog } from './testLog.ts';

const salt = 'AAAA';

/** What a log says of the label of a credential, and of all that it says. */
export function statementFor(paper: CredentialPaper): LabelStatement {
  const { number, revision, publicUrl, since, until, offers, organisation } = paper;
  return {
    content: contentDigest(buildCredential(paper), salt),
    credential: `${publicUrl}/credentials/${number}/${revision}`,
    ...{ criteria: '1.1.0', number, offers, organisation: organisation.name, revision, salt, since },
    ...{ standing: 'clean', state: 'active', until },
  };
}

/** A statement as the second of two entries of a log, with the proof of it. */
export function logged(
  log: TestLog,
  statement: Statement,
  type: 'issued' | 'conformity' = 'issued',
): LoggedStatement {
  const text = JSON.stringify(statement);
  const entry = entryOf({ type, time: '2026-11-01T08:00:00.000Z', statement }, hash('sha256', text));
  const other = Buffer.from('{}');
  const head = log.note(log.tree([other, Buffer.from(entry)]));
  return { index: 1, entry, statement: text, proof: proofText(1, [leafHash(other)], head) };
}

/** The same of a conformity credential. */
export function loggedConformity(log: TestLog, conformity: Conformity): SaltedProof {
  const [, label = '', revision = ''] = /conformity\/([^/]+)\/(\d+)$/.exec(conformity.id) ?? [];
  const content = contentDigest(conformity, salt);
  const statement = { label, revision: Number(revision), credential: conformity.id, content };
  return { salt, log: logged(log, statement, 'conformity') };
}
