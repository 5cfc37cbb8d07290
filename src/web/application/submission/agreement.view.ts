import {
  type Agreement,
  agreementDigest,
  type SignedAgreement,
} from '../../../commands/items/agreementText.ts';
import type { Translator } from '../../../i18n/i18n.ts';

/** The agreement as it stands to be signed: all of it, and the digest that says which text was shown. */
export interface AgreementView {
  readonly title: string;
  readonly version: string;
  /** Said where the text of this language was not read over; otherwise empty. */
  readonly unreviewed: string;
  readonly preamble: string;
  readonly articles: readonly { readonly title: string; readonly text: string }[];
  readonly textDigest: string;
}

/** Who signed it, and where the paper is. */
export interface SignedView {
  readonly text: string;
  readonly href: string;
}

/** The view of the agreement that is signed today. */
export function agreementView(agreement: Agreement, words: Translator): AgreementView {
  const { reviewed, title, preamble, articles } = agreement.texts[words.language];
  return {
    title,
    version: words.t('agreement.version', { version: agreement.version }),
    unreviewed: reviewed ? '' : words.t('agreement.unreviewed'),
    preamble,
    articles,
    textDigest: agreementDigest(agreement, words.language),
  };
}

/** The view of a signed one; `base` is the file's own address. Null before it is signed. */
export function signedView(
  agreement: SignedAgreement | null | undefined,
  base: string,
  words: Translator,
): SignedView | null {
  if (!agreement) return null;
  const { name, role, at } = agreement;
  return {
    text: words.t('agreement.signed', { at: words.time(at), name, role }),
    href: `${base}/agreement.pdf`,
  };
}
