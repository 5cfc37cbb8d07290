import type { ShowRequest } from '../../commands/ports/wallet/walletPorts.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Verdict } from '../../register/verification.ts';
import { walletClient } from '../../register/wallet/walletAddresses.ts';
import { walletCode } from '../views/wallet/walletCode.view.ts';
import { verifiedFile } from './verifiedFile.view.ts';

export type WalletShowView = ReturnType<typeof walletShow>;

/** What waits for a wallet, or what was shown: with the same report as a file. */
export function walletShow(request: ShowRequest, publicUrl: string, words: Translator) {
  const { id, ref, answer } = request;
  const here = `/${words.language}/verify/wallet/${id}`;
  if (answer === null) return { here, code: walletCode(requestAddress(publicUrl, ref)), report: null };
  const verdict = verdictOf(answer.verdict);
  const report = verifiedFile('', answer, words);
  const said = {
    word: words.t(`wallet.verdicts.${verdict}.title`),
    sentence: words.t(`wallet.verdicts.${verdict}.text`),
  };
  // What a file carries and a wallet does not is nothing that a reader misses.
  return { here, code: null, report: { ...report, verdict: { ...report.verdict, ...said }, notThere: [] } };
}

/** What was not found to hold is not to be relied on. */
function verdictOf(verdict: Verdict) {
  return verdict === 'holds' || verdict === 'replaced' || verdict === 'notValid' ? verdict : 'fails';
}

/** What a wallet is asked, by reference: it is signed, and too long for a code (OpenID4VP 1.0, 5.6). */
function requestAddress(publicUrl: string, ref: string): string {
  return `openid4vp://?${new URLSearchParams({
    client_id: walletClient(publicUrl),
    request_uri: `${publicUrl}/wallet/requests/${ref}`,
  })}`;
}
