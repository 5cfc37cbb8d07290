import type { ReadingFlaw } from '../../register/verification.ts';
import type { BakedFlaw } from '../badge/baked.ts';

/** What is said of a picture that is not read. */
export const unreadBecause: Readonly<Record<Exclude<BakedFlaw, 'twice'>, ReadingFlaw>> = {
  truncated: 'damaged',
  checksum: 'damaged',
  malformed: 'damaged',
  tooComplex: 'tooHeavy',
  tooManyPixels: 'tooManyPixels',
  tooLong: 'credentialTooLong',
  entities: 'entities',
  active: 'active',
};
