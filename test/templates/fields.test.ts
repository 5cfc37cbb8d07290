import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import * as z from 'zod';
import { createI18n } from '../../src/i18n/i18n.ts';
import { checkbox, radios, select } from '../../templates/components/choices.ts';
import { errorSummary } from '../../templates/components/errorSummary.ts';
import { dateField, figureField, fileField, textarea, textField } from '../../templates/components/fields.ts';
import type { Html } from '../../templates/html.ts';
import { pageFrame } from '../support/samples/pageFrame.ts';

const { resolve } = createRequire(import.meta.url);
const words = createI18n().en;
const frame = pageFrame(words);

// Options of govuk-frontend as far as ours have them too: a fixture with any other is one that ours cannot write.
const text = z.strictObject({ text: z.string() }).transform((given) => given.text);
const value = z.union([z.string(), z.number()]).transform(String);
const attributes = z.record(z.string(), z.string()).optional();
const about = { name: z.string(), hint: text.optional(), errorMessage: text.optional() };
const field = {
  ...about,
  id: z.string().optional(),
  label: text,
  classes: z.string().optional(),
  attributes,
};
const formGroup = z.strictObject({ classes: z.string() }).optional();

const fixtureFile = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.unknown(), html: z.string() })),
});

interface Held<Options extends z.ZodType> {
  /** How many of the fixtures ours can write, and of how many: other numbers mean that an upgrade changed the fixtures. */
  readonly covered: readonly [number, number];
  readonly options: Options;
  readonly ours: (options: z.output<Options>) => Html | undefined;
  /** The fixture with what ours adds to it everywhere. */
  readonly expected?: (fixture: string) => string;
}

function holdAgainst<Options extends z.ZodType>(component: string, held: Held<Options>): void {
  const [count, all] = held.covered;
  it(`equal what govuk-frontend writes for ${count} of the ${all} fixtures of ${component}`, () => {
    const file = resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
    const { fixtures } = fixtureFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const fitting = fixtures.flatMap(({ name, options, html }) => {
      const read = held.options.safeParse(options);
      return read.success ? [{ name, options: read.data, html }] : [];
    });
    expect([fitting.length, fixtures.length]).to.deep.equal(held.covered);
    for (const { name, options, html } of fitting) {
      const expected = held.expected?.(html) ?? html;
      expect(tokens(String(held.ours(options))), name).to.deep.equal(tokens(expected));
    }
  });
}

/** Tags with their attributes in one order, and texts; white space counts only inside a textarea and beside what stands in a line. */
function tokens(markup: string): string[] {
  const pieces = markup.match(/<[^>]+>|[^<]+/g) ?? [];
  const isInLine = (piece: string | undefined) => /^<\/?(a|span)\b/.test(piece ?? '');
  const written = pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    if (piece.startsWith('<')) return tag(piece);
    if (before?.startsWith('<textarea')) return piece;
    const line = piece.replace(/\s+/g, ' ');
    const start = isInLine(before) ? line : line.trimStart();
    return isInLine(after) ? start : start.trimEnd();
  });
  return written.filter((piece) => piece !== '');
}

function tag(piece: string): string {
  const [name, ...rest] = piece.match(/[^\s"=<>]+(="[^"]*")?/g) ?? [];
  return `<${[name, ...rest.sort()].join(' ')}>`;
}

/** The name that ours have for the error of a field. */
function common<Options extends { errorMessage?: string | undefined }>({
  errorMessage: error,
  ...rest
}: Options) {
  return { ...rest, error };
}

describe('fields of a form', () => {
  holdAgainst('input', {
    covered: [25, 45],
    options: z.strictObject({
      ...field,
      ...{ formGroup, value: z.union([z.string(), z.number()]).optional(), type: z.string().optional() },
      ...{ autocomplete: z.string().optional(), inputmode: z.string().optional() },
      ...{ spellcheck: z.boolean().optional(), suffix: text.optional() },
    }),
    ours: ({ formGroup: group, ...options }) =>
      textField(frame, { ...common(options), groupClass: group?.classes }),
  });

  holdAgainst('textarea', {
    covered: [10, 18],
    options: z.strictObject({
      ...field,
      ...{ formGroup, value: z.string().optional(), rows: z.number().optional() },
    }),
    ours: ({ formGroup: group, ...options }) =>
      textarea(frame, { ...common(options), groupClass: group?.classes }),
  });

  holdAgainst('select', {
    covered: [5, 19],
    options: z.strictObject({
      ...field,
      ...{ formGroup, value: value.optional() },
      items: z.array(z.strictObject({ value, text: z.string() })).default([]),
    }),
    ours: ({ formGroup: group, ...options }) =>
      select(frame, { ...common(options), groupClass: group?.classes }),
  });

  holdAgainst('file-upload', {
    covered: [7, 22],
    options: z.strictObject(field),
    ours: (options) => fileField(frame, common(options)),
    expected: (fixture) => fixture.replace(/^<div class="[^"]+/, '$& dropzone'),
  });
});

