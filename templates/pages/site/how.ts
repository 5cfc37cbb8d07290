import { button } from '../../components/button.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { type WayStep, wayPicture } from './wayPicture.ts';

const steps: readonly WayStep[] = ['assess', 'screen', 'review', 'decide', 'sign', 'follow'];

const rules = [
  ['separate', 'hands'],
  ['conflict', 'eye'],
  ['reasons', 'document'],
  ['open', 'house'],
] as const;

/** How the label is got, in pictures, and what makes it fair. */
export function howPage(frame: Frame): Html {
  const { t, lang } = frame;
  const lead = t('pages.how.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.how.title')), description: lead },
    html`<h1>${t('pages.how.title')}</h1>
<p class="lead">${lead}</p>
<ol class="way">
  ${steps.map(
    (step, at) => html`<li class="way__step">
    ${wayPicture(step)}
    <p class="way__who">${t(`pages.how.who.${step}`)}</p>
    <h2 class="way__title"><span class="way__number">${at + 1}</span> ${t(`pages.how.steps.${step}.title`)}</h2>
    <p>${t(`pages.how.steps.${step}.text`)}</p>
  </li>`,
  )}
</ol>
<p><a href="/${lang}/how-long">${t('howLong.title')}</a></p>
<section class="panel">
  <h2 class="panel__title">${t('pages.how.fairHeading')}</h2>
  <ul class="fair fair--beside">
    ${rules.map(([rule, picture]) => html`<li class="fair__item">${pictogram(picture, 'pictogram--small')}<span>${t(`pages.how.fair.${rule}`)}</span></li>`)}
  </ul>
</section>

<h2>${t('pages.how.afterHeading')}</h2>
<p>${t('pages.how.afterText')}</p>
<ul>
  <li><a href="/${lang}/how/rules">${t('pages.how.diagramHeading')}</a></li>
  <li><a href="/${lang}/site-checks">${t('siteChecks.title')}</a></li>
</ul>
<p class="row no-print">${button({ text: t('nav.apply'), href: `/${lang}/apply` })} ${button({ text: t('nav.criteria'), href: `/${lang}/criteria`, kind: 'quiet' })}</p>`,
  );
}
