import type { BeginningView } from '../../../../src/web/application/submission/beginning.view.ts';
import { button } from '../../../components/button.ts';
import { csrfField } from '../../../components/hidden.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What can be begun anew from an application that ended; `href` is its address. */
export function beginning(frame: Frame, { successor, renew, resume }: BeginningView, href: string): Html {
  const { t, lang, date } = frame;
  const start = (path: string, text: string) => html`<form method="post" action="${href}/${path}">
    ${csrfField(frame)}
    ${button({ text })}
  </form>`;
  return html`${
    successor &&
    html`<section class="card question" aria-labelledby="successor">
  <h2 class="question__title" id="successor">${t('renewal.successor')}</h2>
  <p><a href="/${lang}/labels/${successor}">${successor}</a></p>
</section>`
  }
${
  renew &&
  html`<section class="card question" id="renewal" aria-labelledby="renewal-title">
  <h2 class="question__title" id="renewal-title">${t('renewal.window.title')}</h2>
  <p>${t(`renewal.window.${renew.window}`, { day: date(renew.opens), until: date(renew.until) })}</p>
  ${renew.may && start('renew', t('renewal.window.button'))}
</section>`
}
${
  resume &&
  html`<section class="card question" id="resume" aria-labelledby="resume-title">
  <h2 class="question__title" id="resume-title">${t('renewal.resume.title')}</h2>
  <p>${t('renewal.resume.text')}</p>
  ${start('resume', t('renewal.resume.button'))}
</section>`
}`;
}
