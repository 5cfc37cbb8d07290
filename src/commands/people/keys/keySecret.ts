import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Deps } from '../../ports/ports.ts';

/** A key as it is given: what scanners of published code look for, 256 bits, and a check of them. */
const shape = /^mie_([0-9a-f]{64})([0-9a-f]{8})$/;

/** A new key, which is kept nowhere. */
export function newKey({ ids }: Pick<Deps, 'ids'>): string {
  const bits = digestOf(ids.secret());
  return `mie_${bits}${checkOf(bits)}`;
}

/** The digest that is kept of a key; null for what can be none, so that a slip of the hand costs no look at the database. */
export function keyHash(given: string): string | null {
  const [, bits = '', check] = shape.exec(given) ?? [];
  return bits !== '' && check === checkOf(bits) ? digestOf(given) : null;
}

function checkOf(bits: string): string {
  return crc32(bits).toString(16).padStart(8, '0');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
