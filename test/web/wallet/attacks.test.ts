import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { type JWTPayload, SignJWT } from 'jose';
import { parse } from 'node-html-parser';
import { createWalletDesk } from '../../../src/storage/label/createWalletDesk.ts';
import { sampleIssuer } from '../../issuing/credential/credentialSample.ts';
import { type WalletWorld, walletWorld } from '../../support/wallet/walletWorld.ts';

const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a wallet that cheats', () => {
  let world: WalletWorld;
  before(async () => {
    world = await walletWorld('wallet-attacks');
  });
  after(() => world.stop());

  const codes = async () => {
    const { address, typed } = await world.offered();
    const offer = JSON.parse(new URL(address).searchParams.get('credential_offer') ?? '');
    return { code: String(offer.grants[grant]['pre-authorized_code']), typed };
  };
  const tokenFor = (code: string, typed: string) =>
    world.post(
      '/wallet/token',
      new URLSearchParams({ grant_type: grant, 'pre-authorized_code': code, tx_code: typed }),
    );
  const wrong = (typed: string) => String((Number(typed) + 1) % 1_000_000).padStart(6, '0');

  it('gets no token for wrong codes, and none for right ones after five', async () => {
    const { code, typed } = await codes();
    for (let i = 0; i < 5; i += 1)
      expect((await tokenFor(code, wrong(typed))).error, `try ${i}`).to.equal('invalid_grant');
    expect((await tokenFor(code, typed)).error).to.equal('invalid_grant');
    expect((await tokenFor('never-offered', typed)).error).to.equal('invalid_grant');
    const without = new URLSearchParams({ grant_type: grant, 'pre-authorized_code': code });
    expect((await world.post('/wallet/token', without)).error).to.equal('invalid_request');
  });

  it('has five tries in all, however many processes it asks at once', async () => {
    const { code } = await codes();
    const id = createHash('sha256').update(code).digest('base64url');
    const now = world.web.deps.clock.now();
    const desks = [createWalletDesk(world.web.connection), createWalletDesk(world.web.connection)];
    const tries = Array.from({ length: 8 }, () => desks.map((desk) => desk.tryOffer(id, now, 5)));
    const open = (await Promise.all(tries.flat())).filter((offer) => offer !== null);
    expect(open.map(({ tries }) => tries).sort()).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('gets nothing of an offer whose person left the holder, nor what it asks for in a way that is not offered', async () => {
    const { post, holder, web } = world;
    const { code, typed } = await codes();
    const token = String((await tokenFor(code, typed)).said.access_token);
    const ask = (change: object) =>
      post('/wallet/credential', { credential_configuration_id: 'label-badge', ...change }, token);
    const asked: Readonly<Record<string, object>> = {
      unknown_credential_configuration: { credential_configuration_id: 'label-other' },
      invalid_encryption_parameters: { credential_response_encryption: { jwk: {}, enc: 'A256GCM' } },
      invalid_credential_request: { credential_configuration_id: ['label-badge'] },
    };
    for (const [error, change] of Object.entries(asked)) expect((await ask(change)).error).to.equal(error);
    const next = await codes();
    const people = web.connection.collection<{ _id: string }>('people');
    const { memberships } = holder.owner;
    await people.updateOne({ _id: holder.owner.id }, { $set: { memberships: [] } });
    expect((await ask({})).error, 'with a token').to.equal('credential_request_denied');
    expect((await tokenFor(next.code, next.typed)).error, 'with codes').to.equal('invalid_grant');
    await people.updateOne({ _id: holder.owner.id }, { $set: { memberships } });
    expect((await ask({})).status).to.equal(200);
  });

  it('waits for what is not signed yet, gets it once, and nothing of what another waits for', async () => {
    const { post, keys } = world;
    const mine = world.wallet();
    const begun = await codes();
    const token = String((await tokenFor(begun.code, begun.typed)).said.access_token);
    const strange = await codes();
    const theirs = String((await tokenFor(strange.code, strange.typed)).said.access_token);
    keys.areThere = false;
    const nonce = String((await post('/wallet/nonce', {})).said.c_nonce);
    const claims = { aud: world.web.deps.publicUrl, iat: mine.seconds(), nonce };
    const proof = await mine.sign({ typ: 'openid4vci-proof+jwt', jwk: mine.jwk }, claims);
    const request = { credential_configuration_id: 'label-bound', proofs: { jwt: [proof] } };
    const { status, said } = await post('/wallet/credential', request, token);
    expect([status, said.interval]).to.deep.equal([202, 5]);
    const late = (by: string) => post('/wallet/deferred', { transaction_id: said.transaction_id }, by);
    expect((await late(token)).said).to.deep.equal(said);
    keys.areThere = true;
    expect((await late(theirs)).error, 'with the token of another').to.equal('invalid_transaction_id');
    expect((await late('of-nobody')).error).to.equal('invalid_token');
    const answers = await Promise.all([late(token), late(token)]);
    expect(answers.map((one) => one.status).sort(), 'at once').to.deep.equal([200, 400]);
    expect((await late(token)).error, 'again').to.equal('invalid_transaction_id');
  });

  it('gets one token for codes, however many ask at once, and none for an offer that a newer one replaced or that ran out', async () => {
    const { code, typed } = await codes();
    const answers = await Promise.all(Array.from({ length: 5 }, () => tokenFor(code, typed)));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 400, 400, 400, 400]);
    expect((await tokenFor(code, typed)).error).to.equal('invalid_grant');
    const [older, newer] = [await codes(), await codes()];
    expect((await tokenFor(older.code, older.typed)).error).to.equal('invalid_grant');
    const now = world.web.deps.clock.now().getTime();
    world.web.setClock(new Date(now + 10 * 60_000).toISOString());
    expect((await tokenFor(newer.code, newer.typed)).error).to.equal('invalid_grant');
  });

  it('gets nothing for a proof that is not of its key, this issuer and a nonce of ours, and then one label for a right one', async () => {
    const { post, web } = world;
    const mine = world.wallet();
    const { code, typed } = await codes();
    const token = String((await tokenFor(code, typed)).said.access_token);
    const nonce = async () => String((await post('/wallet/nonce', {})).said.c_nonce);
    const header = { typ: 'openid4vci-proof+jwt', jwk: mine.jwk };
    const claims = async () => ({ aud: web.deps.publicUrl, iat: mine.seconds(), nonce: await nonce() });
    const other = world.wallet();
    const forged = Buffer.from(await nonce(), 'base64url');
    forged[0] = (forged[0] ?? 0) ^ 1;
    const unsigned = `${encoded({ ...header, alg: 'none' })}.${encoded(await claims())}.`;
    const hmac = await new SignJWT(await claims())
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(Buffer.from(JSON.stringify(mine.jwk)));
    const proofs: Readonly<Record<string, readonly [string, string]>> = {
      'no nonce': [await mine.sign(header, { ...(await claims()), nonce: undefined }), 'invalid_proof'],
      'a nonce of its own': [await mine.sign(header, { ...(await claims()), nonce: 'abc' }), 'invalid_nonce'],
      'a nonce that was changed': [
        await mine.sign(header, { ...(await claims()), nonce: forged.toString('base64url') }),
        'invalid_nonce',
      ],
      'another audience': [
        await mine.sign(header, { ...(await claims()), aud: 'https://other.example' }),
        'invalid_proof',
      ],
      'an old time': [
        await mine.sign(header, { ...(await claims()), iat: mine.seconds() - 3600 }),
        'invalid_proof',
      ],
      'another kind of token': [await mine.sign({ ...header, typ: 'jwt' }, await claims()), 'invalid_proof'],
      'a key by its name alone': [
        await mine.sign({ typ: header.typ, kid: 'did:example:1#key' }, await claims()),
        'invalid_proof',
      ],
      'the key of another': [await mine.sign({ ...header, jwk: other.jwk }, await claims()), 'invalid_proof'],
      'a private part': [
        await mine.sign({ ...header, jwk: { ...mine.jwk, d: 'x' } }, await claims()),
        'invalid_proof',
      ],
      'no signature': [unsigned, 'invalid_proof'],
      'a shared secret': [hmac, 'invalid_proof'],
      'no token at all': ['~', 'invalid_proof'],
    };
    const ask = (jwt: string, by = token) =>
      post('/wallet/credential', { credential_configuration_id: 'label-bound', proofs: { jwt: [jwt] } }, by);
    for (const [name, [jwt, error]] of Object.entries(proofs))
      expect((await ask(jwt)).error, name).to.equal(error);
    const right = async () => mine.sign(header, await claims());
    const stranger = await ask(await right(), 'of-nobody');
    expect([stranger.status, stranger.error]).to.deep.equal([401, 'invalid_token']);
    const both = await Promise.all([
      ask(await right()),
      ask(await other.sign({ ...header, jwk: other.jwk }, await claims())),
    ]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 400]);
    expect((await ask(await right())).error).to.equal('credential_request_denied');
  });

  it('is answered with a refusal for what was not signed for this request by the key of the label', async () => {
    const { mine, bound } = await world.taken();
    const [request, elsewhere] = [await world.asked(), await world.asked()];
    const [what, otherRequest] = [await mine.asked(request.address), await mine.asked(elsewhere.address)];
    const thief = world.wallet();
    const [token = ''] = bound.split('~');
    const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
    const hash = hashOf(bound);
    const proof = (change: object, header: object = {}, by = mine) =>
      by.sign(
        { typ: 'kb+jwt', ...header },
        { nonce: what.nonce, aud: what.client_id, iat: mine.seconds(), sd_hash: hash, ...change },
      );
    const shown: Readonly<Record<string, string>> = {
      'without a proof': bound,
      'a proof for another request': await mine.present(bound, otherRequest),
      'a proof for another verifier': `${bound}${await proof({ aud: 'https://other.example' })}`,
      'a proof by another key': `${bound}${await proof({}, {}, thief)}`,
      'a proof of another label': `${bound}${await proof({ sd_hash: hashOf(`${bound}~`) })}`,
      'an old proof': `${bound}${await proof({ iat: mine.seconds() - 3600 })}`,
      'another kind of proof': `${bound}${await proof({}, { typ: 'jwt' })}`,
      'an unsigned proof': `${bound}${encoded({ typ: 'kb+jwt', alg: 'none' })}.${encoded({ nonce: what.nonce, aud: what.client_id, iat: mine.seconds(), sd_hash: hash })}.`,
      'something disclosed that is not hidden': `${token}~${encoded(['salt', 'number', 'X'])}~${await proof({})}`,
      'no label': 'x~y',
    };
    for (const [name, presentation] of Object.entries(shown))
      expect(await mine.send(what, presentation), name).to.equal(400);
    const good = await mine.present(bound, what);
    expect(await mine.send({ ...what, state: otherRequest.state }, good), 'another state').to.equal(400);
    expect(parse((await world.visitor.get(request.page)).text).text).to.include('Rien n’est encore arrivé');
    expect(await mine.send(what, good)).to.equal(200);
    expect(await mine.send(what, good), 'shown again').to.equal(400);
    expect(await mine.send(otherRequest, good), 'shown elsewhere').to.equal(400);
  });

  it('is told on by the report where the label itself is not what we signed', async () => {
    const { mine, bound } = await world.taken();
    const [head = '', claims = '', signature = ''] = bound.replace('~', '').split('.');
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as JWTPayload;
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { readonly kid: string };
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signedBy = (kid: string, change: object = {}) =>
      new SignJWT({ ...said, ...change })
        .setProtectedHeader({ ...header, alg: 'ES256', kid })
        .sign(privateKey);
    const other = await sampleIssuer('did:web:other.example');
    const labels: Readonly<Record<string, readonly [string, string]>> = {
      'another name': [
        `${head}.${encoded({ ...said, organisation: 'Faux SA' })}.${signature}`,
        'Attestation signée',
      ],
      'a later end': [
        `${head}.${encoded({ ...said, until: '2039-10-31' })}.${signature}`,
        'Attestation signée',
      ],
      'another key by the name of ours': [await signedBy(header.kid), 'Attestation signée'],
      'a key that we do not publish': [await signedBy(`${header.kid}0`), 'Clé de l’émetteur'],
      'another issuer': [
        await other.tokenKey.sign('dc+sd-jwt', {
          ...said,
          iss: 'https://other.example',
          vct: 'https://other.example/wallet/types/label',
        }),
        'Clé de l’émetteur',
      ],
      'our name, signed by another issuer': [
        await other.tokenKey.sign('dc+sd-jwt', said),
        'Clé de l’émetteur',
      ],
    };
    for (const [name, [label, check]] of Object.entries(labels)) {
      const { page, address } = await world.asked();
      const what = await mine.asked(address);
      expect(await mine.send(what, await mine.present(`${label}~`, what)), name).to.equal(200);
      const report = parse((await world.visitor.get(page)).text);
      expect(report.querySelector('.verdict')?.text, name).to.include('Ne vous fiez pas');
      const failed = report.querySelectorAll('.checks__one--withdrawn .checks__name').map(({ text }) => text);
      expect(failed, name).to.include(check);
    }
  });
});
