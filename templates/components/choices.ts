import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { about, classesOf, describedBy, type Field, formGroup, group } from './fields.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface Select extends Field {
  readonly items: readonly Choice[];
  /** Text of a first choice without value. */
  readonly empty?: string | undefined;
}

/** One of a list that folds. */
export function select(frame: Frame, field: Select): Html {
  const { name, id = name, value, empty } = field;
  const items = empty ? [{ value: '', text: empty }, ...field.items] : field.items;
  const described = attributes({ 'aria-describedby': describedBy(field), ...field.attributes });
  return group(
    frame,
    field,
    html`<select class="${classesOf('govuk-select', field)}" id="${id}" name="${name}"${described}>
  ${items.map((item) => html`<option value="${item.value}"${item.value === value && value !== '' && html` selected`}>${item.text}</option>`)}
</select>`,
  );
}

interface Checkbox extends Omit<Field, 'value'> {
  /** Whether it is ticked. */
  readonly value?: boolean | undefined;
  /** What is sent when it is: "yes" where it is not given. */
  readonly sends?: string | undefined;
}

/** One box. */
export function checkbox(frame: Frame, field: Checkbox): Html {
  const { name, id = name, label, hint, value, error, sends = 'yes' } = field;
  const described = describedBy({ name, id, error });
  const item = { value: sends, text: label, hint, checked: value, attributes: field.attributes };
  return formGroup(
    { error },
    html`${about(frame, { name, id, error })}
  <div class="govuk-checkboxes" data-module="govuk-checkboxes">${box('checkboxes', { name, id, item, described })}</div>`,
  );
}

interface Item extends Choice {
  readonly hint?: string | null | undefined;
  readonly checked?: boolean | undefined;
  readonly attributes?: Field['attributes'];
}

interface Several extends Omit<Field, 'value'> {
  readonly items: readonly Item[];
}

/** Several boxes under one legend. */
export function checkboxes(frame: Frame, field: Several): Html {
  return fieldset(
    frame,
    field,
    html`<div class="govuk-checkboxes" data-module="govuk-checkboxes">
  ${field.items.map((item, at) => box('checkboxes', { name: field.name, id: itemId(field, at), item }))}
</div>`,
  );
}

/** Plain radio buttons; for choices to weigh take `radioCards`. */
export function radios(
  frame: Frame,
  field: Several & { readonly value?: string | undefined; readonly inline?: boolean | undefined },
): Html {
  const { name, items, value, inline } = field;
  return fieldset(
    frame,
    field,
    html`<div class="govuk-radios${inline && ' govuk-radios--inline'}" data-module="govuk-radios">
  ${items.map((item, at) => box('radios', { name, id: itemId(field, at), item: { ...item, checked: !!value && item.value === value } }))}
</div>`,
  );
}

/** The first has no number, so that a summary of errors leads to it. */
function itemId({ name, id = name }: Pick<Field, 'name' | 'id'>, at: number): string {
  return at === 0 ? id : `${id}-${at + 1}`;
}

function fieldset(frame: Frame, field: Omit<Field, 'value'>, choices: Html): Html {
  const { error, label } = field;
  return formGroup(
    { error },
    html`<fieldset class="govuk-fieldset"${attributes({ 'aria-describedby': describedBy(field) })}>
  <legend class="govuk-fieldset__legend">${label}</legend>
  ${about(frame, field)}
  ${choices}
</fieldset>`,
  );
}

interface Box {
  readonly name: string;
  readonly id: string;
  readonly item: Item;
  readonly described?: string | undefined;
}

function box(kind: 'checkboxes' | 'radios', { name, id, item, described }: Box): Html {
  const { value, text, hint, checked } = item;
  const by = [described, hint && `${id}-item-hint`].filter(Boolean).join(' ');
  const type = kind === 'radios' ? 'radio' : 'checkbox';
  return html`<div class="govuk-${kind}__item">
  <input class="govuk-${kind}__input" id="${id}" name="${name}" type="${type}" value="${value}"${checked && html` checked`}${attributes({ 'aria-describedby': by || undefined, ...item.attributes })}>
  <label class="govuk-label govuk-${kind}__label" for="${id}">${text}</label>
  ${hint && html`<div id="${id}-item-hint" class="govuk-hint govuk-${kind}__hint">${hint}</div>`}
</div>`;
}
