import type { PrecedentsView } from '../../../src/web/committee/precedents.view.ts';
import { select } from '../../components/choices.ts';
import { outcomes } from '../../components/decision.ts';
import { textField } from '../../components/fields.ts';
import { pagination } from '../../components/pagination.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** Earlier decisions without names, and the form that looks for them. */
export function precedentsPage(frame: Frame, view: PrecedentsView): Html {
  const { t } = frame;
  const { precedents, previous, next } = view;
  return staffLayout(
    frame,
    { name: t('precedents.title') },
    html`<h1>${t('precedents.title')}</h1>
<p class="lead">${t('precedents.lead')}</p>
${searchForm(frame, view)}
<h2>${t('precedents.found')}</h2>
${
  precedents.length > 0
    ? html`<ol class="plain">${precedents.map((one) => html`<li>${precedentCard(frame, one)}</li>`)}</ol>`
    : html`<p>${t('precedents.none')}</p>`
}
${pagination({
  label: t('site.pages'),
  previous: previous !== null && { href: previous, text: t('precedents.first') },
  next: next !== null && { href: next, text: t('site.next') },
})}`,
  );
}

function searchForm(frame: Frame, { typed, criteria }: PrecedentsView): Html {
  const { t, lang } = frame;
  const action = `/${lang}/precedents`;
  const empty = t('precedents.any');
  return html`<form class="card" method="get" action="${action}" role="search">
  <div class="journal__filters">
    ${select(frame, { name: 'criterion', label: t('precedents.criterion'), value: typed.criterion, empty, items: criteria })}
    ${select(frame, { name: 'outcome', label: t('precedents.outcome'), value: typed.outcome, empty, items: outcomes.map((value) => ({ value, text: t(`outcomes.${value}`) })) })}
    ${textField(frame, { name: 'q', label: t('precedents.text'), hint: t('precedents.textHint'), value: typed.text, autocomplete: 'off' })}
  </div>
  <p class="row"><button class="button" type="submit">${t('precedents.find')}</button>${(typed.criterion || typed.outcome || typed.text) && html` <a href="${action}">${t('precedents.reset')}</a>`}</p>
</form>`;
}

const tones = { granted: 'leaf', grantedWithConditions: 'sun', refused: 'coral' } as const;

function precedentCard(frame: Frame, one: PrecedentsView['precedents'][number]): Html {
  const { t, lang, date } = frame;
  const { outcome, decidedOn, legalForm, criteriaVersion: version, overturnedOn } = one;
  const { reason, conditions, places } = one;
  return html`<article class="card precedent">
  <h3>${pill({ tone: tones[outcome], text: t(`outcomes.${outcome}`) })} ${date(decidedOn)}</h3>
  <p class="quiet">${t('precedents.line', { form: t(`legalForms.${legalForm}`), version })}</p>
  ${overturnedOn && html`<p class="note note--stop">${t('precedents.overturned', { day: date(overturnedOn) })}</p>`}
  <p class="typed">${reason}</p>
  ${
    conditions.length > 0 &&
    html`<h4>${t('precedents.conditions', { count: conditions.length })}</h4>
  <ul>${conditions.map(({ text, due }) => html`<li>${t('staff.decision.condition', { text, due: date(due) })}</li>`)}</ul>`
  }
  ${
    places.length > 0 &&
    html`<h4>${t('precedents.places', { count: places.length })}</h4>
  <dl class="precedent__places">
    ${places.map(
      ({ id, title, level, text, sought }) =>
        html`<dt><a class="code" href="/${lang}/precedents?criterion=${id}"${sought && html` aria-current="true"`}>${id}</a> ${title}${level && [' ', pill({ tone: '', text: level })]}</dt>
    <dd class="typed">${text || t('precedents.namedOnly')}</dd>`,
    )}
  </dl>`
  }
</article>`;
}
