import type { DeclarationView } from '../../../src/web/label/declaration.view.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { definitions } from '../../components/definitions.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea, textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import { savingStatus } from '../../components/savingStatus.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';
import { fact } from '../application/parts/fact.ts';
import { conditionsDue } from './conditionsDue.ts';

type View = DeclarationView & FormState;

/** What the holder of a label declares, until when, and what was said of it. */
export function declarationPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { task, number, organisation, href, refusal, saved, writes, waits, declared } = view;
  const title = t(`surveillance.task.${task}`);
  return layout(
    frame,
    { title: titleOf(frame, `${title} · ${number}`, { refusal }) },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
<p class="overline"><a href="${href}">${number}</a> · ${organisation}</p>
<h1>${title}</h1>
${saved && html`<p class="banner banner--good" role="status">${t(waits ? 'declaration.kept' : 'declaration.saved')}</p>`}
${standing(frame, view)}
${said(frame, view)}
${conditionsDue(frame, view.conditions, `${href}/conditions`)}
${writes ? form(frame, view) : waits && html`<p class="banner banner--sun">${t('declaration.reader')}</p>`}
${!writes && declared && declaration(frame, view, declared)}
<p class="after"><a href="${href}">${t('declaration.back')}</a> · <a href="${href}/declarations">${t('surveillance.list.title')}</a></p>
</div>`,
  );
}

/** Where it stands, and until when something is to be done. */
function standing(frame: Frame, { task, state, waits, dueAt }: View): Html {
  const { t } = frame;
  const due = dueDay(frame, dueAt);
  if (!waits) return html`<p class="lead">${t(`declaration.state.${state}`)}</p>`;
  return html`<p class="lead">${t(state === 'findings' ? 'declaration.lead.findings' : `declaration.lead.${task}`)}</p>
<p><strong>${state === 'overdue' ? t('declaration.late', { due }) : t('declaration.until', { due })}</strong></p>`;
}

/** What the officers said, the last word first. */
function said({ t, date }: Frame, { words }: View): Content {
  return words.toReversed().map(
    ({ step, text, at }) => html`<section class="card">
  <p class="overline">${t(`surveillance.said.${step}`, { on: date(at) })}</p>
  <p class="asked">${text}</p>
</section>`,
  );
}

/** Nothing on the page follows from what is saved while it is typed. */
export function savedDeclaration(): Html {
  return html``;
}

/** Its script saves each change; Enter in a field saves as well, and only the button sends. */
function form(frame: Frame, view: View): Html {
  const { t } = frame;
  const { task, figures, questions, accounts, values, refusal, lastYear } = view;
  const field = (name: string) => ({ name, value: values[name], error: refusal.faults[name] });
  return html`<form method="post" action="${view.action}" novalidate data-autosave>
  ${csrfField(frame)}<input type="hidden" name="versionToken" value="${view.versionToken}">
  <button class="govuk-visually-hidden" type="submit" name="go" value="stay" tabindex="-1" aria-hidden="true"></button>
  ${
    figures.length > 0 &&
    html`<section class="card question">
    <h2 class="question__title">${t('declaration.figures')}</h2>
    <p>${t('declaration.figuresHint')}</p>
    ${figures.map((one) => fact(frame, one, { ...view, lastCycle: lastYear }))}
    ${accounts && textField(frame, { ...field('accounts'), label: t('declaration.accounts'), hint: t('declaration.accountsHint') })}
  </section>`
  }
  ${
    questions.length > 0 &&
    html`<section class="card question">
    <h2 class="question__title">${t('declaration.questions')}</h2>
    <p>${t('declaration.questionsHint')}</p>
    ${questions.map(({ name, question, asks }) =>
      radios(frame, {
        ...field(name),
        label: question,
        hint: asks,
        inline: true,
        items: (['yes', 'no'] as const).map((value) => ({ value, text: t(`declaration.met.${value}`) })),
      }),
    )}
  </section>`
  }
  <section class="card question">
    <h2 class="question__title">${t('declaration.words')}</h2>
    ${textarea(frame, { ...field('text'), label: t(`declaration.text.${task}`), hint: t(`declaration.textHint.${task}`), rows: 4 })}
    ${textField(frame, { ...field('name'), label: t('declaration.name'), autocomplete: 'name' })}
    ${textField(frame, { ...field('role'), label: t('declaration.role'), hint: t('declaration.roleHint'), autocomplete: 'organization-title' })}
    <p>${t('declaration.signing')}</p>
  </section>
  <div class="savebar">
    ${savingStatus(frame, t('saving.other', { value: '%s' }))}
    ${button({ text: t('declaration.send'), name: 'go', value: 'next' })}
    ${button({ text: t('declaration.keep'), kind: 'quiet', name: 'go', value: 'stay' })}
  </div>
  ${script(frame, 'autosave.js')}
</form>`;
}

function declaration(
  { t, date }: Frame,
  { task }: View,
  { lines, text, name, role, at }: NonNullable<View['declared']>,
): Html {
  return html`<section class="card">
  <h2>${t('declaration.sent', { on: date(at) })}</h2>
  ${definitions(lines)}
  <h3>${t(`declaration.text.${task}`)}</h3>
  <p class="asked">${text}</p>
  <p class="quiet small">${t('declaration.signedBy', { name, role })}</p>
</section>`;
}
