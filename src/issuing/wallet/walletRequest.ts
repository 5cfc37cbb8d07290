import type { JWTPayload } from 'jose';
import type { WalletRequestPaper } from '../../commands/ports/issuingPorts.ts';
import { labelType, walletClient } from '../../register/wallet/walletAddresses.ts';

/** How long (seconds) a wallet may take to read what it is asked. */
const requestSeconds = 600;

/** The claims of a request that a wallet show a label of ours with the proof that its key is there (OpenID4VP 1.0, by DCQL). */
export function walletRequest({ ref, nonce, state, at, publicUrl }: WalletRequestPaper): JWTPayload {
  const issuedAt = Math.floor(Date.parse(at) / 1000);
  return {
    aud: 'https://self-issued.me/v2',
    iat: issuedAt,
    exp: issuedAt + requestSeconds,
    client_id: walletClient(publicUrl),
    response_type: 'vp_token',
    response_mode: 'direct_post',
    response_uri: `${publicUrl}/wallet/answers/${ref}`,
    nonce,
    state,
    dcql_query: {
      credentials: [
        {
          id: 'label',
          format: 'dc+sd-jwt',
          meta: { vct_values: [labelType(publicUrl)] },
          require_cryptographic_holder_binding: true,
        },
      ],
    },
    client_metadata: {
      vp_formats_supported: {
        'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
      },
    },
  };
}
