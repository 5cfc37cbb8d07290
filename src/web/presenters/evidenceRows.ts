import type { Evidence } from '../../commands/items.ts';
import type { Words } from '../../words/i18n.ts';

/** One file of an application. */
export interface EvidenceRow {
  readonly href: string;
  readonly name: string;
  readonly line: string;
  /** Whether somebody looked for viruses, in words. */
  readonly scan: { readonly tone: '' | 'leaf'; readonly text: string };
}

const kilobyte = 1024;

/** The files of an application as a list to save them from. */
export function evidenceRows(evidence: readonly Evidence[], words: Words): readonly EvidenceRow[] {
  return evidence.map(({ id, name, size, uploadedAt, scan }) => ({
    href: `/${words.language}/evidence/${id}`,
    name,
    line: words.t('evidence.by', { size: sizeText(size, words), date: words.date(uploadedAt) }),
    scan: { tone: scan === 'clean' ? 'leaf' : '', text: words.t(`evidence.scan.${scan}`) },
  }));
}

/** A size as people say it: never less than one kilobyte. */
function sizeText(bytes: number, words: Words): string {
  if (bytes >= kilobyte ** 2)
    return words.t('evidence.bytes.MB', { size: words.number(bytes / kilobyte ** 2) });
  return words.t('evidence.bytes.KB', { size: words.number(Math.max(1, bytes / kilobyte), 0) });
}
