import { fromAuthorities } from '../../../../src/issuing/seal/longTerm/getFromAuthority.ts';
import { lengthen } from '../../../../src/issuing/seal/longTerm/lengthen.ts';
import { objectIds } from '../../../../src/issuing/seal/objectIds.ts';
import { openSealer } from '../../../../src/issuing/seal/openSealer.ts';
import type { Sealer } from '../../../../src/issuing/seal/sealer.ts';
import { sealPdf } from '../../../../src/issuing/seal/sealPdf.ts';
import { timestampFrom } from '../../../../src/issuing/seal/timestamp.ts';
import { type Keyed, openAuthority, type TestAuthority } from '../../../support/authority/openAuthority.ts';
import { sealedAt, smallPdf } from '../smallPdf.ts';

/** The day on which each year a document is lengthened. */
export const inYear = (year: number) => new Date(`${year}-11-25T09:00:00.000Z`);

/** Certificates end in the middle of a year. */
const endIn = (year: number) => new Date(`${year}-06-30T00:00:00.000Z`);

/** A seal until 2028, documents sealed with it, and authorities of time, all on this machine. */
export interface LongSpecimen {
  /** Certifies the seal. */
  readonly authority: TestAuthority;
  readonly seal: Keyed;
  readonly sealer: Sealer;
  /** By what the time of seals is confirmed. */
  readonly firstTime: Keyed;
  /** Confirms the time now. */
  time(): TestAuthority;
  /** Certificates of all authorities of time there were. */
  timeRoots(): readonly string[];
  /** A document with a seal whose time is confirmed, not yet lengthened. */
  sealed(place?: string): Promise<Buffer>;
  /** Adds what is to be added in a year. */
  lengthenIn(year: number, document: Buffer): Promise<Buffer>;
  /** The time is confirmed by another key from then on, certified for a year before and some after. */
  newTimeKey(year: number, years?: number): Keyed;
  /** The time is confirmed by another authority from then on. */
  newTimeAuthority(year: number, years: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the authorities, with a first key of time for some years; where they answer, they give no lists of revoked certificates. */
export async function openLongSpecimen(firstYears = 5, answers = false): Promise<LongSpecimen> {
  const begin = new Date('2025-11-01T00:00:00.000Z');
  const [authority, ...times] = await Promise.all([
    openAuthority(begin, 'Specimen authority of seals', { answers }),
    openAuthority(begin, 'Specimen authority of time', { answers }),
  ]);
  const [first] = times;
  const time = () => times.at(-1) ?? first;
  const seal = authority.certify({ name: 'Specimen seal', from: inYear(2025), until: endIn(2028) });
  const life = () => ({ timestamp: timestampFrom(time().time.url), get: fromAuthorities() });
  const { timestamp } = life();
  const chain = [seal.certificate, authority.root];
  const sealer = await openSealer({ key: seal.key, chain }, new Date(sealedAt), { timestamp });
  const newTimeKey = (year: number, years = 5) => {
    const purposes = [objectIds.timeStamping];
    const validity = { from: inYear(year - 1), until: endIn(year + years) };
    const keyed = time().certify({ name: `Specimen clock ${year}`, ...validity, purposes });
    time().timeBy(keyed);
    return keyed;
  };
  const firstTime = newTimeKey(2026, firstYears);
  const setClocks = (at: Date) => {
    for (const one of [authority, ...times]) one.time.time = at;
  };
  return {
    ...{ authority, seal, sealer, firstTime, time, newTimeKey },
    timeRoots: () => times.map(({ root }) => root),
    sealed: async (place = 'Genève') => {
      setClocks(new Date(sealedAt));
      first.timeBy(firstTime);
      return sealPdf(await smallPdf({ fields: [{ timestamped: true, place }] }), sealer);
    },
    lengthenIn: async (year, document) => {
      setClocks(inYear(year));
      return lengthen(document, life(), inYear(year));
    },
    newTimeAuthority: async (year, years) => {
      times.push(await openAuthority(inYear(year - 1), `Specimen authority of time ${year}`));
      newTimeKey(year, years);
    },
    close: async () => {
      for (const one of [authority, ...times]) await one.time.close();
    },
  };
}
