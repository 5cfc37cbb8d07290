import type { TryView } from '../../../src/web/application/answers/tryOut.view.ts';
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

/** The whole self-assessment on one page, for anyone: computed and forgotten. */
export function tryPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { result, themes } = view;
  const title = t('try.title');
  return layout(
    frame,
    {
      title: titleOf(frame, result ? `${result.title} · ${title}` : title, view),
      description: t('try.lead'),
    },
    html`${errorSummary(frame, view.refusal.summary)}
<h1>${title}</h1>
<p class="lead">${t('try.lead')}</p>
<p class="well">${t('try.kept')}</p>
<form method="post" action="/${lang}/try#result" novalidate>
  ${result && tryResult(frame, result)}
  <nav class="no-print" aria-label="${t('try.parts')}">
    <ul class="try-parts">
      <li><a href="#figures">${t('applicant.figures.title')}</a></li>
      ${themes.map((theme) => html`<li><a href="#${theme.id}">${theme.title}</a></li>`)}
      <li><a href="#offer">${t('try.offer')}</a></li>
    </ul>
  </nav>
  ${figuresPart(frame, view)}
  ${themes.map((theme) =>
    part(
      frame,
      { ...theme, heading: `${theme.id}-heading` },
      html`<p class="quiet">${t('applicant.tasks.themeLine', { count: theme.criteria.length })}</p>
    ${criteria(frame, theme, view)}`,
    ),
  )}
  ${part(frame, { id: 'offer', heading: 'offer-heading', pictogram: 'basket', title: t('try.offer') }, offerPart(frame, view))}
</form>`,
  );
}

interface Part extends Pick<TryView['themes'][number], 'id' | 'pictogram' | 'title'> {
  /** Id of its heading. */
  readonly heading: string;
}

function part({ t }: Frame, { id, heading, title, pictogram: name }: Part, content: Content): Html {
  return html`<section class="try-part" id="${id}" aria-labelledby="${heading}">
    <h2 class="theme__title" id="${heading}">${pictogram(name, 'pictogram--small')}<span>${title}</span></h2>
    ${content}
    <p class="row no-print"><button class="button" type="submit">${t('try.button')}</button></p>
  </section>`;
}

function figuresPart(frame: Frame, view: View): Html {
  const { t } = frame;
  return part(
    frame,
    { id: 'figures', heading: 'figures-title', pictogram: 'sum', title: t('applicant.figures.title') },
    html`<p>${t('applicant.figures.lead')}</p>
    ${view.groups.map(
      (
        group,
      ) => html`<section class="card question"><h3 class="question__title question__title--group">${pictogram(group.pictogram, 'pictogram--small')}${group.title}</h3>
      ${group.facts.map((one) => fact(frame, one, view))}
    </section>`,
    )}`,
  );
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
