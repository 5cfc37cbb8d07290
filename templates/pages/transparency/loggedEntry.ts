import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { logPicture } from './logPicture.ts';

/** Where a label stands in the public log, and a drawing of what that means. */
export function loggedEntry({ t, lang, number }: Frame, index: number): Html {
  return html`<details class="disclosure no-print">
  <summary>${t('publicLog.entered', { index: number(index) })}</summary>
  ${logPicture(0)}
  <p>${t('publicLog.drawing')}</p>
  <p><a href="/${lang}/log">${t('publicLog.more')}</a></p>
</details>`;
}
