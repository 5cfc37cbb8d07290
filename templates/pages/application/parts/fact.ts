import type { FactFieldView } from '../../../../src/web/application/answers/facts.view.ts';
import { checkbox, radios } from '../../../components/choices.ts';
import { figureField } from '../../../components/fields.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What a page of figures shows beside them. */
export interface LastCycle {
  /** What was said in the cycle before, by figure. */
  readonly lastCycle?: Readonly<Record<string, string>>;
}

/** One figure to give, with a box to tick where its value looks like a slip. */
export function fact(
  frame: Frame,
  view: FactFieldView,
  { values, refusal, lastCycle = {} }: LastCycle & FormState,
): Html {
  const { t } = frame;
  const { id: name, label, help: hint, unit, options } = view;
  const field = { name, label, hint, value: values[name], error: refusal.faults[name] };
  const sure = refusal.sure[name];
  return html`${options.length > 0 ? radios(frame, { ...field, items: options, inline: true }) : figureField(frame, { ...field, unit })}
${lastCycle[name] && html`<p class="quiet then">${lastCycle[name]}</p>`}
${sure && html`<div class="sure">${checkbox(frame, { name: `${name}.sure`, label: t(sure === 'empty' ? 'figure.sureEmpty' : 'figure.sure'), sends: sure })}</div>`}`;
}
