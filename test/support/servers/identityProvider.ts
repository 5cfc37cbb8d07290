import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What the provider of a test says of someone. */
export interface ProvidedClaims {
  readonly email?: string;
  readonly email_verified?: boolean;
}

export const testClient = { clientId: 'made-in-ess', clientSecret: 'a secret of this test run' };

/** How they signed in there, for the claims `acr` and `amr`. */
export interface ProvidedStrength {
  readonly acr?: string;
  readonly amr?: readonly string[];
}

/** A real OpenID Connect provider on this machine that asks nobody for a password. */
export interface TestProvider {
  readonly issuer: string;
  /** Who the next visit is signed in as; the provider knows them by their subject. */
  signInAs(subject: string, claims: ProvidedClaims, strength?: ProvidedStrength): void;
  /** Sends a browser from the address it was given back to us: gives the path and query of the callback. */
  visit(address: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the provider; `callback` is where it may send browsers back to, `inToken` puts addresses into the token itself. */
export async function identityProvider(callback: string, inToken = false): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, ProvidedClaims>();
  let subject = '';
  let strength: ProvidedStrength = {};
  const provider = new Provider(issuer, configurationOf(callback, people, inToken));
  server.on('request', async (request, response) => {
    // The page where a person would sign in and consent: this one does both at once.
    if (request.url?.startsWith('/interaction/')) {
      const { prompt, params, grantId } = await provider.interactionDetails(request, response);
      const clientId = String(params.client_id);
      const grant = grantId
        ? await provider.Grant.find(grantId)
        : new provider.Grant({ accountId: subject, clientId });
      grant?.addOIDCScope('openid email');
      const consent = { consent: { grantId: await grant?.save() } };
      const result =
        prompt.name === 'login'
          ? { login: { accountId: subject, ...strength, amr: [...(strength.amr ?? [])] } }
          : consent;
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    }
    provider.callback()(request, response);
  });
  return {
    issuer,
    signInAs: (who, claims, how = {}) => {
      subject = who;
      strength = how;
      people.set(who, claims);
    },
    visit: (address) => follow(address, callback),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configurationOf(
  callback: string,
  people: ReadonlyMap<string, ProvidedClaims>,
  inToken: boolean,
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const minutes = 60;
  return {
    clients: [
      { client_id: testClient.clientId, client_secret: testClient.clientSecret, redirect_uris: [callback] },
    ],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !inToken,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig' }] },
    ttl: { AccessToken: minutes, Grant: minutes, IdToken: minutes, Interaction: minutes, Session: minutes },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    acrValues: ['two-factors', 'password'],
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of this test run'] },
  };
}

async function follow(address: string, callback: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let next = address; ; ) {
    if (next.startsWith(callback)) return next.slice(new URL(callback).origin.length);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
}
