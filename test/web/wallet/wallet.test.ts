// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import decodeQR from 'qr/decode.js';
import { castOf } from '../../support/applicationSteps.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { restoreNow, suspendNow } from '../../support/labelSteps.ts';
import { type WalletWorld, walletWorld } from '../../support/wallet/walletWorld.ts';
import { testWeb } from '../../support/web.ts';

describe('a label in a wallet', () => {
  let world: WalletWorld;
  before(async () => {
    world = await walletWorld('wallet');
  });
  after(() => world.stop());

  /** What a visitor sees of a credential that a wallet shows. */
  const shown = async ({ mine, bound }: Awaited<ReturnType<WalletWorld['taken']>>) => {
    const { page, address } = await world.asked();
    const what = await mine.asked(address);
    expect(await mine.send(what, await mine.present(bound, what))).to.equal(200);
    const report = parse((await world.visitor.get(page)).text);
    const failed = report.querySelectorAll('.checks__one--withdrawn .checks__name');
    return {
      title: report.querySelector('.verdict')?.text.trim() ?? '',
      failed: failed.map(({ text }) => text),
    };
  };

  it('is taken and shown by a wallet on other libraries', async () => {
    const mine = world.wallet();
    const { address, typed } = await world.offered();
    const begun = await mine.begin(address, typed);
    const badge = await mine.take(begun, 'label-badge');
    expect(badge).to.have.nested.property('credentialSubject.licenseNumber', world.holder.number);
    const bound = String(await mine.take(begun, 'label-bound'));
    const { page, address: request } = await world.asked();
    expect(scannedIn((await world.visitor.get(page)).text)).to.equal(request);
    expect(parse((await world.visitor.get(page)).text).text).to.include('Rien n’est encore arrivé');
    const { title, failed } = await shown({ mine, bound });
    expect(title).to.include('Authentique, valable, et montré par le portefeuille auquel il est lié');
    expect(failed).to.deep.equal([]);
  });

  it('stands in the journal of the label with who took it and in which form, and with no code', async () => {
    const { web, holder, wallet } = world;
    const { address, typed } = await world.offered();
    const begun = await wallet().begin(address, typed);
    await wallet().take(begun, 'label-badge');
    const token = String(await wallet().take(begun, 'label-bound'));
    const lines = (await web.deps.store.records(`labels/${holder.number}`)).slice(-2);
    expect(lines.map(({ actor, facts, data }) => ({ by: actor.id, facts, data }))).to.deep.equal(
      (['label-badge', 'label-bound'] as const).map((credential) => ({
        by: holder.owner.id,
        facts: ['label.walletTaken'],
        data: { credential },
      })),
    );
    const said = JSON.stringify([lines, web.logged]);
    for (const secret of [typed, begun.accessToken, token, codeIn(address)])
      expect(said).to.not.include(secret);
  });

  it('is found with its keys, its type and its status where the standards look for them', async () => {
    const { web, fetchOurs } = world;
    const { bound } = await world.taken();
    const { iss, vct, status } = JSON.parse(Buffer.from(bound.split('.')[1] ?? '', 'base64url').toString());
    const read = async (address: string) => {
      const answer = await fetchOurs(address);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).to.deep.equal([200, '*']);
      return answer;
    };
    const json = async (address: string) => JSON.parse(await (await read(address)).text());
    const { keys } = (await json(`${iss}/.well-known/jwt-vc-issuer`)).jwks;
    const { kid } = JSON.parse(Buffer.from(bound.split('.')[0] ?? '', 'base64url').toString());
    expect(keys.map((key: { kid: string }) => key.kid)).to.deep.equal([kid]);
    expect((await json(vct)).vct).to.equal(vct);
    const list = await read(status.status_list.uri);
    expect([list.headers.get('content-type'), iss]).to.deep.equal([
      'application/statuslist+jwt',
      web.deps.publicUrl,
    ]);
  });

  it('follows its label: none is given and none holds while it is suspended, and it is taken anew when restored', async () => {
    const { web, cast, holder, owner, kit, post } = world;
    const before = await world.taken();
    const { address, typed } = await world.offered();
    const waiting = world.wallet();
    const begun = await waiting.begin(address, typed);
    expect((await owner.get(kit)).text).to.include(`${kit}/wallet`);
    await suspendNow(web, cast.officer, holder.number, '2027-12-31');
    await world.publish();
    expect((await owner.get(kit)).text).to.not.include(`${kit}/wallet`);
    expect((await owner.get(`${kit}/wallet`)).status).to.equal(404);
    const late = await post(
      '/wallet/credential',
      { credential_configuration_id: 'label-badge' },
      begun.accessToken,
    );
    expect([late.status, late.error]).to.deep.equal([400, 'credential_request_denied']);
    const suspended = await shown(before);
    expect(suspended.title).to.include('Authentique, mais pas valable aujourd’hui');
    expect(suspended.failed).to.deep.equal(['Pas de révocation', 'Registre']);
    await restoreNow(web, cast.officer, holder.number, 'Les produits ont été retirés. Spécimen.');
    await world.publish();
    expect((await shown(before)).title).to.include('Ce label a été renouvelé depuis');
    expect((await shown(await world.taken())).title).to.include('Authentique, valable');
  });

  it('is offered by a code that scanners read, the same as the link', async () => {
    const { text } = await world.owner.post(`${world.kit}/wallet`, {});
    const link = parse(text).querySelector('a[href^="openid-credential-offer:"]')?.getAttribute('href');
    expect(scannedIn(text)).to.equal(link);
  });

  it('is offered to who speaks for its holder alone', async () => {
    const { web, kit, holder } = world;
    const others = [
      [await web.browser(), 302],
      [await web.browser(await web.person('stranger')), 404],
      [await web.browser(world.cast.officer), 404],
    ] as const;
    for (const [browser, status] of others)
      expect((await browser.get(`${kit}/wallet`)).status).to.equal(status);
    expect(holder.owner.memberships[0]?.role).to.equal('owner');
  });
});

