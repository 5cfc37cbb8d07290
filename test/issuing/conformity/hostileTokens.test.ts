import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'chai';
import { buildConformity } from '../../../src/issuing/conformity/buildConformity.ts';
import type { Conformity } from '../../../src/issuing/conformity/conformityShape.ts';
import { signConformity } from '../../../src/issuing/conformity/conformityToken.ts';
import { makeTokenJwk, openTokenKey } from '../../../src/issuing/credential/tokenKey.ts';
import { readFile } from '../../../src/issuing/readBack/readFile.ts';
import { sampleConformity, sampleIssuer, samplePaper } from '../credential/credentialSample.ts';

const built = buildConformity({ credential: samplePaper(), conformity: sampleConformity() }, 'ab'.repeat(32));
const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('a token that is not ours', () => {
  let issuer: Awaited<ReturnType<typeof sampleIssuer>>;
  let genuine: string;
  before(async () => {
    issuer = await sampleIssuer();
    genuine = await signConformity(built, issuer.tokenKey);
  });

  const read = async (text: string) => {
    const file = await readFile(Buffer.from(text), {
      did: issuer.document,
      anchors: [],
      timeAnchors: [],
      statusLists: [],
      log: null,
    });
    return 'flaw' in file ? file.flaw : file.credential?.flaw;
  };
  /** A token of any header and claims, signed by the genuine key or another one. */
  const made = (
    header: object,
    claims: unknown,
    key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  ) => {
    const signed = `${part(header)}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const header = () => ({ alg: 'ES256', kid: issuer.tokenKey.id, typ: 'vc+jwt' });
  const ours = (claims: unknown) => issuer.tokenKey.sign('vc+jwt', claims as Record<string, unknown>);
  const changed = (change: Partial<Conformity>): Conformity => ({ ...built, ...change });

  it('is told apart by its flaw', async () => {
    const [head = '', , signature = ''] = genuine.split('.');
    const stranger = openTokenKey(issuer.did, 'es256-2026-1', makeTokenJwk());
    const other = openTokenKey('did:web:faux.example', 'es256-2026-1', makeTokenJwk());
    const jwk = issuer.document.verificationMethod.flatMap((one) =>
      one.type === 'JsonWebKey' ? one.publicKeyJwk : [],
    )[0];
    const hmac = `${part({ ...header(), alg: 'HS256' })}.${part(built)}`;
    const forgeries: readonly (readonly [string, string, string | null])[] = [
      ['the genuine one', genuine, null],
      [
        'other claims under a genuine signature',
        `${head}.${part(changed({ name: 'Faux SA' }))}.${signature}`,
        'signature',
      ],
      ['another key under our name', await signConformity(built, stranger), 'signature'],
      [
        'another issuer',
        await signConformity(changed({ issuer: { ...built.issuer, id: 'did:web:faux.example' } }), other),
        'otherIssuer',
      ],
      ['our name as issuer, signed by another', await signConformity(built, other), 'unknownKey'],
      ['the key of credentials with a proof', made({ ...header(), kid: issuer.key.id }, built), 'unknownKey'],
      ['a key that the header brings', made({ alg: 'ES256', typ: 'vc+jwt', jwk }, built), 'unknownKey'],
      ['no signature', `${part({ ...header(), alg: 'none' })}.${part(built)}.AA`, 'signature'],
      [
        'our public key as a shared secret',
        `${hmac}.${createHmac('sha256', JSON.stringify(jwk)).update(hmac).digest('base64url')}`,
        'signature',
      ],
      [
        'a header that asks for what nobody knows',
        made({ ...header(), crit: ['b64'], b64: false }, built),
        'signature',
      ],
      ['ours, but of another type', await issuer.tokenKey.sign('dc+sd-jwt', { ...built }), 'shape'],
      ['ours, with a claim that we never make', await ours({ ...built, admin: true }), 'shape'],
      [
        'ours, of a number that its address does not say',
        await ours(changed({ id: 'https://label.example/conformity/MIE-26-00007-X/1' })),
        'shape',
      ],
      [
        'a name twice',
        `${head}.${part(`{"name":"Faux SA",${JSON.stringify(built).slice(1)}`)}.${signature}`,
        'repeatedName',
      ],
      ['claims that are no JSON', `${head}.${part('{')}.${signature}`, 'shape'],
      ['two parts', genuine.split('.').slice(0, 2).join('.'), 'unknownKind'],
      ['four parts', `${genuine}.AA`, 'unknownKind'],
      ['text after it', `${genuine} et voilà`, 'unknownKind'],
      ['far too long', `${genuine}${'A'.repeat(1_000_001)}`, 'credentialTooLong'],
    ];
    for (const [name, token, flaw] of forgeries) expect(await read(token), name).to.equal(flaw);
  });
});
