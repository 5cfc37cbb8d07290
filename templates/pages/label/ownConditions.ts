import type { AttachingView } from '../../../src/web/application/evidence/attaching.form.ts';
import type { ConditionCard } from '../../../src/web/label/conditionCards.view.ts';
import type { OwnConditionsView } from '../../../src/web/label/ownConditions.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { attachForm } from './attachForm.ts';
import { conditionHead } from './conditionHead.ts';

type View = OwnConditionsView & AttachingView & FormState;

/** What a label depends on, for its holder: each condition with its day, what was said of it, and the form of its proof. */
export function ownConditionsPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { number, organisation, kitHref, cards, open, ended, writes, refusal, saved } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('conditions.title'), { refusal }), bodyClass: 'kit-page' },
    html`<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${organisation.href}">${organisation.name}</a> · <a href="${kitHref}">${number}</a></p>
${errorSummary(frame, refusal.summary)}
<h1>${t('conditions.title')}</h1>
<p class="lead">${t('conditions.lead', { open })}</p>
${ended && html`<p class="banner">${t('conditions.ended')}</p>`}
${open > 0 && !ended && html`<p>${t('conditions.public')}</p>`}
${open > 0 && !writes && html`<p class="banner banner--sun">${t('conditions.reader')}</p>`}
${view.contestedUntil && html`<p>${t('sanctions.own.appeal.standing', { until: view.contestedUntil })} <a href="${kitHref}/appeal">${t('appeals.label.link')}</a></p>`}
${view.isFiled && html`<p class="banner banner--good" role="status">${t('conditions.filed')}</p>`}
${saved && html`<p class="banner banner--good" role="status">${t('conditions.sent')}</p>`}
${open > 0 && writes && !ended && attachForm(frame, view)}
${cards.map((card) => condition(frame, view, card))}
<p class="after"><a href="${kitHref}">${t('conditions.back')}</a></p>`,
  );
}

function condition(frame: Frame, view: View, card: ConditionCard): Html {
  return html`<section class="card question" id="condition-${card.id}">
  ${conditionHead(frame, card)}
  ${nextStep(frame, view, card)}
</section>`;
}

/** The form of the proof, or for whom it waits. */
function nextStep(frame: Frame, view: View, card: ConditionCard): Content {
  const { t } = frame;
  if (card.may.includes('submitProof'))
    return html`${card.state === 'unmet' && html`<p class="banner banner--sun">${t('conditions.unmet')}</p>`}${proofForm(frame, view, card)}`;
  if (card.state === 'proofSubmitted') return html`<p class="quiet">${t('conditions.waits')}</p>`;
  return card.state === 'met' && html`<p class="quiet">${t('conditions.met')}</p>`;
}

function proofForm(frame: Frame, view: View, { id, revision }: ConditionCard): Html {
  const { t } = frame;
  const { href, at, values, refusal } = view;
  const own = at === id ? { value: values.proof, error: refusal.faults.proof } : { id: `proof-${id}` };
  return html`<form method="post" action="${href}/${id}/proof" novalidate>
  ${hidden(frame, revision)}
  ${textarea(frame, { name: 'proof', label: t('conditions.proof'), hint: t('conditions.proofHint'), rows: 4, ...own })}
  ${documentBoxes(frame, view, id)}
  ${button({ text: t('conditions.submit') })}
</form>`;
}

function documentBoxes(frame: Frame, { documents, at, values }: View, id: string): Html {
  const { t } = frame;
  if (documents.length === 0) return html`<p class="quiet">${t('conditions.noDocuments')}</p>`;
  return html`<fieldset class="seats">
  <legend>${t('conditions.documents')}</legend>
  ${documents.map((document) => {
    const name = `document.${document.id}`;
    const value = at === id && values[name] === 'yes';
    return checkbox(frame, { name, id: `${name}-${id}`, label: document.latest.name, value });
  })}
</fieldset>`;
}
