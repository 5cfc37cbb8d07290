import { expect } from 'chai';
import type { LetterEvent, LetterState } from '../../src/commands/items/mailLog.ts';
import { LabelError } from '../../src/errors.ts';
import {
  type JournalLetterKind,
  journalLetterKinds,
  journalLetters,
  type Letter,
} from '../../src/letters/letters.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { refusalOf } from '../support/refusal.ts';
import { type TestService, testService } from '../support/run/service.ts';
import { sampleLetter } from '../support/samples/sampleLetters.ts';

/** What the next try of the carrier comes to. */
type Outcome = 'sent' | 'refused' | 'waited';

describe('the mail log', () => {
  let service: TestService;
  let outcome: Outcome;
  const carried: { letter: Letter; ref: string }[] = [];
  before(async () => {
    service = await testService('mail-log');
  });
  after(() => service.stop());
  beforeEach(() => {
    outcome = 'sent';
    carried.length = 0;
  });

  const log = () => createMailLog(service.connection);
  const mailer = () => {
    const { clock, ids } = service.deps;
    const send = async (letter: Letter, ref = '') => {
      if (outcome === 'refused') throw new LabelError('mailRefused', { params: { status: '5.1.1' } });
      if (outcome === 'waited') throw new LabelError('mailUnavailable');
      carried.push({ letter, ref });
    };
    return logLetters({ send }, { log: log(), clock, ids });
  };
  const known = (id: string) => service.deps.store.loggedLetter(id);
  const letterOf = (kind: JournalLetterKind): Letter => {
    const fact = journalLetters[kind].on[0] ?? expect.fail(kind);
    const cause = { jobId: `L:mail:${kind}`, fact, stream: 'applications/A-2026-000001', recordId: 'L' };
    return { ...sampleLetter(kind), id: `L:mail:${kind}:P1`, cause } as Letter;
  };

  it('walks every letter that goes on something through each state', async () => {
    const walk: readonly (readonly [Outcome | 'bounce' | 'again', LetterState, LetterEvent['what']])[] = [
      ['waited', 'queued', 'waited'],
      ['refused', 'refused', 'refused'],
      ['sent', 'sent', 'sent'],
      ['bounce', 'bounced', 'bounced'],
      ['again', 'sent', 'resent'],
    ];
    for (const kind of journalLetterKinds) {
      const letter = letterOf(kind);
      const id = letter.id ?? '';
      const firstRefs: string[] = [];
      for (const [step, state, what] of walk) {
        outcome = step === 'bounce' || step === 'again' ? 'sent' : step;
        if (step === 'bounce') {
          const event = {
            at: service.deps.clock.now().toISOString(),
            what: 'bounced',
            status: '5.2.2',
            by: null,
          } as const;
          expect(await log().bounce(carried.at(-1)?.ref ?? '', '2026-01-01', event), kind).to.equal('noted');
          expect(await log().bounce(carried.at(-1)?.ref ?? '', '2026-01-01', event), kind).to.equal('known');
        } else {
          const tried = mailer().send(step === 'again' ? { ...letter, again: 'P9' } : letter);
          if (outcome === 'sent') await tried;
          else
            expect(await refusalOf(tried), kind).to.equal(
              outcome === 'refused' ? 'mailRefused' : 'mailUnavailable',
            );
        }
        const entry = (await known(id)) ?? expect.fail(kind);
        expect({ state: entry.state, what: entry.events.at(-1)?.what, kind: entry.kind }).to.deep.equal({
          state,
          what,
          kind,
        });
        if (step === 'sent') firstRefs.push(entry.ref);
      }
      expect(carried.at(-1)?.ref, 'another try has another name').to.not.equal(firstRefs[0]);
      // What was sent goes no more by itself.
      const before = carried.length;
      await mailer().send(letter);
      expect(carried.length, kind).to.equal(before);
    }
  });

  it('that was cut off before the server answered goes once more where it binds, and no more where it does not', async () => {
    for (const [kind, times] of [
      ['decisionAnnounced', 2],
      ['labelIssued', 1],
    ] as const) {
      const letter = { ...letterOf(kind), id: `cut-off:${kind}` };
      const { clock, ids } = service.deps;
      let carriedBy = 0;
      // A process that is killed notes nothing any more.
      const killed = { ...log(), note: async () => {} };
      const send = async () => {
        carriedBy += 1;
      };
      for (let i = 0; i < 3; i += 1) await logLetters({ send }, { log: killed, clock, ids }).send(letter);
      await logLetters({ send }, { log: log(), clock, ids }).send(letter);
      expect(carriedBy, kind).to.equal(times);
      const entry = (await known(letter.id)) ?? expect.fail(kind);
      expect([entry.state, entry.events.at(-1)?.what], kind).to.deep.equal(['sent', 'interrupted']);
      await logLetters({ send }, { log: log(), clock, ids }).send({ ...letter, again: 'P9' });
      expect(carriedBy, `${kind}, sent again by somebody`).to.equal(times + 1);
    }
  });

  it('has of a letter that a command sends its kind alone, each time anew', async () => {
    for (const kind of ['signInCode', 'complaintSecret', 'testEmail'] as const) {
      await mailer().send(sampleLetter(kind));
      await mailer().send(sampleLetter(kind));
      const rows = await service.connection.collection('sentLetters').find({ kind }).toArray();
      expect(rows).to.have.length(2);
      expect(rows.map(({ state }) => state)).to.deep.equal(['sent', 'sent']);
      expect(JSON.stringify(rows)).to.not.match(/048213|somewhere|https/);
    }
  });

  it('does not take a report for a try that is unknown, long over or replaced by another', async () => {
    const letter = { ...letterOf('labelIssued'), id: 'L2:P1' };
    await mailer().send(letter);
    const first = carried.at(-1)?.ref ?? '';
    const bounced = (at: string) => ({ at, what: 'bounced', status: '5.1.1', by: null }) as const;
    const now = service.deps.clock.now().toISOString();
    expect(await log().bounce('nobody', '2026-01-01', bounced(now))).to.equal('unknown');
    expect(await log().bounce(first, now, bounced(now))).to.equal('old');
    await mailer().send({ ...letter, again: 'P9' });
    expect(await log().bounce(first, '2026-01-01', bounced(now))).to.equal('unknown');
    expect((await known('L2:P1'))?.state).to.equal('sent');
  });

  it('says that an address takes no letters until another letter goes there', async () => {
    const to = (email: string, id: string): Letter => ({
      ...sampleLetter('labelIssued', { email }),
      id,
      cause: { jobId: id, fact: 'label.issued', stream: 'labels/MIE-26-00042-D', recordId: id },
    });
    const returned = async (address: string) =>
      (await service.deps.store.returnedMail([address])).get(address)?.status;
    outcome = 'refused';
    await refusalOf(mailer().send(to('gone@specimen.example', 'R1')));
    expect(await returned('gone@specimen.example')).to.equal('5.1.1');
    expect(await returned('other@specimen.example')).to.equal(undefined);
    outcome = 'waited';
    await refusalOf(mailer().send(to('gone@specimen.example', 'R2')));
    expect(await returned('gone@specimen.example'), 'a server that is down says nothing of it').to.equal(
      '5.1.1',
    );
    outcome = 'sent';
    await mailer().send(to('gone@specimen.example', 'R3'));
    expect(await returned('gone@specimen.example')).to.equal(undefined);
  });

  it('follows an address that changes while a letter waits, and keeps twenty events', async () => {
    outcome = 'refused';
    for (let i = 0; i < 25; i += 1)
      await refusalOf(mailer().send({ ...letterOf('labelIssued'), id: 'L3:P1' }));
    outcome = 'sent';
    await mailer().send({ ...sampleLetter('labelIssued', { email: 'new@specimen.example' }), id: 'L3:P1' });
    const entry = (await known('L3:P1')) ?? expect.fail('gone');
    expect(entry).to.include({ to: 'new@specimen.example', state: 'sent' });
    expect(entry.events).to.have.length(20);
  });
});
