import type { Evidence } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { periodText, sizeText } from './fileWords.view.ts';

export type EvidenceRow = ReturnType<typeof evidenceRows>[number];

/** The files of an application as a list to save them from. */
export function evidenceRows(evidence: readonly Evidence[], words: Translator) {
  return evidence.map((file) => ({
    href: `/${words.language}/evidence/${file.id}`,
    name: file.name,
    line: words.t('evidence.by', { size: sizeText(file.size, words), date: words.date(file.uploadedAt) }),
    /** The period that it tells about; empty where nobody said so. */
    period: file.from === null && file.until === null ? '' : periodText(file, words),
    digest: file.digest,
    revision: file.revision,
    /** Whether somebody looked for viruses. */
    scan: { tone: toneOf(file), text: words.t(`evidence.scan.${file.scan}`) },
  }));
}

function toneOf({ scan }: Evidence): '' | 'leaf' {
  return scan === 'clean' ? 'leaf' : '';
}
