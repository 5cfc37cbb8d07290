import type { Translator } from '../../i18n/i18n.ts';

/** What a README tells of a ZIP. */
interface Told {
  /** Number of the application, and the version of the criteria that judge it. */
  readonly id: string;
  readonly version: string;
  readonly at: Date;
  /** Of all files. */
  readonly names: readonly string[];
  /** SHA-256 of `manifest.json`, and by it of all files. */
  readonly manifest: string;
}

/** What is in the ZIP of a file, as plain text with the line ends that every system reads. */
export function caseReadme({ id, version, at, names, manifest }: Told, { t, time }: Translator): string {
  const holds = (folder: string) => names.some((name) => name.startsWith(folder));
  return [
    t('caseExport.title', { id }),
    '',
    t('caseExport.made', { time: time(at.toISOString()) }),
    t('caseExport.criteria', { version }),
    '',
    t('caseExport.manifest'),
    `SHA-256 (manifest.json) = ${manifest}`,
    t('caseExport.papers'),
    ...(holds('papers/evaluation.txt') ? [t('caseExport.evaluation')] : []),
    t('caseExport.data'),
    ...(holds('evidence/') ? [t('caseExport.evidence')] : []),
    ...(holds('papers/messages.txt') ? [t('caseExport.messages')] : []),
    t('caseExport.letters'),
    t('caseExport.journal'),
    t('caseExport.verify'),
    t('caseExport.left'),
    '',
  ].join('\r\n');
}
