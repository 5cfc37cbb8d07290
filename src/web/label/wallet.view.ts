import { walletCredentials } from '../../commands/ports/wallet/walletPorts.ts';
import type { Entry } from '../../register/entry.ts';
import type { WebContext } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { walletCode } from '../views/wallet/walletCode.view.ts';

/** The length of a transaction code, which wallets lay out their field by. */
const codeLength = 6;

interface Codes {
  readonly preAuthorizedCode: string;
  readonly transactionCode: string;
}

export type WalletOfferView = ReturnType<typeof walletOfferView>;

/** The page of a label that may be taken into a wallet; `codes` are those that were just made, shown this once. */
export function walletOfferView(
  { number, organisation }: Entry,
  codes: Codes | null,
  { words, deps }: Pick<WebContext, 'words' | 'deps'>,
) {
  const kit = labelKitHref(words, organisation.id, number);
  return {
    number,
    kit,
    action: `${kit}/wallet`,
    codes: codes && {
      scanned: walletCode(offerAddress(deps.publicUrl, codes)),
      typed: codes.transactionCode.replace(/(?<=^\d{3})/, ' '),
    },
  };
}

/** What a wallet is offered, by value: who has the address of an offer by reference would have its code (OpenID4VCI 1.0, 4.1.2). */
function offerAddress(publicUrl: string, { preAuthorizedCode }: Codes): string {
  const offer = {
    credential_issuer: publicUrl,
    credential_configuration_ids: walletCredentials,
    grants: {
      'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
        'pre-authorized_code': preAuthorizedCode,
        tx_code: { length: codeLength, input_mode: 'numeric' },
      },
    },
  };
  return `openid-credential-offer://?${new URLSearchParams({ credential_offer: JSON.stringify(offer) })}`;
}
