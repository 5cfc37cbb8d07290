import { type Language, languages } from '../../criteria/scheme.ts';
import { readUrl } from '../../readUrl.ts';

/** A page of a label or of one of its offers, as an address names it. */
export interface EmbeddedPage {
  readonly language: Language | undefined;
  readonly number: string;
  readonly offer: string | undefined;
}

const path = new RegExp(`^(?:/(${languages.join('|')}))?/labels/([^/%]{1,60})(?:/offers/([^/%]{1,60}))?$`);

/** The page that an address means; null for an address elsewhere, or of no label and no offer. */
export function embeddedPage(address: string, publicUrl: string): EmbeddedPage | null {
  const url = readUrl(address);
  if (!url) return null;
  const { origin, pathname, username } = url;
  const [, language, number, offer] = path.exec(pathname) ?? [];
  if (origin !== new URL(publicUrl).origin || username !== '' || number === undefined) return null;
  return { language: languages.find((one) => one === language), number, offer };
}
