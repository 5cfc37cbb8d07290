import type { EvidenceDocument } from '../../../commands/file/documentsOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { periodText, sizeText } from '../../views/evidenceRows.view.ts';

export type DocumentRow = ReturnType<typeof documentRow>;

/** A document with what to be careful of, in words. */
export function documentRow(document: EvidenceDocument, words: Translator) {
  const { id, latest, withdrawn, old } = document;
  return {
    id,
    name: latest.name,
    /** Where its file is saved from, and its own page. */
    href: `/${words.language}/evidence/${latest.id}`,
    page: applicationHref(words, latest.applicationId, `evidence/${id}`),
    /** Revision, size and day. */
    line: words.t('evidence.documentLine', {
      revision: latest.revision,
      size: sizeText(latest.size, words),
      date: words.date(latest.uploadedAt),
    }),
    period: periodText(latest, words),
    /** Whether somebody looked for viruses, in words. */
    scan: words.t(`evidence.scan.${latest.scan}`),
    pills: [
      ...(withdrawn ? [{ tone: 'coral', text: words.t('evidence.withdrawn') } as const] : []),
      ...(old ? [{ tone: 'sun', text: words.t('evidence.old') } as const] : []),
    ],
  };
}
