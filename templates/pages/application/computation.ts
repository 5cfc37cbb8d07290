import type { ComputationView } from '../../../src/web/application/answers/computation.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { checkbox } from '../../components/choices.ts';
import { textField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { score } from './parts/score.ts';
import { wholeForm } from './parts/wholeForm.ts';

/** The lines that the base of an offer is added up from. */
export function computationPage(frame: Frame, view: ComputationView & FormState): Html {
  const { t } = frame;
  const { offer, rows, sum, uncounted } = view;
  const { closed, href } = view.frame;
  const title = t('computation.title');
  return applicationLayout(frame, view, {
    name: title,
    form: html`<p class="overline"><a href="${href}/offers/${offer.id}">${offer.name}</a></p>
<h1>${title}</h1>
<p class="lead">${t('computation.lead')} ${t(`computation.example.${offer.type}`)}</p>
${view.tellsUncounted && html`<p class="quiet">${t('computation.uncounted')}</p>`}
${closed && html`<p class="banner">${closed}</p>`}
${wholeForm(frame, view.frame, {
  legend: title,
  fields: html`<input type="hidden" name="versionToken" value="${view.versionToken}">
    ${doubts(frame, view)}
    <section class="card question">
      ${rows.map((n) => line(frame, view, n))}
      <p class="quiet">${t('computation.more')}</p>
      ${sum && html`<p class="well"><strong>${sum}</strong>${uncounted.length > 0 && html`<br>${t('computation.left', { names: uncounted.join(', ') })}`}</p>`}
    </section>`,
})}`,
    side: score(frame, view.score),
  });
}

/** The sums that look like a slip, each with a box to tick. */
function doubts(
  frame: Frame,
  { counted, names, refusal: { faults, sure } }: ComputationView & FormState,
): Content {
  return counted.map(
    (id) =>
      faults[id] &&
      html`<div class="card question sure" id="${id}" tabindex="-1">
      <p><strong>${names[id]}</strong><br>${faults[id]}</p>
      ${sure[id] && checkbox(frame, { name: `${id}.sure`, label: frame.t('figure.sure'), sends: sure[id] })}
    </div>`,
  );
}

function line(
  frame: Frame,
  { unit, values, refusal: { faults } }: ComputationView & FormState,
  n: number,
): Html {
  const { t } = frame;
  const field = (name: string) => ({ name, value: values[name], error: faults[name], autocomplete: 'off' });
  const figure = (name: 'amount' | 'here') =>
    textField(frame, {
      ...field(`${name}${n}`),
      label: t(`computation.${name}`, { unit }),
      inputmode: 'decimal',
      spellcheck: false,
      classes: 'figure-input',
    });
  return html`<fieldset class="line">
        <legend class="line__number">${t('computation.line', { n })}</legend>
        ${textField(frame, { ...field(`what${n}`), label: t('computation.what'), groupClass: 'line__what' })}
        ${figure('amount')}
        ${figure('here')}
      </fieldset>`;
}
