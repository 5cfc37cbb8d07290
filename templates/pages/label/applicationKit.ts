import type { ApplicantKitView } from '../../../src/web/application/answers/kit.view.ts';
import { button } from '../../components/button.ts';
import { statusTag } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** The label that came of an application, with the way to its kit. */
export function applicationKit({ t, lang }: Frame, kit: ApplicantKitView): Html {
  const { number, kitHref, status, badge, offers, period } = kit;
  return html`<section class="card question kit" aria-labelledby="kit">
  ${badge && html`<img class="kit__badge" src="${badge.src}" alt="${badge.alt}" width="180" height="198">`}
  <div class="kit__text">
    <h2 class="question__title" id="kit">${t('applicant.kit.title')}</h2>
    <p class="number kit__number">${number}</p>
    <ul class="plain">${offers.map((offer) => html`<li>${offer}</li>`)}</ul>
    ${
      badge
        ? html`<p>${statusTag(status)}</p>
    <p>${period}</p>
    <p class="row">${button({ href: kitHref, text: t('kit.open') })} <a href="/${lang}/labels/${number}">${t('applicant.kit.page')}</a></p>`
        : html`<p>${t('kit.preparing')}</p>`
    }
  </div>
</section>`;
}
