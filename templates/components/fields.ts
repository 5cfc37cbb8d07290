import type { Frame, KeptFile } from '../frame.ts';
import { attributes, type Content, type Html, html } from '../html.ts';

/** What every field takes: the markup is that of govuk-frontend; a hint or error that is empty is left out. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** `name` where it is not given. */
  readonly id?: string | undefined;
  readonly hint?: string | null | undefined;
  readonly value?: string | number | null | undefined;
  readonly error?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, string | undefined>> | undefined;
  readonly classes?: string | undefined;
  readonly groupClass?: string | undefined;
}

interface TextField extends Field {
  readonly type?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly suffix?: string | undefined;
}

/** One line of text. */
export function textField(frame: Frame, field: TextField): Html {
  const { name, id = name, type = 'text', spellcheck, value, autocomplete, inputmode, suffix } = field;
  const input = html`<input class="${classesOf('govuk-input', field)}" id="${id}" name="${name}" type="${type}"${attributes(
    {
      spellcheck: spellcheck === undefined ? undefined : String(spellcheck),
      value: value ?? undefined,
      'aria-describedby': describedBy(field),
      autocomplete,
      inputmode,
      ...field.attributes,
    },
  )}>`;
  return group(
    frame,
    field,
    suffix
      ? html`<div class="govuk-input__wrapper">${input}<div class="govuk-input__suffix" aria-hidden="true">${suffix}</div></div>`
      : input,
  );
}

interface FigureField extends Omit<Field, 'classes' | 'groupClass'> {
  readonly unit?: string | undefined;
}

/** A figure: right-aligned, decimal keyboard, the unit after the box. */
export function figureField(frame: Frame, { unit, ...field }: FigureField): Html {
  return textField(frame, {
    ...field,
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: false,
    suffix: unit,
    classes: 'figure-input',
    groupClass: 'figure-group',
  });
}

/** A day. */
export function dateField(frame: Frame, field: Omit<Field, 'classes'>): Html {
  return textField(frame, { ...field, type: 'date', classes: 'date-input' });
}

/** Text of several lines. */
export function textarea(frame: Frame, field: Field & { readonly rows?: number | undefined }): Html {
  const { name, id = name, rows = 5, value } = field;
  const described = attributes({ 'aria-describedby': describedBy(field), ...field.attributes });
  return group(
    frame,
    field,
    html`<textarea class="${classesOf('govuk-textarea', field)}" id="${id}" name="${name}" rows="${rows}"${described}>${value}</textarea>`,
  );
}

interface FileField extends Omit<Field, 'value' | 'groupClass'> {
  /** The file that was chosen before, where its form was refused for something else: it is taken unless another one is chosen. */
  readonly kept?: KeptFile | null | undefined;
}

/** A file, dropped or chosen. */
export function fileField(frame: Frame, field: FileField): Html {
  const { name, id = name, kept } = field;
  const described = attributes({ 'aria-describedby': describedBy(field), ...field.attributes });
  return group(
    frame,
    { ...field, groupClass: 'dropzone' },
    html`${kept && keptBox(frame, kept)}<input class="${classesOf('govuk-file-upload', field)}" id="${id}" name="${name}" type="file"${described}>`,
  );
}

function keptBox({ t }: Frame, { key, name }: KeptFile): Html {
  return html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="keptFile" name="keptFile" type="checkbox" value="${key}" checked><label class="govuk-label govuk-checkboxes__label" for="keptFile">${t('site.fileKept', { name })}</label></div></div>
  `;
}

/** The field with its label, hint and error. */
export function group(frame: Frame, field: Field, input: Html): Html {
  const { name, id = name, label } = field;
  return formGroup(
    field,
    html`<label class="govuk-label" for="${id}">${label}</label>
  ${about(frame, field)}
  ${input}`,
  );
}

type About = Pick<Field, 'name' | 'id' | 'hint' | 'error'>;

/** Around a field or several. */
export function formGroup(
  { error, groupClass }: Pick<Field, 'error' | 'groupClass'>,
  content: Content,
): Html {
  return html`<div class="govuk-form-group${error && ' govuk-form-group--error'}${groupClass && ` ${groupClass}`}">
  ${content}
</div>`;
}

/** Hint and error of a field. */
export function about({ t }: Frame, { name, id = name, hint, error }: About): Content {
  return [
    hint && html`<div id="${id}-hint" class="govuk-hint">${hint}</div>`,
    error &&
      html`<p id="${id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">${t('site.errorColon')}</span> ${error}</p>`,
  ];
}

/** The ids of hint and error, for `aria-describedby`. */
export function describedBy({ name, id = name, hint, error }: About): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** Class of the element itself. */
export function classesOf(base: string, { classes, error }: Pick<Field, 'classes' | 'error'>): string {
  return `${base}${classes ? ` ${classes}` : ''}${error ? ` ${base}--error` : ''}`;
}

/** The id of one of several choices: the first has that of the field itself, so that a summary of errors leads to it. */
export function numbered(id: string, at: number): string {
  return at === 0 ? id : `${id}-${at + 1}`;
}
