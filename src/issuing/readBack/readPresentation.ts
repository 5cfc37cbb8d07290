import { createHash } from 'node:crypto';
import { compactVerify, decodeJwt, importJWK } from 'jose';
import * as z from 'zod';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import type { Presentation, ReadPresentation } from '../../commands/verify/verifyFile.ts';
import { dayOf } from '../../register/day.ts';
import { didOf } from '../../register/didDocument.ts';
import type { CredentialRead } from '../../register/fileReading.ts';
import { labelType } from '../../register/wallet/walletAddresses.ts';
import { listStatus } from './readStatus.ts';

/** Most characters of what a wallet shows: ours have a tenth. */
const maxLength = 64 * 1024;
/** How far (seconds) the clock of a wallet may be from ours. */
const leewaySeconds = 300;

const text = z.string().min(1).max(2000);
const coordinate = z.string().regex(/^[\w-]{43}$/);
/** A public key of P-256 and nothing else: a private part in it, or a key of another kind, is refused. */
const holderKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});

/** The claims of a label as they are signed (src/issuing/wallet/walletLabel.ts). */
const labelClaims = z.strictObject({
  iss: z.url(),
  vct: text,
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
  cnf: z.strictObject({ jwk: holderKey }),
  status: z.strictObject({ status_list: z.strictObject({ idx: z.int().min(0), uri: z.url() }) }),
  id: z.url(),
  number: text,
  revision: z.int().positive(),
  organisation: text,
  identifier: text.optional(),
  offers: z.array(text).max(1000),
  since: z.iso.date(),
  until: z.iso.date(),
  standing: text,
  criteria: z.url(),
  page: z.url(),
  specimen: z.literal(true).optional(),
});
type LabelClaims = z.infer<typeof labelClaims>;

/** A proof that the wallet has the key, for this request alone (SD-JWT, 4.3). */
const proofClaims = z.looseObject({
  nonce: z.string(),
  aud: z.string(),
  iat: z.number(),
  sd_hash: z.string(),
});

/**
 * Reads a label that a wallet shows, as SD-JWT with Key Binding (RFC 9901): null unless it was signed for this request, just now, by
 * the key that the label is bound to. What the label itself is worth is judged as of a file.
 */
export async function readPresentation(
  { shown, nonce, audience, at }: Presentation,
  keys: TrustedKeys,
): Promise<ReadPresentation> {
  if (shown.length > maxLength) return null;
  // Nothing of ours can be hidden, so that nothing is disclosed: issuer's token, and proof.
  const [token = '', proof = '', ...others] = shown.split('~');
  const claims = claimsOf(token);
  if (!claims || others.length > 0 || !(await provesKey(proof, token, claims, { nonce, audience, at })))
    return null;
  return {
    kind: 'wallet',
    seal: null,
    numbers: [],
    saysOther: false,
    elsewhere: null,
    credential: await readLabel(token, claims, keys),
  };
}

function claimsOf(token: string): LabelClaims | null {
  try {
    return labelClaims.safeParse(decodeJwt(token)).data ?? null;
  } catch {
    return null;
  }
}

async function provesKey(
  proof: string,
  token: string,
  { cnf }: LabelClaims,
  { nonce, audience, at }: Omit<Presentation, 'shown'>,
): Promise<boolean> {
  const claims = proofClaims.safeParse(await verified(proof, cnf.jwk, 'kb+jwt'));
  if (!claims.success) return false;
  const { aud, iat, sd_hash } = claims.data;
  const isNow = Math.abs(Date.parse(at) / 1000 - iat) <= leewaySeconds;
  const isOfThis = sd_hash === createHash('sha256').update(`${token}~`).digest('base64url');
  return claims.data.nonce === nonce && aud === audience && isNow && isOfThis;
}

async function readLabel(token: string, claims: LabelClaims, keys: TrustedKeys): Promise<CredentialRead> {
  const { number, revision, organisation, offers, since, until, status, id } = claims;
  const [, named, n] = /\/credentials\/([^/?#]+)\/([1-9]\d{0,5})$/.exec(id) ?? [];
  const isOne =
    claims.vct === labelType(claims.iss) &&
    named === number &&
    Number(n) === revision &&
    until <= dayOf(instantOf(claims.exp));
  if (!isOne) return { flaw: 'shape', claim: null, status: 'missing' };
  return {
    flaw: await flawOf(token, claims, keys),
    claim: { number, revision, organisation, offers, since, until },
    ...(await listStatus(statusOf(status.status_list), keys)),
  };
}

/** The entry of our own lists, which have the same as their token says. */
function statusOf({ uri, idx }: LabelClaims['status']['status_list']) {
  return { address: uri.replace('/wallet/status/', '/status/revocation-'), index: idx };
}

async function flawOf(
  token: string,
  { iss }: LabelClaims,
  { did }: TrustedKeys,
): Promise<CredentialRead['flaw']> {
  if (!URL.canParse(iss) || didOf(iss) !== did.id) return 'otherIssuer';
  const kid = headerOf(token)?.kid;
  const method = did.verificationMethod.find(({ id }) => id === kid);
  if (method?.type !== 'JsonWebKey' || !did.assertionMethod.includes(method.id)) return 'unknownKey';
  return (await verified(token, method.publicKeyJwk, 'dc+sd-jwt')) ? null : 'signature';
}

function headerOf(token: string): { readonly kid?: unknown } | null {
  try {
    return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  } catch {
    return null;
  }
}

/** What a token says, signed by a key as a token of its kind; null for any other. */
async function verified(token: string, jwk: z.infer<typeof holderKey>, typ: string): Promise<unknown> {
  try {
    const key = await importJWK({ ...jwk }, 'ES256');
    const { payload, protectedHeader } = await compactVerify(token, key, { algorithms: ['ES256'] });
    return protectedHeader.typ === typ ? JSON.parse(Buffer.from(payload).toString()) : null;
  } catch {
    return null;
  }
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
