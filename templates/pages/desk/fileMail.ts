import type { StaffFile } from '../../../src/web/desk/file.view.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Content, html } from '../../html.ts';

/** Beside a file: whom letters do not reach, and the newest letters about it. */
export function fileMail(
  { t, lang, date }: Frame,
  file: string,
  { rows, returned }: NonNullable<StaffFile['mail']>,
): Content {
  return [
    returned.map(
      ({ name, text }) =>
        html`<p class="banner banner--sun"><span><strong>${name}.</strong> ${text}</span></p>`,
    ),
    rows.length > 0
      ? html`<ul class="plain">${rows.map(
          (row) =>
            html`<li><a href="${row.href}">${row.what}</a> ${pill(row.pill)}<br><span class="quiet small mail__to">${date(row.at)} · ${row.name || row.to}</span></li>`,
        )}</ul>
<p><a href="/${lang}/mail?file=${file}">${t('mail.ofFile.all')}</a></p>`
      : html`<p class="quiet">${t('mail.ofFile.none')}</p>`,
  ];
}
