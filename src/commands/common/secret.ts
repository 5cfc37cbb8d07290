import { createHash, timingSafeEqual } from 'node:crypto';
import type { Deps } from '../ports/ports.ts';

/** Crockford's base32: no letter is taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const read = new RegExp(`^[${alphabet}]{${length}}$`);

/** A secret as it is given. */
export const secretShape = new RegExp(`^[${alphabet}]{4}(?:-[${alphabet}]{4}){3}$`);

/** A secret to be copied by hand, in four groups: 80 bits, so that nobody guesses it and its plain digest tells nothing. */
export function newSecret({ ids }: Pick<Deps, 'ids'>): string {
  const bytes = createHash('sha256').update(ids.secret()).digest().subarray(0, length);
  const letters = [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return inGroups(letters);
}

/** A secret as it is given, however it was copied; null for what can be none. */
export function readSecret(typed: string): string | null {
  const plain = plainOf(typed);
  return plain && inGroups(plain);
}

/** The digest that is kept of a secret, however it was copied; null for what can be none. */
export function secretHash(typed: string): string | null {
  const plain = plainOf(typed);
  return plain && createHash('sha256').update(plain).digest('hex');
}

/** Whether a secret is that of a digest; without one, after the same work, it is not. */
export function isSecret(kept: string | null, typed: string): boolean {
  const known = Buffer.from(kept ?? '0'.repeat(64), 'hex');
  const told = Buffer.from(secretHash(typed) ?? 'f'.repeat(64), 'hex');
  return timingSafeEqual(known, told) && kept !== null;
}

function plainOf(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return read.test(plain) ? plain : null;
}

function inGroups(letters: string): string {
  return letters.replaceAll(/.{4}(?=.)/g, '$&-');
}
