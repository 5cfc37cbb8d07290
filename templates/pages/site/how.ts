import { button } from '../../components/button.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html, raw } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface HowView {
  /** How an application moves, drawn as SVG. */
  readonly diagram: string;
}

const steps = [
  ['assess', 'pencil'],
  ['screen', 'magnifier'],
  ['review', 'reviewers'],
  ['decide', 'table'],
  ['sign', 'shield'],
  ['follow', 'calendar'],
] as const;

const rules = [
  ['separate', 'hands'],
  ['conflict', 'eye'],
  ['reasons', 'document'],
  ['open', 'house'],
] as const;

/** How the label is got, step by step, and what makes it fair. */
export function howPage(frame: Frame, { diagram }: HowView): Html {
  const { t, lang } = frame;
  const lead = t('pages.how.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.how.title')), description: lead },
    html`<h1>${t('pages.how.title')}</h1>
<p class="lead">${lead}</p>
<div class="columns">
<ol class="path">
  ${steps.map(
    ([step, picture], at) => html`<li class="path__step">
    <span class="path__picture">${pictogram(picture)}</span>
    <div>
      <h2 class="path__title">${at + 1}. ${t(`pages.how.steps.${step}.title`)}</h2>
      <p>${t(`pages.how.steps.${step}.text`)}</p>
    </div>
  </li>`,
  )}
</ol>
<aside class="panel">
<h2 class="panel__title">${t('pages.how.fairHeading')}</h2>
<ul class="fair">
  ${rules.map(([rule, picture]) => html`<li class="fair__item">${pictogram(picture, 'pictogram--small')}<span>${t(`pages.how.fair.${rule}`)}</span></li>`)}
</ul>
</aside>
</div>

<h2>${t('pages.how.diagramHeading')}</h2>
<p>${t('pages.how.diagramText')}</p>
<div class="diagram scroll" tabindex="0" role="group" aria-label="${t('pages.how.diagramHeading')}">${raw(diagram)}</div>

<h2>${t('pages.how.afterHeading')}</h2>
<p>${t('pages.how.afterText')}</p>
<p><a href="/${lang}/site-checks">${t('siteChecks.title')}</a></p>
<p class="row no-print">${button({ text: t('nav.apply'), href: `/${lang}/apply` })} ${button({ text: t('nav.criteria'), href: `/${lang}/criteria`, kind: 'quiet' })}</p>`,
  );
}
