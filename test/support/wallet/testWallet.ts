import { createHash, generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import {
  type CallbackContext,
  clientAuthenticationAnonymous,
  type Jwk,
  setGlobalConfig,
} from '@openid4vc/oauth2';
import { type IssuerMetadataResult, Openid4vciClient } from '@openid4vc/openid4vci';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { SDJwtInstance } from '@sd-jwt/core';
import { compactVerify, importJWK, type JWTPayload, SignJWT } from 'jose';
import type { EcJwk } from '../../../src/register/didDocument.ts';

// The services of tests are known by an address without encryption.
setGlobalConfig({ allowInsecureUrls: true });

/** How a wallet reaches a service under its public address. */
export type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * A wallet on libraries that the service does not use: OpenID4VCI and OpenID4VP by those of the OpenWallet Foundation, which check each
 * message against the standards, SD-JWT by another. `now` is the time of the service.
 */
export function testWallet(fetch: Fetch, now: () => Date) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' }) as EcJwk;
  const seconds = () => Math.floor(now().getTime() / 1000);
  const sign = (header: object, payload: object) =>
    new SignJWT(payload as JWTPayload).setProtectedHeader({ ...header, alg: 'ES256' }).sign(privateKey);
  const callbacks = {
    fetch,
    hash: (data: Uint8Array, algorithm: string) =>
      createHash(algorithm.replace('-', '')).update(data).digest(),
    generateRandom: (length: number) => randomBytes(length),
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: async (_: unknown, { header, payload }: { header: object; payload: object }) => ({
      jwt: await sign(header, payload),
      signerJwk: { ...jwk },
    }),
    verifyJwt: async (signer: { method: string; didUrl?: string }, { compact }: { compact: string }) => {
      const key = await keyOf(fetch, signer.didUrl ?? '');
      await compactVerify(compact, await importJWK(key, 'ES256'), { algorithms: ['ES256'] });
      return { verified: true as const, signerJwk: key as Jwk };
    },
    encryptJwe: () => never(),
    decryptJwe: () => never(),
  } as unknown as CallbackContext;
  const taking = new Openid4vciClient({ callbacks });
  const showing = new Openid4vpClient({ callbacks });
  const sdJwt = new SDJwtInstance({
    hasher: (data: string | ArrayBuffer) => createHash('sha256').update(String(data)).digest(),
    hashAlg: 'sha-256',
    kbSigner: async (data: string) => {
      const { sign: signWith } = await import('node:crypto');
      return signWith('sha256', Buffer.from(data), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
        'base64url',
      );
    },
    kbSignAlg: 'ES256',
  });

  return {
    jwk,
    sign,
    seconds,
    /** Reads an offer and what its issuer says of itself, and gets a token for the code that was typed. */
    begin: async (offerAddress: string, txCode: string) => {
      const credentialOffer = await taking.resolveCredentialOffer(offerAddress);
      const issuerMetadata = await taking.resolveIssuerMetadata(credentialOffer.credential_issuer);
      const { accessTokenResponse } = await taking.retrievePreAuthorizedCodeAccessTokenFromOffer({
        credentialOffer,
        issuerMetadata,
        txCode,
      });
      return { issuerMetadata, accessToken: accessTokenResponse.access_token };
    },
    /** Takes one of the credentials that are offered; the one that is bound with a proof of this wallet's key. */
    take: async (
      {
        issuerMetadata,
        accessToken,
      }: { readonly issuerMetadata: IssuerMetadataResult; readonly accessToken: string },
      credentialConfigurationId: 'label-bound' | 'label-badge',
    ): Promise<unknown> => {
      const { c_nonce } = await taking.requestNonce({ issuerMetadata });
      const { jwt } = await taking.createCredentialRequestJwtProof({
        credentialConfigurationId: 'label-bound',
        issuerMetadata,
        signer: { method: 'jwk', alg: 'ES256', publicJwk: { ...jwk } },
        nonce: c_nonce,
        issuedAt: now(),
      });
      const { credentialResponse } = await taking.retrieveCredentials({
        accessToken,
        credentialConfigurationId,
        issuerMetadata,
        ...(credentialConfigurationId === 'label-bound' && { proofs: { jwt: [jwt] } }),
      });
      const [first] = credentialResponse.credentials ?? [];
      return first && typeof first === 'object' && 'credential' in first ? first.credential : first;
    },
    /** Reads what a verifier asks, its signature by the document of its DID. */
    asked: async (address: string) => {
      const { authorizationRequestPayload } = await showing.resolveOpenId4vpAuthorizationRequest({
        authorizationRequestPayload: Object.fromEntries(new URL(address).searchParams) as never,
      });
      return authorizationRequestPayload as unknown as Asked;
    },
    /** A credential with the proof that its key is here, for one request. */
    present: (credential: string, { nonce, client_id: aud }: Pick<Asked, 'nonce' | 'client_id'>) =>
      sdJwt.present(credential, undefined, { kb: { payload: { nonce, aud, iat: seconds() } as never } }),
    /** Sends an answer; gives its status. */
    send: async (asked: Asked, presentation: string): Promise<number> => {
      const { authorizationResponsePayload } = await showing.createOpenid4vpAuthorizationResponse({
        authorizationRequestPayload: asked as never,
        authorizationResponsePayload: { vp_token: { label: [presentation] } },
      });
      const { response } = await showing.submitOpenid4vpAuthorizationResponse({
        authorizationRequestPayload: asked as never,
        authorizationResponsePayload,
      });
      return response.status;
    },
  };
}

/** What a verifier asks, as far as tests look at it. */
export interface Asked {
  readonly client_id: string;
  readonly nonce: string;
  readonly state: string;
  readonly response_uri: string;
}

async function keyOf(fetch: Fetch, didUrl: string): Promise<JsonWebKey> {
  const [did = ''] = didUrl.split('#');
  const host = decodeURIComponent(did.replace('did:web:', ''));
  const answer = await fetch(`http://${host}/.well-known/did.json`);
  const { verificationMethod } = (await answer.json()) as {
    readonly verificationMethod: readonly { readonly id: string; readonly publicKeyJwk?: JsonWebKey }[];
  };
  const method = verificationMethod.find(({ id }) => id === didUrl);
  if (!method?.publicKeyJwk) throw new Error(`${didUrl} is not in its document`);
  return method.publicKeyJwk;
}

function never(): never {
  throw new Error('nothing is encrypted');
}
