import { createHash } from 'node:crypto';
import { LabelError } from '../../../errors.ts';
import { speaksFor } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import type { Entry } from '../../../register/entry.ts';
import { validityToday } from '../../../register/validity.ts';
import type { CodeHasher } from '../../ports/accessPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { WalletCredential, WalletDesk, WalletOffer } from '../../ports/wallet/walletPorts.ts';
import { viewLabelKit } from '../views/viewLabelKit.ts';

/** How long (ms) codes stand: to take up a phone, open a wallet and type six digits. */
export const offerMs = 10 * 60_000;
/** As with codes of letters: with a million codes, five tries find one in two hundred thousand. */
const maxTries = 5;

export type WalletDeps = Pick<Deps, 'store' | 'clock' | 'ids'> & {
  readonly wallets: WalletDesk;
  readonly codes: CodeHasher;
};

/** Why a wallet gets nothing, in the words of OAuth 2.0 and OpenID4VCI 1.0. */
export class WalletRefusal extends Error {
  readonly code:
    | 'invalid_request'
    | 'invalid_credential_request'
    | 'invalid_grant'
    | 'invalid_token'
    | 'unknown_credential_configuration'
    | 'invalid_encryption_parameters'
    | 'credential_request_denied'
    | 'invalid_nonce'
    | 'invalid_proof'
    | 'invalid_transaction_id';
  constructor(code: WalletRefusal['code']) {
    super(code);
    this.code = code;
  }
}

/** Codes that a label can be taken into one wallet with, for whoever speaks for its holder; `labelNotValid` unless it is valid today. */
export async function offerToWallet(
  deps: WalletDeps,
  asker: Asker,
  label: { readonly organisationId: string; readonly number: string },
): Promise<{ readonly preAuthorizedCode: string; readonly transactionCode: string }> {
  const entry = await viewLabelKit(deps, asker, label);
  if (!speaksFor(asker, label.organisationId)) throw new LabelError('forbidden');
  const now = deps.clock.now();
  if (!isValid(entry, now)) throw new LabelError('labelNotValid');
  const [preAuthorizedCode, transactionCode] = [deps.ids.secret(), deps.ids.code()];
  await deps.wallets.offer({
    id: digest(preAuthorizedCode),
    number: label.number,
    by: asker.id,
    codeHash: await deps.codes.hash(transactionCode),
    expiresAt: new Date(now.getTime() + offerMs),
  });
  return { preAuthorizedCode, transactionCode };
}

/** The access token for both codes, once; a refusal for wrong ones, too many tries, and a label that is not on offer any more. */
export async function redeemCodes(
  deps: WalletDeps,
  {
    preAuthorizedCode,
    transactionCode,
  }: { readonly preAuthorizedCode: string; readonly transactionCode: string },
): Promise<{ readonly accessToken: string; readonly seconds: number }> {
  const now = deps.clock.now();
  const offer = await deps.wallets.tryOffer(digest(preAuthorizedCode), now, maxTries);
  if (!offer || !(await deps.codes.matches(offer.codeHash, transactionCode))) {
    throw new WalletRefusal('invalid_grant');
  }
  if (!(await offeredEntry(deps, offer, now))) throw new WalletRefusal('invalid_grant');
  const accessToken = deps.ids.secret();
  if (!(await deps.wallets.redeem(offer.id, digest(accessToken)))) throw new WalletRefusal('invalid_grant');
  return { accessToken, seconds: Math.floor((offer.expiresAt.getTime() - now.getTime()) / 1000) };
}

/** The offer of an access token, and the register's row of its label, which is on offer still; a refusal otherwise. */
export async function offerOf(
  deps: Pick<WalletDeps, 'store' | 'clock' | 'wallets'>,
  accessToken: string,
): Promise<{ readonly offer: WalletOffer; readonly entry: Entry }> {
  const now = deps.clock.now();
  const offer = await deps.wallets.offerOfToken(digest(accessToken), now);
  if (!offer) throw new WalletRefusal('invalid_token');
  const entry = await offeredEntry(deps, offer, now);
  if (!entry) throw new WalletRefusal('credential_request_denied');
  return { offer, entry };
}

/** Lets each credential of an offer be taken once. */
export async function takeOnce(
  { wallets }: Pick<WalletDeps, 'wallets'>,
  offer: WalletOffer,
  credential: WalletCredential,
): Promise<void> {
  if (!(await wallets.take(offer.id, credential))) throw new WalletRefusal('credential_request_denied');
}

/** The register's row of a label that is valid, while who offers it speaks for its holder; null otherwise. */
export async function offeredEntry(
  { store }: Pick<WalletDeps, 'store'>,
  { number, by }: Pick<WalletOffer, 'number' | 'by'>,
  now: Date,
): Promise<Entry | null> {
  const [entry, person] = await Promise.all([store.entry(number), store.person(by)]);
  if (!entry || !isValid(entry, now)) return null;
  return person?.removedAt === null && speaksFor(person, entry.organisation.id) ? entry : null;
}

/** Whether a label is valid at a moment: no other one gets into a wallet. */
export function isValid(entry: Entry, now: Date): boolean {
  return validityToday(entry, dayOf(now.toISOString())).valid;
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
