// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import type { LoggedStatement } from '../../../src/commands/ports/issuingPorts.ts';
import type { TrustedLog } from '../../../src/commands/transparency/trustedLog.ts';
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { readCredential } from '../../../src/issuing/readBack/readCredential.ts';
import type { LoggedRead } from '../../../src/register/fileReading.ts';
import type { LoggedAs } from '../../../src/register/verification.ts';
import { logged, statementFor } from '../../support/transparency/loggedStatement.ts';
import { TestKey, TestLog } from '../../support/transparency/testLog.ts';
import { sampleIssuer, samplePaper } from '../credential/credentialSample.ts';

const paper = samplePaper();
const { number, revision, publicUrl } = paper;
const said = statementFor(paper);
const { content: _, ...earlier } = said;

describe('issuing/readBack/readLogged', () => {
  it('believes the proof of the public log in a credential, of what the credential says alone', async () => {
    const issuer = await sampleIssuer();
    const log = new TestLog();
    // One of them has had another key since.
    log.witnesses.push(new TestKey('witness1.example', 4));
    const keys = {
      did: issuer.document,
      statusLists: [],
      log: { vkey: log.key.vkey, earlier: [] as string[], witnesses: [] as string[], quorum: 2 },
    };
    const witnesses = log.witnesses.map(({ vkey }) => vkey);
    const at = '2026-11-01T08:00:00.000Z';
    const as = {
      ...{ index: 1, earlier: false, witnesses: 0, quorum: 2, pinned: false, bindsAll: true, at },
      seen: null as LoggedAs['seen'],
    };
    const seen = ['2026-11-01T08:00:05.000Z', '2026-11-01T08:00:05.000Z'] as const;
    const other = new TestKey('label.example/log', 1).vkey;
    const good = logged(log, said);
    const lines = (change: (text: string) => string) => ({ ...good, proof: change(good.proof) });
    type Case = readonly [
      LoggedRead['result'] | typeof as,
      LoggedStatement | undefined,
      Partial<TrustedLog>?,
    ];
    const cases: Record<string, Case> = {
      'as it is': [as, good],
      'entered by an earlier version': [{ ...as, bindsAll: false }, logged(log, earlier)],
      'of other scores': ['other', logged(log, statementFor({ ...paper, scores: null }))],
      'with its witnesses': [{ ...as, witnesses: 3, seen }, good, { witnesses }],
      'with a witness that is not known': [
        { ...as, witnesses: 2, seen },
        good,
        { witnesses: witnesses.slice(1, 3) },
      ],
      'of the log that the root names': [{ ...as, pinned: true }, good, { pinned: true }],
      'of a log that ended': [{ ...as, earlier: true }, good, { vkey: other, earlier: [log.key.vkey] }],
      'of a log that ended, while the root names another': [
        { ...as, earlier: true },
        good,
        { vkey: other, earlier: [log.key.vkey], pinned: true },
      ],
      'without any proof': ['notThere', undefined],
      'erased since': ['notThere', { ...good, statement: null }],
      'of another log': ['otherLog', logged(new TestLog(), said)],
      'read by who knows another key': ['otherLog', good, { vkey: other }],
      'at another place': ['forged', lines((text) => text.replace('index 1', 'index 0'))],
      'without a hash': ['forged', lines((text) => text.replace(/(index 1\n).+\n/, '$1'))],
      'with another head': ['forged', lines((text) => text.replace('\n2\n', '\n3\n'))],
      'that is no proof': ['forged', lines(() => 'nothing\n')],
      'of another entry': ['forged', { ...good, entry: good.entry.replace('issued', 'revised') }],
      'with another statement': [
        'forged',
        { ...good, statement: good.statement?.replace(number, 'MIE') ?? '' },
      ],
      'of another name': ['other', logged(log, { ...said, organisation: 'Faux SA' })],
      'of another offer': ['other', logged(log, { ...said, offers: ['Rien'] })],
      'of another revision': ['other', logged(log, { ...said, revision: revision + 1 })],
      'of another last day': ['other', logged(log, { ...said, until: '2099-01-01' })],
      'of another credential': [
        'other',
        logged(log, { ...said, credential: `${publicUrl}/credentials/x/1` }),
      ],
    };
    for (const [title, [expected, entered, changed]] of Object.entries(cases)) {
      const credential = buildCredential(paper, entered);
      const signed = await signCredential(credential, issuer.key, issuer.document, paper.issuedAt);
      const read = await readCredential(JSON.stringify(signed), {
        ...keys,
        log: { ...keys.log, ...changed },
      });
      const result = typeof expected === 'string' ? { result: expected } : { result: 'proven', ...expected };
      expect([read.flaw, read.logged], title).deep.equal([null, result]);
    }
    const signed = await signCredential(
      buildCredential(paper, good),
      issuer.key,
      issuer.document,
      paper.issuedAt,
    );
    const unknown = await readCredential(JSON.stringify(signed), { ...keys, log: null });
    expect(unknown.logged).deep.equal({ result: 'otherLog' });
  });
});
