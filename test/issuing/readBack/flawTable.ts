import { expect } from 'chai';
import type { TrustedKeys } from '../../../src/commands/verify/trust.ts';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { readBackInProcess } from '../../../src/issuing/readBack/readBackInProcess.ts';
import type { RegisterRow } from '../../../src/register/registerRow.ts';
import type { CheckName, ReadingFlaw, Verification } from '../../../src/register/verification.ts';
import { timeoutMs } from '../../support/run/service.ts';
import { type Issued, issue, today, trustIn } from './issued.ts';

/** A file with one flaw, what it is checked against where that is not the register as it stands, and what must be reported of it. */
export interface Fixture {
  readonly flaw: string;
  make(issued: Issued): Buffer | Promise<Buffer>;
  also?(issued: Issued): Partial<TrustedKeys> | Promise<Partial<TrustedKeys>>;
  readonly row?: Partial<RegisterRow> | null;
  readonly today?: string;
  /** Every check that does not hold with its flaw, or that nothing tells (`unknown`); or why the file is not read. */
  readonly expected: FailedChecks | ReadingFlaw;
}
export type FailedChecks = Readonly<Partial<Record<CheckName, string>>>;

/** One thread for all tables, and one label: no fixture may spoil them for the next. */
const patient = readBackInProcess(timeoutMs);
/** The usual one, for what has to take too much work. */
const usual = readBackInProcess();
let made: Promise<Issued> | undefined;

/** What of a verification does not hold. */
function failedChecks({ flaw, checks }: Verification): FailedChecks | ReadingFlaw {
  if (flaw) return flaw;
  const failing = checks.filter(({ result }) => result === 'fails' || result === 'unknown');
  return Object.fromEntries(failing.map(({ name, flaw, result }) => [name, flaw ?? result]));
}

/** Tests each fixture of a table, and after each one that a good file is read as if nothing had been. */
export function testFlaws(title: string, fixtures: readonly Fixture[]): void {
  describe(`issuing/readBack, ${title}`, () => {
    let issued: Issued;
    before(async () => {
      made ??= issue();
      issued = await made;
    });

    for (const { flaw, make, also, row = {}, today: day = today, expected } of fixtures) {
      it(`reports ${flaw}`, async () => {
        const bytes = await make(issued);
        const readingBack = expected === 'tooHeavy' ? usual : patient;
        const trust = trustIn(issued, { also: (await also?.(issued)) ?? {}, row });
        const verification = await verifyFile({ trust, readingBack }, bytes, day);
        expect(failedChecks(verification)).to.deep.equal(expected);
        expect(verification.verdict).to.not.equal('holds');
        const good = await verifyFile({ trust: trustIn(issued), readingBack }, issued.files.json, today);
        expect(good.verdict).to.equal('holds');
      });
    }
  });
}
