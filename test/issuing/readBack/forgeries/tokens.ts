import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { makeTokenJwk, openTokenKey } from '../../../../src/issuing/credential/tokenKey.ts';
import type { CheckFlaw } from '../../../../src/register/verification.ts';
import type { Issued } from '../issued.ts';
import type { Forgery } from './forgery.ts';

const fails = 'fails' as const;
const type = 'vc+jwt';
const encoded = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const headerOf = ({ issuer }: Issued) => ({ alg: 'ES256', kid: issuer.tokenKey.id, typ: type });
const stranger = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const publicJwk = ({ issuer }: Issued) =>
  issuer.document.verificationMethod.find((one) => one.type === 'JsonWebKey');

/** A token of any header and claims, signed by a key that is none of ours. */
function signedBy(header: object, claims: unknown, key: KeyObject = stranger(), hash = 'sha256'): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${sign(hash, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** The genuine token with one of its three parts changed. */
function withPart(n: 0 | 1 | 2, change: (part: string, issued: Issued) => string): Forgery['make'] {
  return (issued) =>
    Buffer.from(
      String(issued.files.token)
        .split('.')
        .map((part, i) => (i === n ? change(part, issued) : part))
        .join('.'),
    );
}
const claims = (part: string) => Buffer.from(part, 'base64url').toString();
const withText = (what: string, by: string) =>
  withPart(1, (part) => {
    const text = claims(part);
    if (!text.includes(what)) throw new Error(`no ${what} to replace`);
    return encoded(text.replace(what, () => by));
  });
const ours =
  (make: (issued: Issued) => object, typ = type): Forgery['make'] =>
  async (issued) =>
    Buffer.from(await issued.issuer.tokenKey.sign(typ, { ...make(issued) }));

const because = (flaw: CheckFlaw, rows: readonly (readonly [flaw: string, make: Forgery['make']])[]) =>
  rows.map(([name, make]): Forgery => ({ flaw: name, make, verdict: fails, because: flaw }));

/** Conformity credentials, which are tokens: attacks of RFC 8725 and of VC JOSE COSE, and what else a token may be made to say. */
export const tokenForgeries: readonly Forgery[] = [
  ...because('credentialChanged', [
    [
      'a token without an algorithm',
      withPart(0, (_, issued) => encoded({ ...headerOf(issued), alg: 'none' })),
    ],
    [
      'a token without an algorithm and without a signature',
      (issued) =>
        Buffer.from(`${encoded({ ...headerOf(issued), alg: 'none' })}.${encoded(issued.conformity())}.AA`),
    ],
    [
      'a token whose secret is our public key',
      (issued) => {
        const text = `${encoded({ ...headerOf(issued), alg: 'HS256' })}.${encoded(issued.conformity())}`;
        const secret = JSON.stringify(publicJwk(issued));
        return Buffer.from(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
      },
    ],
    [
      'a token by another curve',
      (issued) =>
        Buffer.from(
          signedBy(
            { ...headerOf(issued), alg: 'ES384' },
            issued.conformity(),
            generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
            'sha384',
          ),
        ),
    ],
    [
      'a token by a foreign key in our name',
      (issued) => Buffer.from(signedBy(headerOf(issued), issued.conformity())),
    ],
    ['a token with the name of somebody else', withText('Boulangerie', 'Boucherie')],
    ['a token with a later end', withText('2029-10-31', '2099-10-31')],
    ['a token with the entry of another credential in the status list', withText('"1001"', '"1002"')],
    [
      'a token with the digest of another certificate',
      withPart(1, (part) =>
        encoded(claims(part).replace(/"hashDigest":"[0-9a-f]{64}"/, `"hashDigest":"${'0'.repeat(64)}"`)),
      ),
    ],
    [
      'a token with a header that was changed',
      withPart(0, (_, issued) => encoded({ ...headerOf(issued), cty: 'vc' })),
    ],
    [
      'a token that asks for what nobody knows',
      withPart(0, (_, issued) => encoded({ ...headerOf(issued), crit: ['b64'], b64: false })),
    ],
    [
      'a token whose signature has a bit more',
      withPart(2, (part) => `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`),
    ],
  ]),
  ...because('unknownKey', [
    [
      'a token by a key that its header brings',
      (issued) => {
        const { kid: _, ...header } = headerOf(issued);
        const jwk = publicJwk(issued);
        return Buffer.from(
          signedBy(
            { ...header, jwk: jwk?.type === 'JsonWebKey' ? jwk.publicKeyJwk : {} },
            issued.conformity(),
          ),
        );
      },
    ],
    [
      'a token by the key of another DID',
      async (issued) => {
        const other = openTokenKey('did:web:faux.example', 'es256-2026-1', makeTokenJwk());
        return Buffer.from(await other.sign(type, { ...issued.conformity() }));
      },
    ],
    [
      'a token by a key that is fetched from elsewhere',
      (issued) =>
        Buffer.from(
          signedBy(
            { ...headerOf(issued), kid: 'https://faux.example/keys#1', jku: 'https://faux.example/keys' },
            issued.conformity(),
          ),
        ),
    ],
    [
      'a token by our key for credentials with a proof',
      (issued) =>
        Buffer.from(signedBy({ ...headerOf(issued), kid: issued.issuer.key.id }, issued.conformity())),
    ],
  ]),
  ...because('otherIssuer', [
    [
      'a token of another issuer',
      async ({ conformity }) => {
        const did = 'did:web:faux.example';
        const other = openTokenKey(did, 'es256-2026-1', makeTokenJwk());
        return Buffer.from(await other.sign(type, { ...conformity({ publicUrl: 'https://faux.example' }) }));
      },
    ],
    [
      'a token by our key for another issuer',
      ours(({ conformity }) => ({
        ...conformity(),
        issuer: { ...conformity().issuer, id: 'did:web:faux.example' },
      })),
    ],
  ]),
  ...because('credentialShape', [
    ['a token of another type', ours(({ conformity }) => conformity(), 'dc+sd-jwt')],
    ['a token of no type', ours(({ conformity }) => conformity(), '')],
    [
      'a token with parts that are hidden',
      ours(({ conformity }) => ({ ...conformity(), _sd: ['x'], _sd_alg: 'sha-256' })),
    ],
    [
      'a token with a hidden part deep within',
      ours(({ conformity }) => {
        const { credentialSubject, ...all } = conformity();
        return { ...all, credentialSubject: { ...credentialSubject, _sd: ['x'] } };
      }),
    ],
    [
      'a token with claims of its own',
      ours(({ conformity }) => ({ ...conformity(), exp: 4_000_000_000, sub: 'did:web:faux.example' })),
    ],
    ['a token around another credential', ours(({ conformity }) => ({ vc: conformity() }))],
    [
      'a token whose address names another number',
      ours(({ conformity }) => ({
        ...conformity(),
        id: 'https://label.example/conformity/MIE-26-00043-B/1',
      })),
    ],
  ]),
  ...because('repeatedName', [
    [
      'a token that says a name twice',
      withPart(1, (part) => encoded(claims(part).replace('{', '{"name":"Faux SA",'))),
    ],
    [
      'a token whose holder has two names',
      withText('"issuedToParty":{', '"issuedToParty":{"name":"Faux SA",'),
    ],
    [
      'a token whose header says a name twice',
      withPart(0, (part) => encoded(claims(part).replace('{', '{"alg":"none",'))),
    ],
  ]),
  ...because('otherName', [
    [
      'a token by our key that says another name',
      ours(({ conformity }) =>
        conformity({ organisation: { id: 'O-1', name: 'Faux SA', identifier: null } }),
      ),
    ],
  ]),
  {
    flaw: 'a token with hidden parts behind it',
    make: ({ files }) => Buffer.from(`${files.token}~WyJzYWx0IiwibmFtZSIsIkZhdXggU0EiXQ~`),
    verdict: 'unread',
    because: 'unknownKind',
  },
  {
    flaw: 'a token of a later revision than there is',
    make: ours(({ conformity }) => conformity({ revision: 9 })),
    verdict: fails,
    because: 'laterRevision',
  },
  {
    flaw: 'a token of before its period',
    make: ours(({ conformity }) => conformity({ since: '2027-01-01' })),
    verdict: fails,
    because: 'notYet',
  },
  {
    flaw: 'a token of after its period',
    make: ours(({ conformity }) => conformity({ until: '2026-11-01' })),
    verdict: fails,
    because: 'expired',
  },
  {
    flaw: 'a token that was replaced',
    make: ({ files }) => files.token,
    row: { revision: 2 },
    verdict: 'replaced',
    because: 'replaced',
  },
  {
    flaw: 'a copy of a token with a new line behind it',
    make: ({ files }) => Buffer.from(`${files.token}\n`),
    verdict: 'altered',
    because: 'fileUnknown',
  },
  ...(['suspended', 'withdrawn', 'expired', 'terminated', 'superseded'] as const).map(
    (state): Forgery => ({
      flaw: `the token of a label that is ${state}`,
      make: ({ files }) => files.token,
      row: { state },
      verdict: 'notValid',
      because: 'labelNotValid',
    }),
  ),
];
