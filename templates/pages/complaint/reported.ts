import { button } from '../../components/button.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** Thanks for a complaint, with its number. */
export function reportedPage(frame: Frame, { number }: { readonly number: string }): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('report.done.title')), head: html`<meta name="robots" content="noindex">` },
    html`<h1>${t('report.done.title')}</h1>
<p class="lead">${t('report.done.number')}</p>
<p class="number report__number">${number}</p>
<p>${t('report.done.keep')}</p>
<p>${t('report.done.text')}</p>
<p class="row">${button({ text: t('pages.error.home'), href: `/${lang}`, kind: 'quiet' })}</p>`,
  );
}
