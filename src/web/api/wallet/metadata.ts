import type { WalletCredential } from '../../../commands/ports/wallet/walletPorts.ts';
import { languages } from '../../../criteria/scheme.ts';
import type { I18n, Translator } from '../../../i18n/i18n.ts';
import { profile, spokenIn } from '../../../profile/profile.ts';
import { didDocument, didOf, type PublicKey } from '../../../register/didDocument.ts';
import { credentialContexts } from '../../../register/wallet/credentialContexts.ts';
import { labelType } from '../../../register/wallet/walletAddresses.ts';

/** The way of OpenID4VCI that begins with codes which somebody was given (1.0, 3.5). */
export const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** What of a label as SD-JWT VC a wallet shows, in this order; the rest is for programs. */
const shownClaims = ['number', 'organisation', 'offers', 'since', 'until'] as const;

/** Words in every language of the label. */
function spoken<Said extends object>(i18n: I18n, say: (words: Translator) => Said) {
  return languages.map((language) => ({ locale: spokenIn(language).locale, ...say(i18n[language]) }));
}

/** What this issuer gives to wallets, and where (OpenID4VCI 1.0, 12.2.4). */
export function issuerMetadata(publicUrl: string, i18n: I18n) {
  const display = spoken(i18n, ({ t }) => ({
    name: t('wallet.type.name'),
    description: t('wallet.type.text'),
  }));
  return {
    credential_issuer: publicUrl,
    credential_endpoint: `${publicUrl}/wallet/credential`,
    nonce_endpoint: `${publicUrl}/wallet/nonce`,
    deferred_credential_endpoint: `${publicUrl}/wallet/deferred`,
    display: spoken(i18n, () => ({ name: profile.name })),
    credential_configurations_supported: {
      'label-bound': {
        format: 'dc+sd-jwt',
        vct: labelType(publicUrl),
        scope: 'label-bound',
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
        credential_metadata: {
          display,
          claims: shownClaims.map((claim) => ({
            path: [claim],
            mandatory: true,
            display: spoken(i18n, ({ t }) => ({ name: t(`wallet.claims.${claim}`) })),
          })),
        },
      },
      'label-badge': {
        format: 'ldp_vc',
        scope: 'label-badge',
        credential_definition: {
          '@context': credentialContexts,
          type: ['VerifiableCredential', 'OpenBadgeCredential'],
        },
        credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
        credential_metadata: { display },
      },
    } satisfies Record<WalletCredential, object>,
  };
}

/** How a wallet gets a token (RFC 8414). */
export function authorizationMetadata(publicUrl: string) {
  return {
    issuer: publicUrl,
    token_endpoint: `${publicUrl}/wallet/token`,
    grant_types_supported: [preAuthorized],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

/** The keys that tokens are signed with (SD-JWT VC, JWT VC Issuer Metadata). */
export function tokenKeys(publicUrl: string, keys: readonly PublicKey[]) {
  const { verificationMethod } = didDocument(didOf(publicUrl), keys);
  return {
    issuer: publicUrl,
    jwks: {
      keys: verificationMethod.flatMap((method) =>
        method.type === 'JsonWebKey'
          ? [{ ...method.publicKeyJwk, kid: method.id, alg: 'ES256', use: 'sig' }]
          : [],
      ),
    },
  };
}

/** What the claims of a label mean, and how they are shown (SD-JWT VC, Type Metadata). */
export function labelTypeMetadata(publicUrl: string, i18n: I18n) {
  return {
    vct: labelType(publicUrl),
    name: `${profile.name} label`,
    display: spoken(i18n, ({ t }) => ({ name: t('wallet.type.name'), description: t('wallet.type.text') })),
    claims: shownClaims.map((claim) => ({
      path: claim === 'offers' ? [claim, null] : [claim],
      display: spoken(i18n, ({ t }) => ({ label: t(`wallet.claims.${claim}`) })),
      sd: 'never',
    })),
  };
}
