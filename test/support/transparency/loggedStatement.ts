import { hash } from 'node:crypto';
import type { CredentialPaper, LoggedStatement } from '../../../src/commands/ports/issuingPorts.ts';
import { leafHash } from '../../../src/transparency/read/merkle.ts';
import { entryOf } from '../../../src/transparency/statement.ts';
import { proofText } from '../../../src/transparency/write/proofText.ts';
import type { TestLog } from './testLog.ts';

/** What a log says of the label of a credential. */
export function statementFor({
  number,
  revision,
  publicUrl,
  since,
  until,
  offers,
  organisation,
}: CredentialPaper) {
  return {
    credential: `${publicUrl}/credentials/${number}/${revision}`,
    ...{ criteria: '1.1.0', number, offers, organisation: organisation.name, revision, salt: 'AAAA', since },
    ...{ standing: 'clean', state: 'active', until },
  };
}

/** A statement as the second of two entries of a log, with the proof of it. */
export function logged(log: TestLog, statement: ReturnType<typeof statementFor>): LoggedStatement {
  const text = JSON.stringify(statement);
  const entry = entryOf(
    { type: 'issued', time: '2026-11-01T08:00:00.000Z', statement },
    hash('sha256', text),
  );
  const other = Buffer.from('{}');
  const head = log.note(log.tree([other, Buffer.from(entry)]));
  return { index: 1, entry, statement: text, proof: proofText(1, [leafHash(other)], head) };
}
