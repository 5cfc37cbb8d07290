import * as z from 'zod';
import { redeemCodes, WalletRefusal } from '../../../commands/label/wallet/offerToWallet.ts';
import {
  type Signed,
  takeBadge,
  takeLabel,
  takeLate,
} from '../../../commands/label/wallet/takeCredential.ts';
import { type WalletDesk, walletCredentials } from '../../../commands/ports/wallet/walletPorts.ts';
import { body } from '../../http/body.ts';
import { clientKey } from '../../http/clientKey.ts';
import { openToWallets } from '../../http/securityHeaders.ts';
import type { Web, WebContext, WebMiddleware, WebRouter } from '../../http/state.ts';
import { provenKey } from './keyProof.ts';
import { preAuthorized } from './metadata.ts';
import { walletNonces } from './nonces.ts';

const code = z.string().min(1).max(200);
const tokenRequest = z.object({
  grant_type: z.literal(preAuthorized),
  'pre-authorized_code': code,
  tx_code: code,
});
const credentialRequest = z.object({
  credential_configuration_id: code,
  proofs: z.object({ jwt: z.tuple([z.string().max(8000)]) }).optional(),
  credential_response_encryption: z.unknown().optional(),
});
const deferredRequest = z.object({ transaction_id: code });

/** After how many seconds a wallet asks again for what is not signed yet. */
const interval = 5;

/** What a wallet takes a label by: OpenID4VCI 1.0 with a pre-authorised code and a transaction code. */
export function walletRoutes(router: WebRouter, { deps }: Web, wallets: WalletDesk): void {
  const { publicUrl, limits, clock } = deps;
  const desk = { ...deps, wallets, codes: deps.access.codes };
  const nonces = walletNonces(deps.sessionSecret);
  const counted: WebMiddleware = async (ctx, next) => {
    await limits.take('walletsFromClient', clientKey(ctx.ip));
    await next();
  };
  const post = (path: string, answer: (ctx: WebContext) => Promise<object>) =>
    router.post(path, openToWallets, counted, body, (ctx) => inWords(ctx, () => answer(ctx)));

  post('/wallet/token', async (ctx) => {
    const asked = read(tokenRequest, ctx);
    const { accessToken, seconds } = await redeemCodes(desk, {
      preAuthorizedCode: asked['pre-authorized_code'],
      transactionCode: asked.tx_code,
    });
    return { access_token: accessToken, token_type: 'Bearer', expires_in: seconds };
  });
  post('/wallet/nonce', async () => ({ c_nonce: nonces.make(clock.now()) }));
  post('/wallet/credential', async (ctx) => {
    const accessToken = bearerOf(ctx);
    const request = read(credentialRequest, ctx, 'invalid_credential_request');
    const { proofs } = request;
    const asked = walletCredentials.find((one) => one === request.credential_configuration_id);
    if (!asked) throw new WalletRefusal('unknown_credential_configuration');
    // Who asks for it would take an open answer for a broken one.
    if (request.credential_response_encryption !== undefined)
      throw new WalletRefusal('invalid_encryption_parameters');
    if (asked === 'label-badge')
      return { credentials: [{ credential: JSON.parse(await takeBadge(desk, accessToken)) }] };
    if (!proofs) throw new WalletRefusal('invalid_proof');
    const holder = await provenKey(proofs.jwt[0], { audience: publicUrl, nonces, now: clock.now() });
    const { id, signed } = await takeLabel(desk, accessToken, holder);
    return answerSigned(ctx, id, signed);
  });
  post('/wallet/deferred', async (ctx) => {
    const accessToken = bearerOf(ctx);
    const { transaction_id: id } = read(deferredRequest, ctx, 'invalid_credential_request');
    return answerSigned(ctx, id, await takeLate(desk, accessToken, id));
  });
}

function answerSigned(ctx: WebContext, id: string, signed: Signed): object {
  if (signed !== null) return { credentials: [{ credential: signed }] };
  ctx.status = 202;
  return { transaction_id: id, interval };
}

/** Answers as OAuth 2.0 does, refusals too; nothing of it may be kept. */
export async function inWords(ctx: WebContext, answer: () => Promise<object>): Promise<void> {
  ctx.set('Cache-Control', 'no-store');
  ctx.type = 'json';
  try {
    ctx.body = JSON.stringify(await answer());
  } catch (error) {
    if (!(error instanceof WalletRefusal)) throw error;
    // RFC 6750, 3.1
    ctx.status = error.code === 'invalid_token' ? 401 : 400;
    if (error.code === 'invalid_token') ctx.set('WWW-Authenticate', 'Bearer error="invalid_token"');
    ctx.body = JSON.stringify({ error: error.code });
  }
}

/** What was sent, as the standard has it; unknown members are passed over, as it asks. */
export function read<Shape>(
  shape: z.ZodType<Shape>,
  ctx: WebContext,
  refused: 'invalid_request' | 'invalid_credential_request' = 'invalid_request',
): Shape {
  const sent = shape.safeParse(ctx.request.body);
  if (!sent.success) throw new WalletRefusal(refused);
  return sent.data;
}

function bearerOf(ctx: WebContext): string {
  const [, token] = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(ctx.get('Authorization')) ?? [];
  if (token === undefined) throw new WalletRefusal('invalid_token');
  return token;
}
