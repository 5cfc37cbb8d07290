import { gunzipSync } from 'node:zlib';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import {
  type StatusListPaper,
  type StatusPurpose,
  statusListDays,
  statusListSize,
} from '../../commands/ports/issuingPorts.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { didOf } from '../../register/didDocument.ts';
import { type StatusListCredential, statusListShape } from './credentialShape.ts';
import { credentialWords } from './credentialWords.ts';

/** How long a copy of a list may be kept (ms), as the list itself says it to whoever fetched it: as long as its answer may be cached. */
const ttl = 300_000;
const dayMs = 86_400_000;

/** A status list as a credential before it is signed; the same bits at the same instant give the same list. */
export async function buildStatusList(paper: StatusListPaper): Promise<StatusListCredential> {
  const { purpose, list: n, bits, at, publicUrl } = paper;
  const id = `${publicUrl}/status/${purpose}-${n}`;
  const list = await createList({ length: statusListSize });
  for (const index of bits) list.setStatus(index, true);
  const made = await createCredential({ id, list, statusPurpose: purpose });
  const issuer = { id: didOf(publicUrl), name: credentialWords[bindingLanguage].issuer };
  const validUntil = new Date(Date.parse(at) + statusListDays * dayMs).toISOString();
  const credentialSubject = { ...made.credentialSubject, ttl };
  return statusListShape.parse({ ...made, issuer, validFrom: at, validUntil, credentialSubject });
}

/** Largest list that is unpacked, in bytes: eight times what the standard asks for at least. */
const largest = 8 * (statusListSize / 8);

/**
 * What a list says of an entry. Null for a list that says nothing: of another purpose or another issuer, shorter than the standard
 * allows (2.2: 131,072 entries, which keeps apart who is looked up), too large, or without such an entry.
 */
export function statusBit(
  value: unknown,
  { index, purpose, issuer }: Readonly<{ index: number; purpose: StatusPurpose; issuer: string }>,
): boolean | null {
  const read = statusListShape.loose().safeParse(value);
  if (!read.success || read.data.issuer.id !== issuer) return null;
  const { statusPurpose, encodedList } = read.data.credentialSubject;
  if (statusPurpose !== purpose) return null;
  const bits = unpacked(encodedList);
  const isEntry = Number.isInteger(index) && index >= 0;
  const byte = isEntry && bits && bits.length * 8 >= statusListSize ? bits[index >> 3] : undefined;
  // The first entry is the leftmost bit of the first byte (2.3).
  return byte === undefined ? null : (byte & (0x80 >> (index & 7))) !== 0;
}

function unpacked(encodedList: string): Buffer | null {
  try {
    return gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: largest });
  } catch {
    return null;
  }
}
