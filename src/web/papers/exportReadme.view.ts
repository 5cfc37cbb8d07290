import type { Export } from '../../commands/common/exportPart.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** What every file of an export is, as plain text with the line ends that every system reads. */
export function exportReadme(guide: Export['guide'], at: Date, { t, tOf, time }: Translator): string {
  return [
    t('privacy.export.title'),
    '',
    t('privacy.export.made', { time: time(at) }),
    t('privacy.export.kinds'),
    '',
    ...guide.map(({ words, name }) =>
      t('privacy.export.line', { name, text: tOf(`privacy.export.files.${words}`) }),
    ),
    '',
    t('privacy.export.left'),
    '',
  ].join('\r\n');
}
