import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { about, classesOf, describedBy, type Field, formGroup, group, numbered } from './fields.ts';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Choices under a name of their own. */
interface Choices {
  readonly text: string;
  readonly items: readonly Choice[];
}

interface Select extends Field {
  readonly items: readonly (Choice | Choices)[];
  /** Text of a first choice without value. */
  readonly empty?: string | undefined;
}

/** One of a list that folds. */
export function select(frame: Frame, field: Select): Html {
  const { name, id = name, value, empty } = field;
  const items = empty ? [{ value: '', text: empty }, ...field.items] : field.items;
  const option = (item: Choice) =>
    html`<option value="${item.value}"${item.value === value && value !== '' && html` selected`}>${item.text}</option>`;
  const described = attributes({ 'aria-describedby': describedBy(field), ...field.attributes });
  return group(
    frame,
    field,
    html`<select class="${classesOf('govuk-select', field)}" id="${id}" name="${name}"${described}>
  ${items.map((item) => ('items' in item ? html`<optgroup label="${item.text}">${item.items.map(option)}</optgroup>` : option(item)))}
</select>`,
  );
}

interface Checkbox extends Pick<Field, 'name' | 'label' | 'id' | 'hint' | 'error'> {
  /** Whether it is ticked. */
  readonly value?: boolean | undefined;
  /** What is sent when it is: "yes" where it is not given. */
  readonly sends?: string | undefined;
}

/** One box. */
export function checkbox(frame: Frame, field: Checkbox): Html {
  const { name, id = name, label, hint, value: checked, error, sends = 'yes' } = field;
  const described = describedBy({ name, id, error });
  return formGroup(
    { error },
    html`${about(frame, { name, id, error })}
  <div class="govuk-checkboxes" data-module="govuk-checkboxes">${box('checkboxes', { name, id, value: sends, text: label, hint, checked, described })}</div>`,
  );
}

interface Radios extends Pick<Field, 'name' | 'label' | 'id' | 'hint' | 'error'> {
  readonly items: readonly (Choice & { readonly hint?: string | undefined })[];
  /** The one that is chosen. */
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined;
}

/** Plain radio buttons; for choices to weigh take `radioCards`. */
export function radios(frame: Frame, field: Radios): Html {
  const { name, id = name, label, error, items, value, inline } = field;
  return formGroup(
    { error },
    html`<fieldset class="govuk-fieldset"${attributes({ 'aria-describedby': describedBy(field) })}>
  <legend class="govuk-fieldset__legend">${label}</legend>
  ${about(frame, field)}
  <div class="govuk-radios${inline && ' govuk-radios--inline'}" data-module="govuk-radios">
    ${items.map((item, at) => box('radios', { ...item, name, id: numbered(id, at), checked: item.value !== '' && item.value === value }))}
  </div>
</fieldset>`,
  );
}

interface Box extends Choice {
  readonly name: string;
  readonly id: string;
  readonly hint?: string | null | undefined;
  readonly checked?: boolean | undefined;
  readonly described?: string | undefined;
}

function box(kind: 'checkboxes' | 'radios', { name, id, value, text, hint, checked, described }: Box): Html {
  const by = [described, hint && `${id}-item-hint`].filter(Boolean).join(' ');
  const type = kind === 'radios' ? 'radio' : 'checkbox';
  return html`<div class="govuk-${kind}__item">
  <input class="govuk-${kind}__input" id="${id}" name="${name}" type="${type}" value="${value}"${checked && html` checked`}${by && html` aria-describedby="${by}"`}>
  <label class="govuk-label govuk-${kind}__label" for="${id}">${text}</label>
  ${hint && html`<div id="${id}-item-hint" class="govuk-hint govuk-${kind}__hint">${hint}</div>`}
</div>`;
}
