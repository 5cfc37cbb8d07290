import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { publishStatusLists } from '../../../src/commands/label/statusLists.ts';
import { signNext } from '../../../src/commands/label/wallet/signForWallets.ts';
import { castOf } from '../applicationSteps.ts';
import { issueLabel } from '../issueLabel.ts';
import { testWeb } from '../web.ts';
import { type Fetch, testWallet } from './testWallet.ts';

/** A service that wallets reach, with a label, its holder’s browser and a visitor’s; what waits to be signed is signed when somebody looks for it. */
export async function walletWorld(name: string) {
  const web = await testWeb(name);
  // What wallets read is judged by their libraries at the time of the machine.
  web.setClock(new Date().toISOString());
  const server = createServer(web.server).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cast = await castOf(web);
  const holder = await issueLabel(web, cast, 'holder');
  // The web of tests has another address than what issues the files: its own lists are named in what wallets get.
  const publish = () => publishStatusLists(web.deps, 1);
  await publish();
  const [owner, visitor] = [await web.browser(holder.owner), await web.browser()];
  const desk = requireVisible(web.deps.wallets);
  const keys = { areThere: true };
  let turn: Promise<unknown> = Promise.resolve();
  const signAll = async () => {
    for (let more = keys.areThere; more; ) more = await signNext({ ...web.deps, wallets: desk });
  };
  const { signing } = desk;
  Object.assign(desk, {
    waitMs: 0,
    // One after the other, as a worker does.
    signing: async (...asked: Parameters<typeof signing>) => {
      turn = turn.then(signAll);
      await turn;
      return signing(...asked);
    },
  });
  const { port } = server.address() as AddressInfo;
  /** Asks this machine for what lies under the public address. */
  const fetchOurs: Fetch = (input, init) =>
    fetch(String(input).replace(web.deps.publicUrl, `http://127.0.0.1:${port}`), init);
  const hrefIn = (text: string, scheme: string) =>
    parse(text).querySelector(`a[href^="${scheme}:"]`)?.getAttribute('href') ?? '';
  const wallet = () => testWallet(fetchOurs, () => web.deps.clock.now());
  const kit = `/fr/organisations/${holder.organisationId}/labels/${holder.number}`;
  /** What the page for the holder says: the address of an offer, and the code that is typed. */
  const offered = async () => {
    const { text } = await owner.post(`${kit}/wallet`, {});
    const typed = parse(text).querySelector('p[translate=no]')?.text.replace(' ', '') ?? '';
    return { address: hrefIn(text, 'openid-credential-offer'), typed };
  };
  return {
    ...{ web, cast, holder, owner, visitor, kit, fetchOurs, wallet, offered, publish, desk, keys },
    /** The page that a visitor waits on, and what its code says. */
    asked: async () => {
      const answer = await visitor.post('/fr/verify/wallet', {}, '/fr/verify');
      const page = String(answer.headers.location);
      return { page, address: hrefIn((await visitor.get(page)).text, 'openid4vp') };
    },
    /** A wallet with the label in it. */
    taken: async () => {
      const mine = wallet();
      const { address, typed } = await offered();
      const bound = String(await mine.take(await mine.begin(address, typed), 'label-bound'));
      return { mine, bound };
    },
    /** Sends what a standard has as a form or as JSON; gives status and error. */
    post: async (path: string, body: Record<string, unknown> | URLSearchParams, token?: string) => {
      const isForm = body instanceof URLSearchParams;
      const answer = await fetchOurs(`${web.deps.publicUrl}${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        body: isForm ? body : JSON.stringify(body),
      });
      const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
      return { status: answer.status, error: said.error, said };
    },
    stop: async () => {
      server.close();
      await web.stop();
    },
  };
}

export type WalletWorld = Awaited<ReturnType<typeof walletWorld>>;
