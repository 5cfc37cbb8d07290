import type { Export } from '../../commands/common/exportPart.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { sendZip } from '../http/sendZip.ts';
import type { WebContext } from '../http/state.ts';

/** Answers with an export as one ZIP, the note that says what is in it first. */
export function sendExport(ctx: WebContext, { parts, guide }: Export): void {
  const now = ctx.deps.clock.now();
  const readme = { name: 'README.txt', text: exportReadme(guide, now, ctx.words) };
  sendZip(ctx, `${schemeId}-${now.toISOString().slice(0, 10)}.zip`, [readme, ...parts], now);
}

/** What every file of an export is, as plain text with the line ends that every system reads. */
function exportReadme(guide: Export['guide'], at: Date, { t, tOf, time }: Translator): string {
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
