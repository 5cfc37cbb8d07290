import type { ExpiredProof } from '../../commands/file/documentsOf.ts';
import type { Evidence } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from './information.view.ts';
import type { Reading } from './reading.view.ts';

export type EvidenceRow = ReturnType<typeof evidenceRows>[number];
export type ExpiredRow = ReturnType<typeof expiredRows>[number];

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

/** The criteria whose evidence has expired, with the documents and the question that asks for newer ones. */
export function expiredRows(proofs: readonly ExpiredProof[], reading: Reading) {
  const { words } = reading;
  return proofs.map(({ offerId, criterion, documents }) => ({
    /** As the list of places in the form of questions writes it. */
    value: `${offerId}/${criterion}`,
    place: placeName({ offerId, criterion }, reading),
    files: evidenceRows(documents, words),
    question: words.t('evidence.expired.question', { names: documents.map(({ name }) => name).join(', ') }),
  }));
}

const kilobyte = 1024;

/** A size as people say it: never less than one kilobyte. */
export function sizeText(bytes: number, words: Translator): string {
  if (bytes >= kilobyte ** 2)
    return words.t('evidence.bytes.MB', { size: words.number(bytes / kilobyte ** 2) });
  return words.t('evidence.bytes.KB', { size: words.number(Math.max(1, bytes / kilobyte), 0) });
}

/** The period that a file tells about, in words. */
export function periodText({ from, until }: Pick<Evidence, 'from' | 'until'>, words: Translator): string {
  if (from !== null && until !== null)
    return words.t('evidence.period.both', { from: words.date(from), until: words.date(until) });
  if (from !== null) return words.t('evidence.period.from', { from: words.date(from) });
  if (until !== null) return words.t('evidence.period.until', { until: words.date(until) });
  return words.t('evidence.period.none');
}
