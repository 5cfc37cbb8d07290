import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EcJwk } from '../../../register/didDocument.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Deps } from '../../ports/ports.ts';
import { noteTaken } from './noteTaken.ts';
import { offerOf, takeOnce, type WalletDeps, WalletRefusal } from './offerToWallet.ts';

/** How long (ms) it waits from one look for a signature to the next. */
const betweenMs = 50;

/** A token that was signed meanwhile; null where it is not there yet. */
export type Signed = string | null;

/** The newest credential of the files of an offered label, as it was issued, once. */
export async function takeBadge(
  deps: WalletDeps & Pick<Deps, 'files'>,
  accessToken: string,
): Promise<string> {
  const { offer, entry } = await offerOf(deps, accessToken);
  const newest = entry.files.filter(({ kind }) => kind === 'credential').at(-1);
  const file = requireVisible(newest && (await deps.files.read(newest.digest)));
  await takeOnce(deps, offer, 'label-badge');
  await noteTaken(deps, entry, { by: offer.by, id: deps.ids.next(), credential: 'label-badge' });
  return file.bytes.toString();
}

/** The offered label for a key that the wallet proved to have, once; with the id by which it is asked for again. */
export async function takeLabel(
  deps: WalletDeps,
  accessToken: string,
  holder: EcJwk,
): Promise<{ readonly id: string; readonly signed: Signed }> {
  const { offer } = await offerOf(deps, accessToken);
  await takeOnce(deps, offer, 'label-bound');
  const { number, by, expiresAt } = offer;
  const id = signingOf(accessToken);
  const paper = { kind: 'label', number, by, holder, line: deps.ids.next() } as const;
  await deps.wallets.askSigning({ id, paper }, expiresAt);
  return { id, signed: await handedOut(deps, id) };
}

/** The same, asked for again by the wallet whose token it was, until it has it. */
export async function takeLate(deps: WalletDeps, accessToken: string, id: string): Promise<Signed> {
  await offerOf(deps, accessToken);
  if (id !== signingOf(accessToken)) throw new WalletRefusal('invalid_transaction_id');
  return handedOut(deps, id);
}

/** What was signed, to one request alone (OpenID4VCI 1.0, 9.1). */
async function handedOut(deps: WalletDeps, id: string): Promise<Signed> {
  const signed = await untilSigned(deps, id);
  if (signed !== null && !(await deps.wallets.handOut(id))) throw new WalletRefusal('invalid_transaction_id');
  return signed;
}

/** Waits for a signature; null after a while, a refusal where nothing was to be signed. */
export async function untilSigned(
  { wallets, clock }: Pick<WalletDeps, 'wallets' | 'clock'>,
  id: string,
): Promise<Signed> {
  const begun = performance.now();
  do {
    const signing = await wallets.signing(id, clock.now());
    if (!signing) throw new WalletRefusal('invalid_transaction_id');
    if (signing.token === '') throw new WalletRefusal('credential_request_denied');
    if (signing.token !== null) return signing.token;
    await pause(betweenMs);
  } while (performance.now() - begun < wallets.waitMs);
  return null;
}

/** One access token takes one label: its signature is found by it, and by nobody else. */
function signingOf(accessToken: string): string {
  return createHash('sha256').update(`label-bound ${accessToken}`).digest('base64url');
}