describe('wallets that are switched off', () => {
  it('leave no address, no button and no word', async () => {
    const web = await testWeb('no-wallets', { wallets: null });
    const visitor = await web.browser();
    const reads = [
      ...['openid-credential-issuer', 'oauth-authorization-server', 'jwt-vc-issuer'].map(
        (one) => `/.well-known/${one}`,
      ),
      ...['/wallet/types/label', '/wallet/status/1', '/wallet/requests/none', '/fr/verify/wallet/none'],
    ];
    for (const path of reads) expect((await visitor.get(path)).status, path).to.equal(404);
    for (const path of ['token', 'nonce', 'credential', 'deferred', 'answers/none'])
      expect((await visitor.send(`/wallet/${path}`, 'json', '{}')).status, path).to.equal(404);
    expect((await visitor.send('/fr/verify/wallet', 'form', '')).status).to.equal(404);
    for (const path of ['/fr/verify', '/fr/api', '/api/v1/openapi.json'])
      expect((await visitor.get(path)).text, path).to.not.match(/wallet|portefeuille/i);
    const holder = await issueLabel(web, await castOf(web), 'holder');
    const kit = `/fr/organisations/${holder.organisationId}/labels/${holder.number}`;
    const owner = await web.browser(holder.owner);
    const { status, text } = await owner.get(kit);
    expect([status, /wallet|portefeuille/i.test(text)]).to.deep.equal([200, false]);
    expect((await owner.get(`${kit}/wallet`)).status).to.equal(404);
    await web.stop();
  });
});

/** The pre-authorised code in the address of an offer. */
function codeIn(address: string): string {
  const { grants } = JSON.parse(new URL(address).searchParams.get('credential_offer') ?? '');
  return String(grants['urn:ietf:params:oauth:grant-type:pre-authorized_code']['pre-authorized_code']);
}

/** What a scanner reads in the code of a page. */
function scannedIn(page: string): string {
  const code = parse(page).querySelector('svg[width="352"]');
  const path = code?.querySelector('path')?.getAttribute('d') ?? '';
  const [, size = 0] = /viewBox="0 0 (\d+)/i.exec(String(code)) ?? [];
  const scale = 4;
  const width = Number(size) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1/g))
    for (let i = 0; i < scale * scale; i += 1) {
      const row = Number(y) * scale + Math.floor(i / scale);
      data.fill(
        0,
        (row * width + Number(x) * scale + (i % scale)) * 4,
        (row * width + Number(x) * scale + (i % scale)) * 4 + 3,
      );
    }
  return decodeQR({ width, height: width, data });
}
