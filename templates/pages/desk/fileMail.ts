import type { StaffFile } from '../../../src/web/desk/file.view.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Content, html } from '../../html.ts';

/** Above a file: whom letters do not reach, because what is awaited of them may never come. */
export function returnedMail({ mail }: StaffFile): Content {
  return mail?.returned.map(
    ({ name, text }) =>
      html`<p class="banner banner--sun"><span><strong>${name}.</strong> ${text}</span></p>`,
  );
}

/** Beside a file: the newest letters about it. */
export function fileMail(
  { t, lang, date }: Frame,
  file: string,
  { rows }: NonNullable<StaffFile['mail']>,
): Content {
  return rows.length > 0
    ? html`<ul class="plain">${rows.map(
        (row) =>
          html`<li><a href="${row.href}">${row.what}</a> ${pill(row.pill)}<br><span class="quiet small mail__to">${date(row.at)} · ${row.name || row.to}</span></li>`,
      )}</ul>
<p><a href="/${lang}/mail?file=${file}">${t('mail.ofFile.all')}</a></p>`
    : html`<p class="quiet">${t('mail.ofFile.none')}</p>`;
}
