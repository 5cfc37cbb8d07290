import type { StatusPurpose } from '../../commands/ports/issuingPorts.ts';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import type { StatusRead } from '../../register/fileReading.ts';
import type { SignedCredential } from '../credential/credentialShape.ts';
import { statusBit } from '../credential/statusList.ts';
import { verifyStatusList } from '../credential/verifyCredential.ts';

/**
 * What our status lists say of a credential. Only lists that are given are read, by the address the credential names: a suspension
 * is told by the list beside it, which has the same entries (docs/design/issuing.md#suspension-and-withdrawal).
 */
export async function readStatus(
  { credentialStatus }: SignedCredential,
  keys: Pick<TrustedKeys, 'did' | 'statusLists'>,
): Promise<StatusRead> {
  const { statusListCredential: address } = credentialStatus;
  const index = Number(credentialStatus.statusListIndex);
  const revoked = await entryOf(keys, address, 'revocation', index);
  if (revoked !== true) return revoked === false ? 'clear' : revoked;
  const beside = address.replace('/revocation-', '/suspension-');
  return (await entryOf(keys, beside, 'suspension', index)) === true ? 'suspended' : 'revoked';
}

async function entryOf(
  { did, statusLists }: Pick<TrustedKeys, 'did' | 'statusLists'>,
  address: string,
  purpose: StatusPurpose,
  index: number,
): Promise<boolean | 'missing' | 'forged' | 'silent'> {
  const list = statusLists.map(parsedJson).find((one) => one?.id === address);
  if (!list) return 'missing';
  if (await verifyStatusList(list, did)) return 'forged';
  return statusBit(list, { index, purpose, issuer: did.id }) ?? 'silent';
}

/** The object that a text holds as JSON; null, as for none at all, where it holds something else. */
export function parsedJson(text: string): { readonly id?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
