import { randomInt } from 'node:crypto';
import { statusListSize } from '../../ports/issuingPorts.ts';
import type { Deps } from '../../ports/ports.ts';
import type { WalletDesk, WalletPaper } from '../../ports/wallet/walletPorts.ts';
import { registerKeys } from '../keys.ts';
import { publishStatusLists } from '../statusLists.ts';
import { noteTaken } from './noteTaken.ts';
import { offeredEntry } from './offerToWallet.ts';

type SigningDeps = Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids' | 'publicUrl'> & {
  readonly wallets: WalletDesk;
};

/** How long (ms) one process has for a signature before another may try. */
const leaseMs = 30_000;

/** Signs what waits longest, where something does: only who holds the keys is asked. */
export async function signNext(deps: SigningDeps): Promise<boolean> {
  const { wallets, clock } = deps;
  const waiting = await wallets.claimSigning(clock.now(), leaseMs);
  if (!waiting) return false;
  await wallets.signed(waiting.id, await tokenOf(deps, waiting.paper));
  return true;
}

/** What is signed is read from the register again: a paper names a label and a key, and says nothing of the label itself. */
async function tokenOf(deps: SigningDeps, paper: WalletPaper): Promise<string> {
  const { store, issuing, clock, publicUrl } = deps;
  const now = clock.now();
  if (paper.kind === 'request') {
    await registerKeys(deps);
    return issuing.walletRequest({ ...paper, at: now.toISOString(), publicUrl });
  }
  const entry = await offeredEntry(deps, paper, now);
  if (!entry) return '';
  const { number, revision, organisation, since, until, standing, language, specimen } = entry;
  const status = await store.statusEntry(number, revision, () => randomInt(statusListSize));
  await registerKeys(deps);
  // The list is there before anyone can have what names it.
  if (!(await store.statusList('token', status.list))) await publishStatusLists(deps, status.list);
  const token = await issuing.walletLabel({
    ...{ number, revision, since, until, standing, language, specimen, status, publicUrl },
    organisation: { name: organisation.name, identifier: organisation.identifier ?? null },
    offers: entry.offers.map(({ name }) => name),
    criteria: entry.criteria.version,
    lastDay: entry.extendedUntil ?? until,
    holder: paper.holder,
    at: now.toISOString(),
  });
  // Before anyone can have it: what a wallet holds stands in the journal.
  await noteTaken(deps, entry, { by: paper.by, id: paper.line, credential: 'label-bound' });
  return token;
}
