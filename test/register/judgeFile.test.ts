import { expect } from 'chai';
import type { CredentialRead, FileReading, LoggedRead, SealRead } from '../../src/register/fileReading.ts';
import { type FileFacts, judgeFile } from '../../src/register/judgeFile.ts';
import { judgePaper } from '../../src/register/papers/judgePaper.ts';
import type { RegisterRow } from '../../src/register/registerRow.ts';
import { checkNames, type LoggedAs, type Verification } from '../../src/register/verification.ts';

const claim = {
  number: 'MIE-26-00042-D',
  revision: 1,
  organisation: 'Boulangerie Spécimen',
  offers: ['Pain', 'Ateliers'],
  since: '2026-10-01',
  until: '2029-09-30',
};
const row: RegisterRow = {
  ...claim,
  state: 'active',
  standing: 'clean',
  history: [{ state: 'active', on: claim.since }],
  successor: null,
  files: [],
};
const as = {
  ...{ index: 17, earlier: false, witnesses: 2, quorum: 2, pinned: true, bindsAll: true },
  ...{ at: null, seen: null },
};
const proven = { result: 'proven', ...as } as const;
const sealed = {
  valid: true,
  coversWholeFile: true,
  trusted: true,
  untimely: false,
  at: '2026-10-01T08:00:00.000Z',
  timestamped: true,
};
const read: FileReading = {
  kind: 'pdf',
  seal: sealed,
  credential: { flaw: null, claim, logged: proven, status: 'clear' },
  numbers: [],
  saysOther: false,
  elsewhere: null,
};
const known = { number: claim.number, revision: 1 };
const facts: FileFacts = { read, known, row, today: '2026-11-25' };

/** Each check that does not hold, with its flaw. */
function wrong(change: Partial<FileFacts>): Record<string, string> {
  const { checks } = judgeFile({ ...facts, ...change });
  return Object.fromEntries(
    checks.filter(({ result }) => result !== 'holds').map(({ name, result, flaw }) => [name, flaw ?? result]),
  );
}

