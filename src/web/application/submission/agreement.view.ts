import {
  type Agreement,
  agreementDigest,
  type SignedAgreement,
} from '../../../commands/items/agreementText.ts';
import type { Translator } from '../../../i18n/i18n.ts';

export type SignedView = NonNullable<ReturnType<typeof signedView>>;

/** The agreement as it stands to be signed: all of it, and the digest that says which text was shown. */
export function agreementView(agreement: Agreement, words: Translator) {
  const { reviewed, title, preamble, articles } = agreement.texts[words.language];
  return {
    title,
    version: words.t('agreement.version', { version: agreement.version }),
    /** Said where the text of this language was not read over; otherwise empty. */
    unreviewed: reviewed ? '' : words.t('agreement.unreviewed'),
    preamble,
    articles,
    textDigest: agreementDigest(agreement, words.language),
  };
}

/** Who signed it, and where the paper is below `base`, the file's own address; null before it is signed. */
export function signedView(agreement: SignedAgreement | null | undefined, base: string, words: Translator) {
  if (!agreement) return null;
  const { name, role, at } = agreement;
  return {
    text: words.t('agreement.signed', { at: words.time(at), name, role }),
    href: `${base}/agreement.pdf`,
  };
}
