import type { ExportedCase } from '../../commands/desk/exportCase.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** What is in the ZIP of a file, as plain text with the line ends that every system reads. */
export function caseReadme({ application }: ExportedCase, at: Date, { t, time }: Translator): string {
  return [
    t('caseExport.title', { id: application.id }),
    '',
    t('caseExport.made', { time: time(at) }),
    t('caseExport.criteria', { version: application.context.criteriaVersion }),
    '',
    t('caseExport.manifest'),
    t('caseExport.papers'),
    t('caseExport.data'),
    t('caseExport.evidence'),
    t('caseExport.messages'),
    t('caseExport.letters'),
    t('caseExport.journal'),
    t('caseExport.verify'),
    t('caseExport.left'),
    '',
  ].join('\r\n');
}
