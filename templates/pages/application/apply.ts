import type { ApplyView } from '../../../src/web/application/answers/apply.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { reach } from '../site/contact.ts';
import { answerCards } from './parts/answerCards.ts';

const needs = ['statutes', 'accounts', 'pay', 'suppliers', 'energy', 'offer'] as const;

/** Where organisations start: what it costs and takes, what excludes, and the way on with what was answered. */
export function applyPage(frame: Frame, view: ApplyView): Html {
  const { t, lang } = frame;
  const lead = t('pages.apply.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.apply.title')), description: lead },
    html`<div class="columns">
  <div>
    <h1>${t('pages.apply.title')}</h1>
    <p class="lead">${lead}</p>
    ${facts(frame, view)}
    ${steps(frame, view)}
    ${excluding(frame, view)}
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
    ${panel(
      { title: t('apply.unsure') },
      html`<ul class="plain">
        <li><a href="/${lang}/is-it-for-us">${t('before.title')}</a> <span class="quiet">${t('before.doors.is')}</span></li>
        <li><a href="/${lang}/try">${t('try.title')}</a> <span class="quiet">${t('before.doors.try')}</span></li>
        <li><a href="/${lang}/how">${t('pages.apply.howLink')}</a></li>
      </ul>`,
    )}
  </aside>
</div>`,
  );
}

function facts(frame: Frame, { fees, validity, operator }: ApplyView): Html {
  const { t, number, lang } = frame;
  const price = fees.free
    ? t('apply.price.free')
    : t('apply.price.fees', { application: number(fees.application), yearly: number(fees.yearly) });
  return definitions(
    [
      { term: t('apply.price.term'), html: html`<strong>${price}</strong>` },
      { term: t('pages.apply.timeHeading'), text: t('pages.apply.timeText') },
      {
        term: t('apply.holds.term'),
        text: t('apply.holds.text', {
          months: validity.months,
          young: validity.monthsIfYoung,
          age: validity.youngMonths,
        }),
      },
      { term: t('pages.apply.whoHeading'), text: t('pages.apply.whoText') },
      { term: t('apply.runs.term'), text: operator.name ?? t('apply.runs.office') },
      {
        term: t('apply.person'),
        html: html`${reach(operator)} <a href="/${lang}/contact">${t('contact.title')}</a>`,
      },
    ],
    'well facts-down',
  );
}

function steps({ t, lang }: Frame, { steps: all, whole }: ApplyView): Html {
  return html`<h2>${t('apply.steps.heading')}</h2>
    <p>${t('apply.steps.text')}</p>
    <ol class="thread">
      ${all.map(
        ({ step, days, took }) =>
          html`<li>${t(`pages.how.steps.${step}.title`)} · <strong>${t('apply.steps.days', { days })}</strong>${took && html` <span class="quiet">${t('apply.steps.took', took)}</span>`}</li>`,
      )}
    </ol>
    <p><strong>${t('apply.steps.whole', whole)}</strong></p>
    <p><a href="/${lang}/how-long">${t('howLong.title')}</a></p>`;
}

function excluding(frame: Frame, { exclusions }: ApplyView): Html {
  const { t, lang } = frame;
  return html`<form method="get" action="/${lang}/start" class="ten">
      <h2>${t('before.excluding.heading', { count: exclusions.length })}</h2>
      <p>${t('before.excluding.text')}</p>
      ${exclusions.map(({ name, question, effect }, at) =>
        answerCards(frame, {
          ...{ id: name, number: at + 1, text: question },
          help: t('applicant.submit.ifYes', { effect }),
          answers: ['yes', 'no'],
        }),
      )}
      <p class="row ten__end">${button({ text: t('apply.open'), kind: 'sun', size: 'large' })}</p>
      <p class="quiet">${t('apply.openNote')}</p>
    </form>`;
}