describe('register/judgeFile', () => {
  it('lists every check once, in order, and holds only when all do', () => {
    const judged = judgeFile(facts);
    const namesOf = (one: Verification) => one.checks.map(({ name }) => name);
    expect(namesOf(judged)).to.deep.equal(checkNames.filter((name) => name !== 'holder'));
    const shown = judgeFile({ ...facts, known: null, read: { ...read, kind: 'wallet', seal: null } });
    expect([namesOf(shown), shown.verdict]).to.deep.equal([[...checkNames], 'holds']);
    expect([judged.verdict, wrong({})]).to.deep.equal(['holds', {}]);
  });

  it('says of a wallet that the label is bound to its key only where we signed the label', () => {
    for (const flaw of [null, 'shape', 'signature', 'otherIssuer', 'unknownKey'] as const) {
      const shown = {
        ...read,
        kind: 'wallet',
        seal: null,
        credential: { flaw, claim, status: 'clear' },
      } as const;
      const { checks, verdict } = judgeFile({ ...facts, known: null, read: shown });
      const found = checks.find(({ name }) => name === 'holder')?.result;
      expect([found, verdict], `${flaw}`).to.deep.equal(
        flaw === null ? ['holds', 'holds'] : ['unknown', 'fails'],
      );
    }
  });

  it('asks of no paper whether it is in a wallet', () => {
    const { checks } = judgePaper({ kind: 'minutes', on: facts.today }, read);
    expect(checks.map(({ name }) => name)).to.deep.equal(checkNames.filter((name) => name !== 'holder'));
  });

  it('says when it was sealed, and who says so, of a seal of ours that holds alone', () => {
    const toldOf = (change: object) =>
      judgeFile({ ...facts, read: { ...read, seal: { ...sealed, ...change } } }).sealed;
    const at = '2026-10-01T08:00:00.000Z';
    expect(toldOf({})).to.deep.equal({ at, confirmed: true });
    expect(toldOf({ timestamped: false })).to.deep.equal({ at, confirmed: false });
    for (const change of [{ valid: false }, { trusted: false }, { at: null }])
      expect(toldOf(change), JSON.stringify(change)).to.equal(undefined);
    expect(judgeFile({ ...facts, read: { ...read, seal: null } })).to.not.have.property('sealed');
  });

  it('does not hold without the file, its label or its status list', () => {
    expect(wrong({ known: null })).to.deep.equal({ fileKnown: 'fileUnlisted' });
    expect(wrong({ row: null })).to.deep.equal({ revision: 'unknown', register: 'numberUnknown' });
    const silent = { ...read, credential: { flaw: null, claim, logged: proven, status: 'silent' as const } };
    expect(wrong({ read: silent })).to.deep.equal({ status: 'statusListSilent' });
    for (const change of [{ known: null }, { row: null }, { read: silent }]) {
      expect(judgeFile({ ...facts, ...change }).verdict).to.equal('fails');
    }
  });

  it('wants the proof of what the register says was entered, of its newest files alone', () => {
    const carrying = (result: LoggedRead['result'] | null, also: Partial<CredentialRead> = {}) => {
      const logged = result === 'proven' ? proven : result && { result };
      return {
        ...read,
        credential: { flaw: null, claim, status: 'clear' as const, ...(logged && { logged }), ...also },
      };
    };
    const [logged, later] = [
      { ...row, logged: 17 },
      { ...row, logged: 17, revision: 2 },
    ];
    const isToken = true;
    const earlier = { result: 'proven', ...as, earlier: true } as const;
    const cases: readonly (readonly [string, FileReading, RegisterRow | null, object])[] = [
      ['a proof', carrying('proven'), logged, {}],
      ['a proof in an earlier log', carrying(null, { logged: earlier }), logged, {}],
      ['no proof', carrying('notThere'), logged, { log: 'logMissing' }],
      ['no proof, of before the log', carrying('notThere'), row, { log: 'notThere' }],
      [
        'no proof, of an earlier revision',
        carrying('notThere'),
        later,
        { log: 'notThere', revision: 'replaced' },
      ],
      ['a token of before it was entered', carrying('notThere', { isToken }), logged, { log: 'notThere' }],
      [
        'a token without the proof of its own entry',
        carrying('notThere', { isToken }),
        { ...row, conformityLogged: 18 },
        { log: 'logMissing' },
      ],
      [
        'an Open Badge of before the log, beside a token of after it',
        carrying('notThere'),
        { ...row, conformityLogged: 18 },
        { log: 'notThere' },
      ],
      ['what a wallet shows, which carries none', carrying(null), logged, { log: 'notThere' }],
      ['a proof of another log', carrying('otherLog'), logged, { log: 'otherLog' }],
      ['a proof of another label', carrying('other'), row, { log: 'logOther' }],
      ['a forged proof', carrying('forged'), row, { log: 'logForged' }],
      [
        'a badge without a credential',
        { ...read, seal: null, kind: 'picture', credential: null },
        logged,
        { log: 'notThere' },
      ],
    ];
    for (const [title, file, entry, expected] of cases) {
      const found = wrong({ read: file, row: entry });
      expect({ log: found.log, revision: found.revision }, title).to.deep.include({
        log: undefined,
        ...expected,
      });
      const { verdict, logged: said } = judgeFile({ ...facts, read: file, row: entry });
      const isWrong = Object.values(expected).some((one) => one !== 'notThere' && one !== 'replaced');
      expect(verdict === 'fails', title).to.equal(isWrong);
      expect(said !== undefined, title).to.equal(file.credential?.logged?.result === 'proven');
    }
    expect(judgeFile({ ...facts, row: logged }).logged).to.deep.equal(as);
    const changed = carrying('proven', { flaw: 'signature' });
    expect(judgeFile({ ...facts, row: logged, read: changed }).logged).to.equal(undefined);
  });

  it('wants entry, witnesses and the time-stamp of the seal in their order, as far as others confirm it', () => {
    const [entered, first, last] = ['10:00', '10:01', '10:02'].map((time) => `2026-11-24T${time}:00.000Z`);
    const confirmed = '2026-11-24T10:03:00.000Z';
    const cases: readonly (readonly [string, Partial<LoggedAs>, Partial<SealRead>, boolean])[] = [
      ['in order', {}, {}, true],
      ['a day later each', { at: '2026-11-22T10:00:00.000Z' }, {}, true],
      ['clocks that are some minutes apart', { at: '2026-11-24T10:40:00.000Z' }, {}, true],
      ['entered after a witness saw it', { at: '2026-11-24T12:00:00.000Z' }, {}, false],
      ['sealed before a witness saw it', {}, { at: '2026-11-24T08:00:00.000Z' }, false],
      ['sealed between two witnesses', { seen: [first ?? '', '2026-11-24T20:00:00.000Z'] }, {}, false],
      [
        'sealed before it was entered, seen by nobody',
        { seen: null },
        { at: '2026-11-20T10:00:00.000Z' },
        false,
      ],
      ['a time that a seal only claims', {}, { at: '2026-11-20T10:00:00.000Z', timestamped: false }, true],
      ['a time of an authority of others', {}, { at: '2026-11-20T10:00:00.000Z', trusted: false }, true],
      ['no time in the entry', { at: null }, {}, true],
    ];
    for (const [title, logged, seal, inOrder] of cases) {
      const seen = [first ?? '', last ?? ''] as const;
      const told = { ...proven, at: entered ?? '', seen, ...logged };
      const credential = { flaw: null, claim, status: 'clear' as const, logged: told };
      const file = { ...read, credential, seal: { ...sealed, at: confirmed, timestamped: true, ...seal } };
      expect(wrong({ read: file }).log, title).to.equal(inOrder ? undefined : 'logTimes');
    }
  });

  it('does not accept a file for another label', () => {
    expect(wrong({ known: { number: 'MIE-26-00043-B', revision: 1 } })).to.deep.equal({
      register: 'otherNumber',
    });
  });

  it('includes both ends of the period', () => {
    for (const today of [claim.since, claim.until]) expect(wrong({ today })).to.deep.equal({});
    expect(wrong({ today: '2026-09-30' })).to.deep.equal({ period: 'notYet' });
    expect(wrong({ today: '2029-10-01' })).to.deep.equal({ period: 'expired', register: 'labelNotValid' });
  });

  it('holds beyond its last day while the renewal is pending, and no longer', () => {
    const extended: RegisterRow = {
      ...row,
      state: 'extended',
      history: [...row.history, { state: 'extended', on: '2029-10-01' }],
    };
    const today = '2029-11-15';
    expect(wrong({ row: extended, today })).to.deep.equal({});
    expect(judgeFile({ ...facts, row: extended, today }).label).to.deep.include({ until: null, valid: true });
    const ended: RegisterRow = {
      ...extended,
      state: 'expired',
      history: [...extended.history, { state: 'expired', on: '2029-11-10' }],
    };
    expect(wrong({ row: ended, today })).to.deep.equal({ period: 'expired', register: 'labelNotValid' });
    expect(judgeFile({ ...facts, row: ended, today }).label?.until).to.equal('2029-11-09');
  });

  it('compares the same revision with the register only', () => {
    const renamed = { ...row, organisation: 'Renommée', offers: [], until: '2030-09-30' };
    expect(wrong({ row: renamed })).to.deep.equal({ register: 'otherName' });
    expect(wrong({ row: { ...renamed, revision: 2 } })).to.deep.equal({ revision: 'replaced' });
    expect(wrong({ row: { ...row, offers: ['Ateliers', 'Pain'] } })).to.deep.equal({
      register: 'otherOffers',
    });
    expect(wrong({ row: { ...row, since: '2026-10-02' } })).to.deep.equal({ register: 'otherDates' });
  });

  it('distinguishes a replaced file from a false one', () => {
    const revoked: FileReading = { ...read, credential: { flaw: null, claim, status: 'revoked' } };
    const verdict = (change: Partial<FileFacts>) =>
      judgeFile({ ...facts, row: { ...row, revision: 2 }, ...change }).verdict;
    expect(verdict({})).to.equal('replaced');
    expect(verdict({ read: revoked })).to.equal('replaced');
    expect(verdict({ read: revoked, row })).to.equal('fails');
    expect(verdict({ row: { ...row, revision: 2, state: 'withdrawn' } })).to.equal('notValid');
    expect(verdict({ known: null })).to.equal('fails');
  });

  it('treats a number alone as a claim, whatever the label is', () => {
    const copy: FileReading = {
      kind: 'picture',
      seal: null,
      credential: null,
      numbers: [claim.number],
      saysOther: false,
      elsewhere: null,
    };
    const valid = judgeFile({ ...facts, read: copy, known: null });
    expect([valid.verdict, valid.label?.valid]).to.deep.equal(['claimOnly', true]);
    const withdrawn = judgeFile({ ...facts, read: copy, known: null, row: { ...row, state: 'withdrawn' } });
    expect([withdrawn.verdict, withdrawn.label?.valid]).to.deep.equal(['claimOnly', false]);
  });

  it('does not call a picture or a document without proof false', () => {
    for (const kind of ['picture', 'pdf'] as const) {
      const bare: FileReading = {
        kind,
        seal: null,
        credential: null,
        numbers: [],
        saysOther: false,
        elsewhere: null,
      };
      const silent = judgeFile({ ...facts, read: bare, known: null, row: null });
      expect([silent.verdict, silent.number, silent.label], kind).to.deep.equal(['noProof', null, null]);
      const named = judgeFile({
        ...facts,
        read: { ...bare, numbers: [claim.number], saysOther: false, elsewhere: null },
        known: null,
      });
      for (const { checks } of [silent, named]) {
        expect(checks.find(({ name }) => name === 'fileKnown')?.result).to.equal('notThere');
        expect(checks.some(({ result }) => result === 'fails' || result === 'unknown')).to.equal(false);
      }
    }
  });

  it('judges every form of a file in every state of its label, as it was issued and as a copy', () => {
    const credential = read.credential;
    const bare = { ...read, seal: null, credential: null };
    const broken = { ...sealed, valid: false, coversWholeFile: false, trusted: false, at: null };
    /** As it was issued, and saved again. */
    const forms: Readonly<Record<string, readonly [FileReading, FileReading]>> = {
      certificate: [read, { ...read, seal: broken }],
      'certificate without its seal': [read, { ...read, seal: null }],
      'badge with a credential': [
        { ...bare, kind: 'picture', credential },
        { ...bare, kind: 'picture', credential },
      ],
      credential: [
        { ...bare, kind: 'json', credential },
        { ...bare, kind: 'json', credential },
      ],
      'badge or sign without one': [bare, { ...bare, numbers: [claim.number] }],
    };
    const begun = row.history;
    const late = { state: 'extended', on: '2029-10-01' } as const;
    const extended = { state: 'extended', history: [...begun, late], extendedUntil: '2029-12-30' } as const;
    const lives: readonly (readonly [
      name: string,
      life: Partial<RegisterRow>,
      day: string,
      valid: boolean,
    ])[] = [
      ['active', {}, facts.today, true],
      ['conditional', { standing: 'conditional', conditionDue: '2027-01-31' }, facts.today, true],
      ['provisional', { standing: 'provisional' }, facts.today, true],
      ['extended', extended, '2029-12-30', true],
      ['extended no more', extended, '2029-12-31', false],
      ['suspended', { state: 'suspended' }, facts.today, false],
      ['about to be withdrawn', { state: 'withdrawalPending' }, facts.today, false],
      ['withdrawn', { state: 'withdrawn' }, facts.today, false],
      ['expired', { state: 'expired' }, '2029-10-01', false],
      ['past its end', {}, '2029-10-01', false],
      ['terminated', { state: 'terminated' }, facts.today, false],
      ['superseded', { state: 'superseded', successor: 'MIE-29-00001-X' }, facts.today, false],
    ];
    for (const [life, change, today, valid] of lives) {
      const at = { ...facts, row: { ...row, ...change }, today };
      for (const [form, [issued, copy]] of Object.entries(forms)) {
        const name = `${form}, ${life}`;
        const judged = judgeFile({ ...at, read: issued });
        expect([judged.verdict, judged.label?.valid], name).to.deep.equal([
          valid ? 'holds' : 'notValid',
          valid,
        ]);
        const saved = judgeFile({ ...at, read: copy, known: null });
        const proves = copy.credential !== null;
        expect(saved.verdict, `copy of ${name}`).to.equal(
          !proves ? 'claimOnly' : valid ? 'altered' : 'fails',
        );
        const led = judgeFile({ ...at, read: { ...copy, elsewhere: 'faux.example' }, known: null });
        expect([led.verdict, led.elsewhere], name).to.deep.equal(['elsewhere', 'faux.example']);
        const other = judgeFile({ ...at, read: { ...copy, saysOther: true }, known: null });
        if (proves) expect(other.verdict, `forged ${name}`).to.equal('fails');
        // The published list follows the register, or may be late.
        for (const status of ['revoked', 'suspended'] as const) {
          const listed = { ...issued, credential: issued.credential && { ...issued.credential, status } };
          const { verdict } = judgeFile({ ...at, read: listed });
          const expected = valid ? (issued.credential ? 'fails' : 'holds') : 'notValid';
          expect(verdict, `${status} by the list, ${name}`).to.equal(expected);
        }
        for (const flaw of ['signature', 'otherIssuer', 'unknownKey'] as const) {
          const forged = { ...issued, credential: issued.credential && { ...issued.credential, flaw } };
          if (proves)
            expect(judgeFile({ ...at, read: forged }).verdict, `${flaw}, ${name}`).to.equal('fails');
        }
      }
    }
  });

  it('accepts a picture without a credential only when it was issued', () => {
    const picture: FileReading = {
      kind: 'picture',
      seal: null,
      credential: null,
      numbers: [],
      saysOther: false,
      elsewhere: null,
    };
    expect(judgeFile({ ...facts, read: picture }).verdict).to.equal('holds');
    expect(judgeFile({ ...facts, read: { flaw: 'damaged' } })).to.include({
      verdict: 'unread',
      flaw: 'damaged',
    });
  });
});
