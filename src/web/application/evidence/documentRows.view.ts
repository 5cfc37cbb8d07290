import type { EvidenceDocument } from '../../../commands/file/documentsOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { periodText, sizeText } from '../../views/fileWords.view.ts';

/** A document of the library as a line of a list. */
export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  /** Where its file is saved from, and its own page. */
  readonly href: string;
  readonly page: string;
  /** Revision, size and day. */
  readonly line: string;
  readonly period: string;
  /** Whether somebody looked for viruses, in words. */
  readonly scan: string;
  readonly pills: readonly { readonly tone: '' | 'sun' | 'leaf' | 'coral'; readonly text: string }[];
}

/** A document with what to be careful of, in words. */
export function documentRow(document: EvidenceDocument, words: Translator): DocumentRow {
  const { id, latest, withdrawn, old } = document;
  return {
    id,
    name: latest.name,
    href: `/${words.language}/evidence/${latest.id}`,
    page: applicationHref(words, latest.applicationId, `evidence/${id}`),
    line: words.t('evidence.documentLine', {
      revision: latest.revision,
      size: sizeText(latest.size, words),
      date: words.date(latest.uploadedAt),
    }),
    period: periodText(latest, words),
    scan: words.t(`evidence.scan.${latest.scan}`),
    pills: [
      ...(withdrawn ? [{ tone: 'coral', text: words.t('evidence.withdrawn') } as const] : []),
      ...(old ? [{ tone: 'sun', text: words.t('evidence.old') } as const] : []),
    ],
  };
}
