import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { judgeFile, numberOf } from '../../register/judgeFile.ts';
import { walletClient } from '../../register/wallet/walletAddresses.ts';
import { hasTokenKey } from '../common/hasTokenKey.ts';
import type { Deps } from '../ports/ports.ts';
import type { ShowRequest, WalletDesk } from '../ports/wallet/walletPorts.ts';
import { storeTrust } from './trust.ts';
import type { ReadingBack } from './verifyFile.ts';

/** How long (ms) a visitor waits for what somebody shows, and sees it after that. */
export const requestMs = 10 * 60_000;

type ShowDeps = Pick<Deps, 'store' | 'clock' | 'ids' | 'publicUrl'> & {
  readonly wallets: WalletDesk;
  readonly readingBack: Pick<ReadingBack, 'presentation'>;
};

/**
 * Begins a request that somebody show a label from a wallet; gives its id, which the visitor alone knows. Refused where there is no key
 * that it could be signed with.
 */
export async function askToShow({
  store,
  wallets,
  clock,
  ids,
}: Omit<ShowDeps, 'readingBack'>): Promise<string> {
  if (!(await hasTokenKey(store))) throw new LabelError('issuerUnavailable');
  const expiresAt = new Date(clock.now().getTime() + requestMs);
  const [id, ref, nonce, state] = [ids.secret(), ids.secret(), ids.secret(), ids.secret()];
  await wallets.ask({ id, ref, nonce, state, expiresAt });
  await wallets.askSigning({ id: ref, paper: { kind: 'request', ref, nonce, state } }, expiresAt);
  return id;
}

/**
 * Takes what a wallet shows for a request, once. False for what was not signed for this very request by the key that the label is bound
 * to: then the request goes on waiting.
 */
export async function takeShown(
  deps: ShowDeps,
  { ref, state, shown }: Pick<ShowRequest, 'ref' | 'state'> & { readonly shown: string },
): Promise<boolean> {
  const { store, wallets, clock, publicUrl, readingBack } = deps;
  const at = clock.now().toISOString();
  const request = await wallets.requestOf({ ref }, new Date(at));
  if (!request || request.state !== state || request.answer) return false;
  const trust = storeTrust({ store, publicUrl });
  const asked = { shown, nonce: request.nonce, audience: walletClient(publicUrl), at };
  const read = await readingBack.presentation(asked, await trust.keys());
  if (!read) return false;
  const number = numberOf({ read, known: null });
  const row = number === null ? null : await trust.row(number);
  return wallets.answer(ref, judgeFile({ read, known: null, row, today: dayOf(at) }));
}
