import type { Configuration, IDToken } from 'openid-client';
import type { IdentityProvider } from '../commands/ports/accessPorts.ts';
import { LabelError } from '../errors.ts';

/** How we are known to an identity provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people call it, for the button. */
  readonly name: string;
  /** Values of the claims `acr` and `amr` that stand for more than a password. */
  readonly strong: { readonly acr: readonly string[]; readonly amr: readonly string[] };
}

/** How old (seconds) a sign-in there may be when it was asked for anew. */
const anewWithin = 600;

const openid = () => import('openid-client');

/** Where a provider sends browsers back to; it must be registered there. */
export const callbackPath = '/sign-in/oidc/callback';

/** An OpenID Connect provider, found by its issuer at the first visit; `providerUnavailable` while it does not answer. */
export function createProvider(settings: ProviderSettings, publicUrl: string): IdentityProvider {
  let found: Promise<Configuration> | undefined;
  const configuration = () => {
    found ??= discover(settings).catch(() => {
      found = undefined;
      throw new LabelError('providerUnavailable');
    });
    return found;
  };
  const callback = `${publicUrl}${callbackPath}`;
  return {
    name: settings.name,
    begin: async (anew) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...random } = await openid();
      const verifier = random.randomPKCECodeVerifier();
      const visit = { state: random.randomState(), nonce: random.randomNonce(), verifier, anew };
      const { acr } = settings.strong;
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid email',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
        ...(acr.length > 0 && { acr_values: acr.join(' ') }),
        ...(anew && { prompt: 'login', max_age: String(anewWithin) }),
      });
      return { address: address.href, visit };
    },
    finish: async (search, { state, nonce, verifier, anew }) => {
      const { authorizationCodeGrant, fetchUserInfo, ClientError, ...errors } = await openid();
      try {
        // The address is ours, never the one a request names: only its query comes from outside.
        const here = new URL(`${callback}${search}`);
        const server = await configuration();
        const tokens = await authorizationCodeGrant(server, here, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(anew && { maxAge: anewWithin }),
        });
        const claims = tokens.claims();
        if (!claims) return null;
        const { iss, sub, auth_time: seconds } = claims;
        // Some providers put the address into the token, others tell it when asked.
        const asked = claims.email === undefined;
        const userInfo = asked ? await fetchUserInfo(server, tokens.access_token, sub) : claims;
        const { email, email_verified: verified } = userInfo;
        const isVerified = verified === true && typeof email === 'string';
        return {
          issuer: iss,
          subject: sub,
          verifiedEmail: isVerified ? email.toLowerCase() : '',
          strong: isStrong(claims, settings),
          provedAt: seconds === undefined ? null : seconds * 1000,
        };
      } catch (error) {
        const refusals = [ClientError, errors.AuthorizationResponseError, errors.ResponseBodyError];
        if (refusals.some((refusal) => error instanceof refusal)) return null;
        if (error instanceof LabelError) throw error;
        throw new LabelError('providerUnavailable');
      }
    },
  };
}

/** Only the signed token is believed, and only the values that the settings name: providers mean different things by others. */
function isStrong({ acr, amr }: IDToken, { strong }: ProviderSettings): boolean {
  const methods = Array.isArray(amr) ? amr : [];
  return (
    (typeof acr === 'string' && strong.acr.includes(acr)) ||
    methods.some((method) => typeof method === 'string' && strong.amr.includes(method))
  );
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await openid();
  const server = new URL(issuer);
  // Without TLS only on this very machine, which configuration sees to.
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 });
}
