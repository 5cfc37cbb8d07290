import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { offerToWallet, redeemCodes } from '../../../src/commands/label/wallet/offerToWallet.ts';
import { signNext } from '../../../src/commands/label/wallet/signForWallets.ts';
import { takeBadge, takeLabel, takeLate } from '../../../src/commands/label/wallet/takeCredential.ts';
import { askToShow, takeShown } from '../../../src/commands/verify/showFromWallet.ts';
import { storeTrust } from '../../../src/commands/verify/trust.ts';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { dayOf } from '../../../src/register/day.ts';
import { walletClient } from '../../../src/register/wallet/walletAddresses.ts';
import { testWallet } from '../wallet/testWallet.ts';
import type { Browser } from '../web.ts';
import type { Looked, PublicForm } from './said.ts';

/** A wallet with what it took of a label. */
interface Holding {
  readonly mine: ReturnType<typeof testWallet>;
  readonly bound: string;
  /** The Open Badge as the wallet writes it down. */
  readonly badge: string;
  readonly revision: number;
}

/** By wallets: what each took of a label when it was last valid. */
export type Holdings = Map<string, Holding>;

/** In a wallet: offered and given while the label holds, and only then; and what was taken before is worth what the label is today. */
export function inWallet(owner: Person, signIn: () => Promise<Browser>, holdings: Holdings): PublicForm {
  return async (looked) => {
    const { label, shown } = looked;
    const kit = `/fr/organisations/${label.context.organisationId}/labels/${label.id}`;
    const isOffered = (await (await signIn()).get(kit)).text.includes(`${kit}/wallet`);
    const before = holdings.get(label.id);
    const now = await take(looked, owner);
    if (now) holdings.set(label.id, now);
    return [
      ['kit: leads to the wallet', isOffered, shown.valid],
      ['wallet: what is given', now !== null, shown.valid],
      ['wallet: taken before', before && (await worth(looked, before)), before && worthToday(looked, before)],
      ['wallet: taken now', now && (await worth(looked, now)), now && 'holds'],
      ['wallet: badge in its place', now && (await worth(looked, now, `${now.badge}~`)), now && 'refused'],
      ['wallet: badge as a file', now && (await worthAsFile(looked, now)), now && 'holds'],
    ];
  };
}

function worthToday({ label, shown }: Looked, { revision }: Holding): string {
  if (!shown.valid) return 'notValid';
  return revision === label.context.revision ? 'holds' : 'replaced';
}

/** What takes and shows, without waiting: what is to be signed is signed by `signAll`. */
function deskOf({ web: { deps } }: Looked) {
  const wallets = { ...requireVisible(deps.wallets), waitMs: 0 };
  return { ...deps, wallets, codes: deps.access.codes };
}

async function signAll(desk: ReturnType<typeof deskOf>): Promise<void> {
  while (await signNext(desk));
}

/** A wallet that took a label a moment ago; null where it is not offered. */
async function take(looked: Looked, owner: Person): Promise<Holding | null> {
  const desk = deskOf(looked);
  const { id: number, context } = looked.label;
  const { organisationId, revision } = context;
  const codes = await offerToWallet(desk, owner, { organisationId, number }).catch(() => null);
  if (!codes) return null;
  const mine = testWallet(fetch, () => desk.clock.now());
  const { accessToken } = await redeemCodes(desk, codes);
  const badge = JSON.stringify(JSON.parse(await takeBadge(desk, accessToken)));
  const { id } = await takeLabel(desk, accessToken, mine.jwk);
  await signAll(desk);
  return { mine, revision, badge, bound: requireVisible(await takeLate(desk, accessToken, id)) };
}

/** What a visitor is told of what a wallet shows. */
async function worth(looked: Looked, { mine, bound }: Holding, instead?: string): Promise<string> {
  const desk = deskOf(looked);
  const id = await askToShow(desk);
  const { ref, nonce, state } = requireVisible(await desk.wallets.requestOf({ id }, desk.clock.now()));
  const shown = instead ?? (await mine.present(bound, { nonce, client_id: walletClient(desk.publicUrl) }));
  if (!(await takeShown(desk, { ref, state, shown }))) return 'refused';
  const { answer } = requireVisible(await desk.wallets.requestOf({ id }, desk.clock.now()));
  return requireVisible(answer).verdict;
}

async function worthAsFile(looked: Looked, { badge }: Holding): Promise<string> {
  const desk = deskOf(looked);
  const parts = { trust: storeTrust(desk), readingBack: desk.readingBack };
  const { verdict } = await verifyFile(parts, Buffer.from(badge), dayOf(desk.clock.now().toISOString()));
  return verdict;
}
