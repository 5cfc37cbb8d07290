import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

interface Asked {
  /** Name of its field, and where a link finds it. */
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly help: string;
  readonly value?: string;
  readonly answers: readonly ('yes' | 'no' | 'unsure')[];
  readonly below?: Content;
}

/** A plain question before an application, its answers beside each other. */
export function answerCards({ t }: Frame, { id, number, text, help, value, answers, below }: Asked): Html {
  return html`<fieldset class="card question" id="${id}">
  <legend class="question__title"><span class="code">${number}</span> ${text}</legend>
  <p class="question__help">${help}</p>
  <div class="ten__options${answers.length === 2 && ' ten__options--two'}">
    ${answers.map((answer) => html`<div class="choice"><input class="choice__input" type="radio" id="${id}-${answer}" name="${id}" value="${answer}"${answer === value && html` checked`}><label class="choice__label" for="${id}-${answer}"><span class="choice__title">${t(`before.answer.${answer}`)}</span></label></div>`)}
  </div>
  ${below}
</fieldset>`;
}
