import type { TryView } from '../../../src/web/application/answers/tryOut.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { description } from './parts/description.ts';
import { fact } from './parts/fact.ts';
import { figures, level } from './parts/level.ts';
import { question } from './parts/question.ts';
import { tryResult } from './parts/tryResult.ts';

type View = Omit<TryView, 'names'> & FormState;

/** A part of the self-assessment for anyone, or its result: computed and forgotten, what was typed on other parts is carried along. */
export function tryPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { result, parts, at } = view;
  const title = t('try.title');
  const place = parts.findIndex(({ id }) => id === at);
  const shown = parts[place];
  const carried = Object.entries(view.refusal.typed).filter(
    ([name, value]) => value !== '' && name !== 'go' && name !== 'at' && !view.fields.includes(name),
  );
  const head = result?.title ?? shown?.title ?? '';
  return layout(
    frame,
    { title: titleOf(frame, `${head} · ${title}`, view), description: t('try.lead') },
    html`${errorSummary(frame, view.refusal.summary)}
<h1>${title}</h1>
${place === 0 && html`<p class="lead">${t('try.lead')}</p><p class="well">${t('try.kept')}</p>`}
<form method="post" action="/${lang}/try" novalidate>
  <input type="hidden" name="at" value="${at}">
  ${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  ${result && tryResult(frame, result)}
  ${shown && part(frame, view, shown, place)}
  <h2 class="govuk-visually-hidden" id="parts">${t('try.parts')}</h2>
  <ul class="try-parts no-print" aria-labelledby="parts">
    ${parts.map(
      ({ id, title: text }) =>
        html`<li><button type="submit" name="go" value="${id}"${id === at && html` aria-current="step"`}>${text}</button></li>`,
    )}
  </ul>
</form>`,
  );
}

function part(frame: Frame, view: View, shown: TryView['parts'][number], place: number): Html {
  const { t } = frame;
  const next = view.parts[place + 1];
  return html`<section class="try-part" aria-labelledby="part-title">
    <p class="quiet">${t('try.place', { place: place + 1, of: view.parts.length })}</p>
    <h2 class="theme__title" id="part-title">${pictogram(shown.pictogram, 'pictogram--small')}<span>${shown.title}</span></h2>
    ${content(frame, view)}
    <div class="row no-print">
      ${next && button({ text: t('try.onward', { part: next.title }), name: 'go', value: next.id })}
      ${button({ text: t('try.button'), name: 'go', value: 'result', ...(next && { kind: 'quiet' }) })}
    </div>
  </section>`;
}

function content(frame: Frame, view: View): Content {
  if (view.at === 'figures') return figuresPart(frame, view);
  if (view.at === 'offer') return offerPart(frame, view);
  const theme = view.themes.find(({ id }) => id === view.at);
  return (
    theme &&
    html`<p class="quiet">${frame.t('applicant.tasks.themeLine', { count: theme.criteria.length })}</p>
    ${criteria(frame, theme, view)}`
  );
}

function figuresPart(frame: Frame, view: View): Html {
  const { t } = frame;
  return html`<p>${t('applicant.figures.lead')}</p>
    ${view.groups.map(
      (
        group,
      ) => html`<section class="card question"><h3 class="question__title question__title--group">${pictogram(group.pictogram, 'pictogram--small')}${group.title}</h3>
      ${group.facts.map((one) => fact(frame, one, view))}
    </section>`,
    )}`;
}

function offerPart(frame: Frame, view: View): Html {
  const { t } = frame;
  const { offer } = view;
  return html`<p>${t('try.offerLead')}</p>
    <section class="card question" id="O00"><h3 class="question__title">${t('applicant.offers.described')}</h3>${description(frame, offer.description, view)}</section>
    <section class="card question"><h3 class="question__title">${t('applicant.offers.figures')}</h3>${offer.facts.map((one) => fact(frame, one, view))}</section>
    ${criteria(frame, offer, view)}`;
}

/** Criteria without documents: those come with an application. */
function criteria(
  frame: Frame,
  section: Pick<TryView['offer'], 'criteria'>,
  { values, refusal, version }: View,
): Content {
  return section.criteria.map((one) => {
    const { id } = one;
    const field = `${id}.level`;
    return html`<section class="card question" id="${id}" aria-labelledby="${id}-title">
  ${question(frame, one, html`<a class="code" href="/${frame.lang}/criteria/${version}/${id}">${id}</a>`, 3)}
  ${figures(frame, one)}
  ${level(frame, one, { chosen: values[field], error: refusal.faults[field] })}
</section>`;
  });
}
