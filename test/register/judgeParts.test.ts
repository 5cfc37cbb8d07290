import { expect } from 'chai';
import type { CredentialRead, FileReading, SealRead } from '../../src/register/fileReading.ts';
import { judgeFile } from '../../src/register/judgeFile.ts';
import type { RegisterRow } from '../../src/register/registerRow.ts';
import type { CheckName, Verdict } from '../../src/register/verification.ts';

const claim = {
  ...{ number: 'MIE-26-00042-D', revision: 1, organisation: 'Boulangerie Spécimen', offers: ['Pain'] },
  ...{ since: '2026-10-01', until: '2029-09-30' },
};
const row: RegisterRow = {
  ...{ ...claim, state: 'active', standing: 'clean', successor: null, files: [] },
  history: [{ state: 'active', on: claim.since }],
};
const whole: SealRead = {
  ...{ valid: true, coversWholeFile: true, trusted: true, untimely: false },
  ...{ at: '2026-10-01T08:00:00.000Z', timestamped: true },
};
const seals = {
  none: null,
  whole,
  appended: { ...whole, coversWholeFile: false },
  broken: { ...whole, valid: false, coversWholeFile: false, trusted: false },
  foreign: { ...whole, trusted: false },
  expired: { ...whole, trusted: false, untimely: true },
} satisfies Record<string, SealRead | null>;
const genuine: CredentialRead = {
  flaw: null,
  claim,
  logged: {
    result: 'proven',
    index: 17,
    earlier: false,
    witnesses: 2,
    quorum: 2,
    pinned: true,
    bindsAll: true,
    at: null,
    seen: null,
  },
  status: 'clear',
};
const credentials = { genuine, forged: { ...genuine, flaw: 'signature' }, none: null } as const;
const digests = {
  known: [{ number: claim.number, revision: 1 }, row],
  unknown: [null, row],
  'of an older revision': [
    { number: claim.number, revision: 1 },
    { ...row, revision: 2 },
  ],
} as const;
const codes = ['ours', 'foreign', 'none'] as const;
type Name<T> = Extract<keyof T, string>;

/** What is said of bytes that are not known, as they carry a seal and a credential: genuine, forged, none. */
const verdicts: Readonly<Record<Name<typeof seals>, readonly [Verdict, Verdict, Verdict]>> = {
  none: ['altered', 'fails', 'noProof'],
  whole: ['fails', 'fails', 'sealOnly'],
  appended: ['fails', 'fails', 'fails'],
  broken: ['altered', 'fails', 'fails'],
  foreign: ['fails', 'fails', 'fails'],
  expired: ['fails', 'fails', 'fails'],
};

interface Combination {
  readonly seal: Name<typeof seals>;
  readonly credential: Name<typeof credentials>;
  readonly digest: Name<typeof digests>;
  readonly code: (typeof codes)[number];
}
const namesOf = <T extends object>(all: T) => Object.keys(all) as Name<T>[];
const all: readonly Combination[] = namesOf(seals).flatMap((seal) =>
  namesOf(credentials).flatMap((credential) =>
    namesOf(digests).flatMap((digest) => codes.map((code) => ({ seal, credential, digest, code }))),
  ),
);
/** Bytes that were issued are as they were issued: under our seal or under none, and with nothing forged. */
const canBe = ({ seal, credential, digest }: Combination) =>
  digest === 'unknown' ||
  ((seal === 'whole' || (seal === 'none' && credential === 'none')) && credential !== 'forged');

/** As it is read: codes and numbers are looked for only where no seal of ours vouches for the whole, and numbers where nothing proves anything. */
function readingOf({ seal, credential, code }: Combination): FileReading {
  const isBare = seal === 'none' && credential === 'none';
  return {
    kind: 'pdf',
    seal: seals[seal],
    credential: credentials[credential],
    numbers: isBare && code === 'ours' ? [claim.number] : [],
    saysOther: false,
    elsewhere: seal !== 'whole' && code === 'foreign' ? 'faux.example' : null,
  };
}

function expectedOf({ seal, credential, digest, code }: Combination): Verdict {
  if (digest !== 'unknown') return digest === 'known' ? 'holds' : 'replaced';
  if (seal !== 'whole' && code === 'foreign') return 'elsewhere';
  if (seal === 'none' && credential === 'none' && code === 'ours') return 'claimOnly';
  return verdicts[seal][namesOf(credentials).indexOf(credential)] as Verdict;
}

const judge = (one: Combination) => {
  const [known, row] = digests[one.digest];
  const { verdict, checks, sealed } = judgeFile({ read: readingOf(one), known, row, today: '2026-11-25' });
  const by = Object.fromEntries(checks.map((check) => [check.name, check.flaw ?? check.result]));
  return { verdict, sealed, checks: by as Record<CheckName, string> };
};

describe('register/judgeParts', () => {
  for (const one of all.filter(canBe)) {
    const { seal, credential, digest, code } = one;
    it(`never contradicts itself: seal ${seal}, credential ${credential}, digest ${digest}, code ${code}`, () => {
      const { verdict, checks, sealed } = judge(one);
      expect(verdict).to.equal(expectedOf(one));
      const holds = (...names: CheckName[]) => names.filter((name) => checks[name] === 'holds');
      const isSound = Object.values(checks).every((found) => found === 'holds' || found === 'notThere');
      expect(isSound, 'all holds only where nothing is wrong').to.equal(
        ['holds', 'claimOnly', 'noProof'].includes(verdict) ||
          (verdict === 'elsewhere' && seal === 'none' && credential === 'none'),
      );

      // What was added behind a seal is told of one that fits, and whose it is as well.
      if (seal === 'broken')
        expect([checks.wholeFile, checks.sealIssuer]).to.deep.equal(['unknown', 'unknown']);
      expect(checks.wholeFile === 'notWholeFile').to.equal(seal === 'appended');
      expect(sealed !== undefined).to.equal(seal === 'whole' || seal === 'appended');
      // Bytes that were issued are not changed, and changed ones were not issued.
      if (digest !== 'unknown') expect(checks).to.include({ fileKnown: 'holds' });
      else expect(holds('fileKnown')).to.deep.equal([]);
      // No tick stands beside what nothing vouches for.
      const isVouchedFor = digest !== 'unknown' || credential === 'genuine' || seal === 'whole';
      const claims = ['status', 'period', 'revision', 'register'] as const;
      if (!isVouchedFor) expect(holds(...claims)).to.deep.equal([]);
      if (credential === 'forged') expect(holds('credential', 'issuerKey', 'status')).to.deep.equal([]);
    });
  }

  it('leaves out only what cannot be', () => {
    expect([all.length, all.filter(canBe).length]).to.deep.equal([162, 54 + 2 * 3 * 3]);
  });

  it('says of a seal that is not of our time what is wrong with it', () => {
    const found = (seal: Combination['seal']) =>
      judge({ seal, credential: 'none', digest: 'unknown', code: 'none' }).checks;
    expect(found('expired').sealIssuer).to.equal('sealUntimely');
    expect(found('foreign').sealIssuer).to.equal('otherAuthority');
    expect(found('whole').fileKnown).to.equal('fileUnlisted');
    expect(found('broken').fileKnown).to.equal('fileUnknown');
  });
});