describe('choices of a form', () => {
  const idPrefix = z.string().optional();
  const item = { value, text: z.string(), hint: text.optional(), checked: z.literal(true).optional() };

  holdAgainst('checkboxes', {
    covered: [1, 42],
    options: z.strictObject({
      ...{ name: z.string(), idPrefix, errorMessage: text.optional() },
      items: z.tuple([z.strictObject(item)]),
    }),
    ours: ({ name, idPrefix: id, errorMessage: error, items: [box] }) =>
      checkbox(frame, {
        name,
        id,
        label: box.text,
        hint: box.hint,
        sends: box.value,
        value: box.checked,
        error,
      }),
  });

  holdAgainst('radios', {
    covered: [7, 43],
    options: z.strictObject({
      ...{ ...about, idPrefix, value: z.string().optional() },
      fieldset: z.strictObject({ legend: text }),
      classes: z.literal('govuk-radios--inline').optional(),
      items: z.array(z.strictObject(item)),
    }),
    ours: ({ name, idPrefix: id, fieldset, hint, errorMessage: error, classes, items, ...options }) =>
      radios(frame, {
        ...{ name, id, label: fieldset.legend, hint, error },
        items: items.map(({ checked: _, ...one }) => one),
        value: options.value ?? items.find(({ checked }) => checked)?.value,
        inline: classes !== undefined,
      }),
  });
});

describe('beyond the fixtures:', () => {
  const grades = {
    name: 'grade',
    label: 'Grade',
    items: ['a', 'b'].map((one) => ({ value: one, text: one })),
  };
  const chosen = (markup: Html) => String(markup).match(/<option[^>]* selected>/g) ?? [];

  it('a select shows the option with its value', () => {
    expect(chosen(select(frame, { ...grades, value: 'b' }))).to.deep.equal(['<option value="b" selected>']);
    expect(chosen(select(frame, { ...grades, value: 'c' }))).to.deep.equal([]);
  });

  it('a select without a value shows its empty option first', () => {
    const list = select(frame, { ...grades, empty: 'None', value: '' });
    expect(chosen(list)).to.deep.equal([]);
    expect(String(list)).to.match(/<select[^>]*>\s*<option value="">None<\/option>/);
  });

  it('an input is described by its hint and its error', () => {
    const box = checkbox(frame, {
      name: 'read',
      label: 'Read',
      hint: 'All of it',
      error: 'Read it',
      value: true,
    });
    expect(String(box)).to.contain(
      'type="checkbox" value="yes" checked aria-describedby="read-error read-item-hint">',
    );
  });

  it('a figure and a day name the keyboard they need', () => {
    const figure = figureField(frame, { name: 'share', label: 'Share', unit: '%' });
    expect(String(figure)).to.contain(
      'type="text" spellcheck="false" autocomplete="off" inputmode="decimal">',
    );
    expect(String(figure)).to.contain('<div class="govuk-input__suffix" aria-hidden="true">%</div>');
    expect(String(dateField(frame, { name: 'on', label: 'Day' }))).to.contain('name="on" type="date">');
  });
});

describe('the summary of errors', () => {
  const title = 'There is a problem';
  holdAgainst('error-summary', {
    covered: [5, 19],
    options: z.strictObject({
      titleText: z.literal(title),
      errorList: z.array(z.strictObject({ text: z.string(), href: z.string().optional() })),
    }),
    ours: ({ errorList }) =>
      errorSummary(
        frame,
        errorList.map(({ text: line, href }) => (href === undefined ? { text: line } : { text: line, href })),
      ),
    expected: (fixture) =>
      fixture
        .replace(title, words.t('site.errorTitle'))
        .replace('<div', '<div tabindex="-1" autofocus="autofocus"'),
  });

  it('is absent without errors', () => {
    expect(errorSummary(frame, [])).to.equal(undefined);
  });
});
