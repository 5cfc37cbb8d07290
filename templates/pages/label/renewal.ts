import type { RenewalView } from '../../../src/web/label/renewal.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { csrfField } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** When a label can be renewed, under which criteria, and what is other for its file than at the last cycle. */
export function renewalPage(frame: Frame, view: RenewalView & FormState): Html {
  const { t, lang } = frame;
  const { number, organisation, href, refusal, version, findings } = view;
  const title = t('renewalPage.title');
  return layout(
    frame,
    { title: titleOf(frame, `${title} · ${number}`, { refusal }) },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${organisation.href}">${organisation.name}</a> · <a href="${href}">${number}</a></p>
<h1>${title}</h1>
${standing(frame, view)}
<h2>${t('renewalPage.goals.title')}</h2>
<p>${t('renewalPage.version')} <a href="${version.href}">${t('renewalPage.versionName', { version: version.number })}</a>.</p>
${goals(frame, view)}
${criteria(frame, view)}
${findings > 0 && html`<h2>${t('renewalPage.findings.title')}</h2><p>${t('renewalPage.findings.text', { count: findings })} <a href="${href}">${t('renewalPage.back')}</a></p>`}
${figures(frame, view)}
</div>`,
  );
}

function standing(frame: Frame, { window, opens, until, may, renewalHref }: RenewalView): Html {
  const { t } = frame;
  return html`<p class="lead">${t(`renewalPage.window.${window}`, { opens, until })}</p>
${renewalHref && html`<p>${button({ text: t('renewalPage.goOn'), href: renewalHref })}</p>`}
${may && html`<p>${t('renewalPage.how')}</p><form method="post" novalidate>${csrfField(frame)}${button({ text: t('renewal.window.button'), size: 'large' })}</form>`}`;
}

function goals({ t }: Frame, { goals: { overall, floor, score, isBelow } }: RenewalView): Html {
  return html`<table class="govuk-table">
  <thead><tr><th scope="col">${t('renewalPage.goals.what')}</th><th scope="col">${t('renewalPage.goals.before')}</th><th scope="col">${t('renewalPage.goals.after')}</th></tr></thead>
  <tbody>
    <tr><th scope="row">${t('renewalPage.goals.overall')}</th><td>${overall.before}</td><td><strong>${overall.after}</strong></td></tr>
    <tr><th scope="row">${t('renewalPage.goals.floor')}</th><td>${floor.before}</td><td><strong>${floor.after}</strong></td></tr>
  </tbody>
</table>
${score !== null && html`<p>${t(isBelow ? 'renewalPage.goals.below' : 'renewalPage.goals.reached', { score })}</p>`}`;
}

function criteria({ t }: Frame, { criteria: rows, retired }: RenewalView): Html {
  return html`<h2>${t('renewalPage.criteria.title')}</h2>
${
  rows.length === 0
    ? html`<p>${t('renewalPage.criteria.none')}</p>`
    : html`<ul class="tasks">${rows.map(
        ({ id, title, href, kinds, minimum, decided, isBelow }) => html`<li class="task">
  <span class="task__text"><a href="${href}"><span class="code">${id}</span> ${title}</a><span class="task__line">${kinds.map((kind) => t(`renewalPage.criteria.why.${kind}`)).join(' · ')}${minimum !== null && html`<br>${t('renewalPage.criteria.minimum', { level: minimum })}`}${decided !== null && html` ${t('renewalPage.criteria.decided', { level: decided })}`}</span></span>
  ${isBelow && html`<span class="task__state">${pill({ tone: 'coral', text: t('renewalPage.criteria.below') })}</span>`}
</li>`,
      )}</ul>`
}
${retired.length > 0 && html`<p class="quiet">${t('renewal.retired')} ${retired.join(', ')}</p>`}`;
}

function figures({ t }: Frame, { figures: declared }: RenewalView): Content {
  return (
    declared &&
    declared.moved.length > 0 &&
    html`<h2>${t('renewalPage.figures.title')}</h2>
<p>${t('renewalPage.figures.text', { on: declared.on })}</p>
<table class="govuk-table">
  <thead><tr><th scope="col">${t('renewalPage.figures.what')}</th><th scope="col">${t('renewalPage.figures.then')}</th><th scope="col">${t('renewalPage.figures.now')}</th></tr></thead>
  <tbody>${declared.moved.map(({ name, before, now }) => html`<tr><th scope="row">${name}</th><td>${before ?? '–'}</td><td>${now}</td></tr>`)}</tbody>
</table>`
  );
}
