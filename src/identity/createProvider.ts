import type { Configuration } from 'openid-client';
import type { IdentityProvider } from '../commands/accessPorts.ts';
import { LabelError } from '../errors.ts';

/** How we are known to an identity provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people call it, for the button. */
  readonly name: string;
}

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
    begin: async () => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...random } = await openid();
      const verifier = random.randomPKCECodeVerifier();
      const visit = { state: random.randomState(), nonce: random.randomNonce(), verifier };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid email',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
      });
      return { address: address.href, visit };
    },
    finish: async (search, { state, nonce, verifier }) => {
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
        });
        const claims = tokens.claims();
        if (!claims) return null;
        const { iss, sub } = claims;
        // Some providers put the address into the token, others tell it when asked.
        const asked = claims.email === undefined;
        const said = asked ? await fetchUserInfo(server, tokens.access_token, sub) : claims;
        const { email, email_verified: verified } = said;
        const isVerified = verified === true && typeof email === 'string';
        return { issuer: iss, subject: sub, verifiedEmail: isVerified ? email.toLowerCase() : '' };
      } catch (error) {
        const refusals = [ClientError, errors.AuthorizationResponseError, errors.ResponseBodyError];
        if (refusals.some((refusal) => error instanceof refusal)) return null;
        if (error instanceof LabelError) throw error;
        throw new LabelError('providerUnavailable');
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await openid();
  const server = new URL(issuer);
  // Without TLS only on this very machine, which configuration sees to.
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 });
}
