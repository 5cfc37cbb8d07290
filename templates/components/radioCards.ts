import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { describedBy, numbered } from './fields.ts';

interface RadioCards {
  readonly name: string;
  readonly legend: string;
  readonly legendHidden?: boolean;
  readonly id?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly items: readonly {
    readonly value: string | number;
    readonly title: string;
    readonly text?: string | undefined;
    readonly checked?: boolean | undefined;
    /** Not one of the steps: it stands below them. */
    readonly apart?: boolean | undefined;
  }[];
}

/** Choices to weigh: each a card with what it means, in their order. */
export function radioCards({ t }: Frame, cards: RadioCards): Html {
  const { name, legend, legendHidden, id = name, hint, error } = cards;
  const items = cards.items.map((item, at) => ({ ...item, id: numbered(id, at) }));
  return html`<fieldset class="choices${error && ' choices--error'}"${attributes({ 'aria-describedby': describedBy({ name, id, hint, error }) })}>
  <legend class="choices__legend${legendHidden && ' govuk-visually-hidden'}">${legend}</legend>
  ${hint && html`<p class="govuk-hint" id="${id}-hint">${hint}</p>`}
  ${error && html`<p class="govuk-error-message" id="${id}-error"><span class="govuk-visually-hidden">${t('site.errorColon')}</span> ${error}</p>`}
  <div class="choices__steps">${items.filter(({ apart }) => !apart).map((item) => card(name, item))}</div>
  ${items.filter(({ apart }) => apart).map((item) => card(name, item))}
</fieldset>`;
}

function card(
  name: string,
  { id, value, title, text, checked }: RadioCards['items'][number] & { readonly id: string },
): Html {
  return html`<div class="choice">
    <input class="choice__input" type="radio" id="${id}" name="${name}" value="${value}"${checked && html` checked`}${text && html` aria-describedby="${id}-text"`}>
    <label class="choice__label" for="${id}"><span class="choice__title">${title}</span></label>
    ${text && html`<span class="choice__text" id="${id}-text">${text}</span>`}
  </div>`;
}
