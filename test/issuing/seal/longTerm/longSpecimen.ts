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

/** A seal until 2028, and documents sealed with it, by an authority on this machine. */
export interface LongSpecimen {
  readonly authority: TestAuthority;
  readonly seal: Keyed;
  /** By what the time of seals is confirmed. */
  readonly firstTime: Keyed;
  readonly sealer: Sealer;
  /** A document with a seal whose time is confirmed, not yet lengthened. */
  sealed(place?: string): Promise<Buffer>;
  /** Adds what is to be added in a year. */
  lengthenIn(year: number, document: Buffer): Promise<Buffer>;
  /** Another certificate of time, for a year before and five after. */
  newTimeKey(year: number): Keyed;
  close(): Promise<void>;
}

/** Opens an authority with a seal. */
export async function openLongSpecimen(): Promise<LongSpecimen> {
  const authority = await openAuthority(new Date('2025-11-01T00:00:00.000Z'));
  const seal = authority.certify({ name: 'Specimen seal', from: inYear(2025), until: inYear(2028) });
  const life = () => ({ timestamp: timestampFrom(authority.time.url), get: fromAuthorities() });
  const { timestamp } = life();
  const chain = [seal.certificate, authority.root];
  const sealer = await openSealer({ key: seal.key, chain }, new Date(sealedAt), { timestamp });
  const newTimeKey = (year: number) => {
    const name = `Specimen authority of time ${year}`;
    const purposes = [objectIds.timeStamping];
    const keyed = authority.certify({ name, from: inYear(year - 1), until: inYear(year + 5), purposes });
    authority.timeBy(keyed);
    return keyed;
  };
  const firstTime = newTimeKey(2026);
  return {
    authority,
    seal,
    firstTime,
    sealer,
    sealed: async (place = 'Genève') => {
      authority.time.time = new Date(sealedAt);
      authority.timeBy(firstTime);
      return sealPdf(await smallPdf({ fields: [{ timestamped: true, place }] }), sealer);
    },
    lengthenIn: async (year, document) => {
      authority.time.time = inYear(year);
      return lengthen(document, life(), inYear(year));
    },
    newTimeKey,
    close: () => authority.time.close(),
  };
}
