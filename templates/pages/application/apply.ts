import { button } from '../../components/button.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

const answers = [
  ['time', 'clock'],
  ['who', 'house'],
  ['together', 'reviewers'],
] as const;
const steps = ['assess', 'screen', 'review', 'decide', 'sign', 'follow'] as const;
const needs = ['statutes', 'accounts', 'pay', 'suppliers', 'energy', 'offer'] as const;

/** Where organisations start: requirements, documents to prepare, and the next steps. */
export function applyPage(frame: Frame): Html {
  const { t, lang } = frame;
  const lead = t('pages.apply.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.apply.title')), description: lead },
    html`<div class="columns">
  <div>
    <h1>${t('pages.apply.title')}</h1>
    <p class="lead">${lead}</p>
    <h2>${t('before.doors.heading')}</h2>
    <ol class="first-steps">
      <li><a href="/${lang}/is-it-for-us">${t('before.title')}</a><span>${t('before.doors.is')}</span></li>
      <li><a href="/${lang}/try">${t('try.title')}</a><span>${t('before.doors.try')}</span></li>
      <li><strong>${t('before.doors.apply')}</strong><span>${t('pages.apply.startNote')}</span></li>
    </ol>
    <p class="row start">${button({ text: t('pages.apply.start'), href: `/${lang}/my`, kind: 'sun', size: 'large' })}</p>

    <ul class="answers">
      ${answers.map(([name, picture]) => html`<li class="answers__item">${pictogram(picture)}<div><h2 class="answers__title">${t(`pages.apply.${name}Heading`)}</h2><p>${t(`pages.apply.${name}Text`)}</p></div></li>`)}
    </ul>

    <h2>${t('pages.apply.nextHeading')}</h2>
    <ol class="thread">
      ${steps.map((step) => html`<li>${t(`pages.how.steps.${step}.title`)}</li>`)}
    </ol>
    <p><a href="/${lang}/how">${t('pages.apply.howLink')}</a></p>
  </div>
  <aside>
    ${panel(
      { title: t('pages.apply.needHeading') },
      html`<p class="quiet small">${t('pages.apply.needText')}</p>
      <ul class="proofs">
        ${needs.map((need) => html`<li>${pictogram('document', 'pictogram--tiny')}<span>${t(`pages.apply.need.${need}`)}</span></li>`)}
      </ul>
      <p><a href="/${lang}/criteria">${t('pages.apply.criteriaLink')}</a></p>`,
    )}
  </aside>
</div>`,
  );
}
