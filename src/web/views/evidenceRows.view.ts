import type { Evidence } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { periodText, sizeText } from './fileWords.view.ts';

/** One file of an application. */
export interface EvidenceRow {
  readonly href: string;
  readonly name: string;
  readonly line: string;
  /** The period that it tells about; empty where nobody said so. */
  readonly period: string;
  readonly digest: string;
  readonly revision: number;
  /** Whether somebody looked for viruses, in words. */
  readonly scan: { readonly tone: '' | 'leaf'; readonly text: string };
}

/** The files of an application as a list to save them from. */
export function evidenceRows(evidence: readonly Evidence[], words: Translator): readonly EvidenceRow[] {
  return evidence.map((file) => ({
    href: `/${words.language}/evidence/${file.id}`,
    name: file.name,
    line: words.t('evidence.by', { size: sizeText(file.size, words), date: words.date(file.uploadedAt) }),
    period: file.from === null && file.until === null ? '' : periodText(file, words),
    digest: file.digest,
    revision: file.revision,
    scan: scanView(file, words),
  }));
}

/** Whether somebody looked for viruses in a file, in words. */
export function scanView({ scan }: Pick<Evidence, 'scan'>, words: Translator): EvidenceRow['scan'] {
  return { tone: scan === 'clean' ? 'leaf' : '', text: words.t(`evidence.scan.${scan}`) };
}
