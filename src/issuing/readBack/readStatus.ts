import type { StatusPurpose } from '../../commands/ports/issuingPorts.ts';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import { dayOf } from '../../register/day.ts';
import type { CredentialRead } from '../../register/fileReading.ts';
import { type SignedCredential, signedStatusListShape } from '../credential/credentialShape.ts';
import { statusBit } from '../credential/statusList.ts';
import { verifyStatusList } from '../credential/verifyCredential.ts';

type ListStatus = Pick<CredentialRead, 'status' | 'statusUntil'>;

/**
 * What our status lists say of a credential. Only lists that are given are read, by the address the credential names: a suspension
 * is told by the list beside it, which has the same entries (docs/design/issuing.md#suspension-and-withdrawal).
 */
export async function readStatus(
  { credentialStatus }: Pick<SignedCredential, 'credentialStatus'>,
  keys: Pick<TrustedKeys, 'did' | 'statusLists'>,
): Promise<ListStatus> {
  const { statusListCredential: address, statusListIndex } = credentialStatus;
  return listStatus({ address, index: Number(statusListIndex) }, keys);
}

/** The same of an entry of the list of revocations that an address names. */
export async function listStatus(
  { address, index }: { readonly address: string; readonly index: number },
  keys: Pick<TrustedKeys, 'did' | 'statusLists'>,
): Promise<ListStatus> {
  const revoked = await entryOf(keys, address, 'revocation', index);
  if (typeof revoked === 'string') return { status: revoked };
  if (!revoked.isSet) return { status: 'clear', ...(revoked.until && { statusUntil: dayOf(revoked.until) }) };
  const suspended = await entryOf(keys, address.replace('/revocation-', '/suspension-'), 'suspension', index);
  return { status: typeof suspended === 'object' && suspended.isSet ? 'suspended' : 'revoked' };
}

async function entryOf(
  { did, statusLists }: Pick<TrustedKeys, 'did' | 'statusLists'>,
  address: string,
  purpose: StatusPurpose,
  index: number,
): Promise<
  { readonly isSet: boolean; readonly until: string | undefined } | 'missing' | 'forged' | 'silent'
> {
  const list = statusLists.map(parsedJson).find((one) => one?.id === address);
  if (!list) return 'missing';
  if (await verifyStatusList(list, did)) return 'forged';
  const isSet = statusBit(list, { index, purpose, issuer: did.id });
  return isSet === null ? 'silent' : { isSet, until: signedStatusListShape.parse(list).validUntil };
}

/** The object that a text holds as JSON; null, as for none at all, where it holds something else. */
function parsedJson(text: string): { readonly id?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
