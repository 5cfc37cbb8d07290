import type { CheckView } from '../../../src/web/application/answers/check.view.ts';
import type { SaidGroup } from '../../../src/web/application/submission/said.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { checkbox, radios } from '../../components/choices.ts';
import { periodText } from '../../components/evidence.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { said } from './parts/said.ts';
import { score } from './parts/score.ts';

type SubmitView = CheckView & FormState & { readonly groups: readonly SaidGroup[] };

/** The last look before an application is sent: what is missing, what is declared, and what is signed. */
export function submitPage(frame: Frame, view: SubmitView): Html {
  const { t } = frame;
  const { sentAt } = view;
  const { closed, beside, href } = view.frame;
  return applicationLayout(frame, view, {
    name: t('applicant.submit.title'),
    form: html`<h1>${t('applicant.submit.title')}</h1>
<p class="lead">${t('applicant.submit.lead')}</p>
${closed && html`<p class="banner">${closed}</p>`}
${sentAt && html`<p class="banner banner--sun"><span>${t('deposit.alreadySent', { date: frame.date(sentAt) })} ${beside} <a href="${href}">${t('deposit.toProgress')}</a></span></p>`}
${sentAt ? missing(frame, view) : gate(frame, view)}`,
    side: score(frame, view.score),
  });
}

function missing({ t }: Frame, view: SubmitView): Content {
  const ready = view.frame.editable && !view.sentAt && view.refusal.summary.length === 0;
  if (view.missing.length === 0)
    return (
      ready &&
      html`<p class="banner banner--good">${pictogram('tick', 'pictogram--small')}<span>${t('applicant.submit.nothingMissing')}</span></p>`
    );
  return html`<section class="card question" aria-labelledby="missing">
  <h2 class="question__title" id="missing">${t('applicant.submit.missingTitle')}</h2>
  ${view.missing.map(missingGroup)}
</section>`;
}

/** A long list opens by its title: who has just begun sees what there is to do at a glance. */
const longList = 8;

function missingGroup({ title, items }: CheckView['missing'][number]): Html {
  const named = html`${title} <span class="pill">${items.length}</span>`;
  const list = html`<ul class="missing">${items.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`;
  if (items.length <= longList) return html`<h3 class="missing__title">${named}</h3>${list}`;
  return html`<details class="disclosure"><summary>${named}</summary>${list}</details>`;
}

function oldDocuments(frame: Frame, { old, frame: { href } }: CheckView): Content {
  const { t } = frame;
  return (
    old.length > 0 &&
    html`<section class="card question" aria-labelledby="old">
  <h2 class="question__title" id="old">${t('evidence.oldTitle')} <span class="pill pill--sun">${old.length}</span></h2>
  <p>${t('evidence.oldText')}</p>
  <ul class="missing">${old.map(({ id, latest }) => html`<li><a href="${href}/evidence/${id}">${latest.name}</a> <span class="quiet">${periodText(frame, latest)}</span></li>`)}</ul>
</section>`
  );
}

/** Only an owner declares and signs; everyone else of the organisation reads what will be sent. */
function gate(frame: Frame, view: SubmitView): Content {
  const { t } = frame;
  const { editable, href } = view.frame;
  const look = html`${missing(frame, view)}
${said(frame, { groups: view.groups, paper: `${href}/file.pdf` })}
${oldDocuments(frame, view)}`;
  if (!view.mayCommit) {
    return html`${look}
${editable && html`<p class="banner banner--sun">${t('applicant.submit.ownerOnly')}</p>`}`;
  }
  // The form holds all that is read before sending, so that its buttons stay in sight over the whole page.
  return html`<form method="post" novalidate>
  ${look}
  <fieldset class="whole-form"${!editable && html` disabled`}>
    <legend class="govuk-visually-hidden">${t('applicant.submit.title')}</legend>
    ${csrfField(frame)}
    ${exclusions(frame, view)}
    ${view.frame.about ? sameScores(view) : publicScores(frame, view)}
    ${signature(frame, view)}
  </fieldset>
  ${editable && sendBar(frame)}
</form>`;
}

function exclusions(frame: Frame, view: SubmitView): Html {
  const { t } = frame;
  const { values, refusal } = view;
  return html`<section class="card question asks" aria-labelledby="exclusions">
  <h2 class="question__title" id="exclusions">${t('applicant.submit.exclusions')}</h2>
  <p class="question__help">${t('applicant.submit.exclusionsHelp')}</p>
  ${view.exclusions.map(({ name, question, effect }) =>
    radios(frame, {
      name,
      label: question,
      hint: t('applicant.submit.ifYes', { effect }),
      inline: true,
      value: values[name],
      error: refusal.faults[name],
      items: yesOrNo(frame),
    }),
  )}
</section>`;
}

function publicScores(frame: Frame, { values, refusal }: SubmitView): Html {
  const { t } = frame;
  return html`<section class="card question asks" aria-labelledby="public">
  <h2 class="question__title" id="public">${t('applicant.submit.public')}</h2>
  ${radios(frame, {
    name: 'showScores',
    label: t('applicant.submit.showScores'),
    hint: t('applicant.submit.showScoresHint'),
    inline: true,
    value: values.showScores,
    error: refusal.faults.showScores,
    items: yesOrNo(frame),
  })}
</section>`;
}

/** Whether scores are shown was said of the label that is there. */
function sameScores({ values }: SubmitView): Html {
  return html`<input type="hidden" name="showScores" value="${values.showScores || 'no'}">`;
}

function yesOrNo({ t }: Frame) {
  return [
    { value: 'yes', text: t('site.yes') },
    { value: 'no', text: t('site.no') },
  ];
}

function signature(frame: Frame, view: SubmitView): Html {
  const { t, lang } = frame;
  const { version, values, refusal } = view;
  return html`<section class="card question" aria-labelledby="rules">
  <h2 class="question__title" id="rules">${t('applicant.submit.send')}</h2>
  <p><a href="/${lang}/criteria/${version}">${t('applicant.submit.readRules')}</a></p>
  ${checkbox(frame, {
    name: 'rulesAccepted',
    label: t('applicant.submit.rulesAccepted'),
    value: values.rulesAccepted === 'yes',
    error: refusal.faults.rulesAccepted,
  })}
  ${textField(frame, {
    name: 'name',
    label: t('deposit.gate.name'),
    hint: t('deposit.gate.nameHint'),
    value: values.name,
    error: refusal.faults.name,
    autocomplete: 'name',
  })}
  ${view.frame.editable && html`<p class="quiet small after-button">${t('applicant.submit.after')}</p>`}
</section>`;
}

function sendBar({ t }: Frame): Html {
  return html`<div class="savebar">
    ${button({ text: t('applicant.submit.button'), name: 'go', value: 'send' })}
    ${button({ text: t('applicant.submit.later'), kind: 'quiet', name: 'go', value: 'stay' })}
  </div>`;
}
