import { compactVerify, importJWK } from 'jose';
import * as z from 'zod';
import { WalletRefusal } from '../../../commands/label/wallet/offerToWallet.ts';
import type { EcJwk } from '../../../register/didDocument.ts';
import type { WalletNonces } from './nonces.ts';

/** How far (seconds) the clock of a wallet may be from ours. */
const leewaySeconds = 300;
const coordinate = z.string().regex(/^[\w-]{43}$/);

/** By the key itself, and by no other way to name one (OpenID4VCI 1.0, appendix F.1). */
const proofHeader = z.looseObject({
  alg: z.literal('ES256'),
  typ: z.literal('openid4vci-proof+jwt'),
  jwk: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    // What says no more of the key.
    alg: z.literal('ES256').optional(),
    use: z.literal('sig').optional(),
    kid: z.string().max(500).optional(),
  }),
  kid: z.undefined().optional(),
  x5c: z.undefined().optional(),
  crit: z.undefined().optional(),
});

const proofClaims = z.looseObject({ aud: z.string(), iat: z.number(), nonce: z.string() });

/** The key that a wallet proves to have, for this issuer and with a nonce of ours; a refusal for any other proof. */
export async function provenKey(
  proof: string,
  { audience, nonces, now }: { readonly audience: string; readonly nonces: WalletNonces; readonly now: Date },
): Promise<EcJwk> {
  const header = proofHeader.safeParse(headerOf(proof));
  if (!header.success) throw new WalletRefusal('invalid_proof');
  const { kty, crv, x, y } = header.data.jwk;
  const holder = { kty, crv, x, y } as const;
  const claims = proofClaims.safeParse(await verified(proof, holder));
  if (!claims.success || claims.data.aud !== audience) throw new WalletRefusal('invalid_proof');
  if (Math.abs(now.getTime() / 1000 - claims.data.iat) > leewaySeconds)
    throw new WalletRefusal('invalid_proof');
  if (!nonces.isGood(claims.data.nonce, now)) throw new WalletRefusal('invalid_nonce');
  return holder;
}

function headerOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  } catch {
    return null;
  }
}

async function verified(token: string, jwk: EcJwk): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, await importJWK({ ...jwk }, 'ES256'), {
      algorithms: ['ES256'],
    });
    return JSON.parse(Buffer.from(payload).toString());
  } catch {
    return null;
  }
}
