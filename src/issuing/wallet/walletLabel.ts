import type { JWTPayload } from 'jose';
import type { WalletLabelPaper } from '../../commands/ports/issuingPorts.ts';
import { endOfDay, instantsOf } from '../../register/day.ts';
import { labelType, tokenListAddress } from '../../register/wallet/walletAddresses.ts';

/**
 * The claims of a label as SD-JWT VC, bound to a key of its holder's wallet: what the credential of its files says, and where its
 * status is read. The same revision has the same entry of the lists in both.
 */
export function walletLabel(paper: WalletLabelPaper): JWTPayload {
  const { number, revision, publicUrl, status, organisation, holder } = paper;
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  return {
    iss: publicUrl,
    vct: labelType(publicUrl),
    iat: seconds(paper.at),
    nbf: seconds(instantsOf(paper.since)[0]),
    exp: seconds(endOfDay(paper.lastDay)),
    cnf: { jwk: holder },
    status: { status_list: { idx: status.index, uri: tokenListAddress(publicUrl, status.list) } },
    id: `${publicUrl}/credentials/${number}/${revision}`,
    number,
    revision,
    organisation: organisation.name.normalize('NFC'),
    ...(organisation.identifier !== null && { identifier: organisation.identifier }),
    offers: paper.offers.map((offer) => offer.normalize('NFC')),
    since: paper.since,
    until: paper.until,
    standing: paper.standing,
    criteria: `${publicUrl}/${paper.language}/criteria/${paper.criteria}`,
    page: `${publicUrl}/labels/${number}`,
    ...(paper.specimen && { specimen: true }),
  };
}
