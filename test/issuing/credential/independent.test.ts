import { verifyCredential } from '@digitalcredentials/verifier-core';
import { expect } from 'chai';
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { buildStatusList } from '../../../src/issuing/credential/statusList.ts';
import { sampleIssuer, samplePaper } from './credentialSample.ts';

type Verified = Awaited<ReturnType<typeof verifyCredential>>;

/** Its own linked-data and signature libraries, and what it asks for over the network answered from memory. */
describe('a credential in an independent verifier', () => {
  const at = '2026-11-24T09:00:00.000Z';
  const real = globalThis.fetch;
  const asked: string[] = [];
  const served = new Map<string, object>();
  before(() => {
    globalThis.fetch = async (input) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(url);
      const body = served.get(url);
      if (!body) return new Response('{}', { status: 404 });
      return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/ld+json' } });
    };
  });
  after(() => {
    globalThis.fetch = real;
  });

  /** A host of its own for each case, because the verifier remembers documents. */
  async function issued(host: string, { revoked = false, until = '2029-10-31' } = {}) {
    const publicUrl = `https://${host}`;
    const { key, document } = await sampleIssuer(`did:web:${host}`);
    const bits = revoked ? [7, 1001] : [7];
    const list = await buildStatusList({ purpose: 'revocation', list: 1, bits, at, publicUrl });
    served.set(`${publicUrl}/.well-known/did.json`, document);
    served.set(`${publicUrl}/status/revocation-1`, await signCredential(list, key, document, at));
    return signCredential(buildCredential(samplePaper({ publicUrl, until })), key, document, at);
  }

  const verified = async (credential: object): Promise<Verified> =>
    verifyCredential({ credential: structuredClone(credential) as never, knownDIDRegistries: [] });
  const steps = ({ log }: Verified) =>
    Object.fromEntries((log ?? []).map(({ id, valid }) => [id, valid] as const));

  it('is valid, not expired and not revoked', async () => {
    const result = await verified(await issued('one.example'));
    expect(result.errors).to.equal(undefined);
    expect(steps(result)).to.include({ valid_signature: true, expiration: true, revocation_status: true });
    // Everything it asked for; contexts are embedded there as well, and the schema is nowhere to be had in a test.
    expect([...new Set(asked)]).to.have.members([
      'https://one.example/.well-known/did.json',
      'https://one.example/status/revocation-1',
      'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
    ]);
  });

  it('is rejected when revoked or expired', async () => {
    const revoked = steps(await verified(await issued('two.example', { revoked: true })));
    expect(revoked).to.include({ valid_signature: true, revocation_status: false });
    const expired = steps(await verified(await issued('three.example', { until: '2026-11-02' })));
    expect(expired).to.include({ valid_signature: true, expiration: false });
  });

  it('is rejected when changed, or signed by somebody else in our name', async () => {
    const credential = await issued('four.example');
    const renamed = { ...credential, name: 'Label Made in ESS – Autre' };
    const [changed] = (await verified(renamed)).errors ?? [];
    expect(changed?.name).to.equal('invalid_signature');
    const other = await sampleIssuer('did:web:four.example');
    const forged = await signCredential(
      buildCredential(samplePaper({ publicUrl: 'https://four.example' })),
      other.key,
      other.document,
      at,
    );
    expect((await verified(forged)).errors?.[0]?.name).to.equal('invalid_signature');
  });
});
