import * as z from 'zod';
import type { Facts } from '../../../criteria/assessment.ts';
import { isNumeric, optionsOf } from '../../../criteria/figures.ts';
import type { FactRule, PublishedScheme, SchemeText } from '../../../criteria/scheme.ts';
import { type Fault, LabelError } from '../../../errors.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { optionalNumber } from '../../forms/fields.ts';
import { type FieldShape, type TypedFields, textOf } from './fields.form.ts';

/** What the tick beside a doubtful figure sends back: its value, or this where it shall be empty. */
const empty = 'empty';

/** The fields of some figures, each named by its id, and `<id>.sure` for the tick of one that looks like a slip. */
export function factShape(rules: readonly FactRule[]): FieldShape {
  return Object.fromEntries(
    rules.flatMap((rule) => [
      [
        rule.id,
        isNumeric(rule)
          ? rule.unit === '%'
            ? percentage
            : figure
          : z.enum([...optionsOf(rule), '']).optional(),
      ],
      [`${rule.id}.sure`, z.string().max(40).optional()],
    ]),
  );
}

/** A number, or undefined where the field was not sent. */
const figure = optionalNumber.unwrap().optional();

/** The same of percentages, whose sign the field says already. */
const percentage = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.replace(/\s*%\s*$/u, '') : typed),
  figure,
);

/** The figures that a form gives, as far as they differ from what is there. */
export function givenFacts(rules: readonly FactRule[], typed: TypedFields, kept: Facts): Facts {
  return Object.fromEntries(
    rules.flatMap(({ id }) => {
      const value = typed[id];
      return value === undefined || value === null || value === '' || value === kept[id] ? [] : [[id, value]];
    }),
  );
}

/** The same with those emptied and those confirmed; a tick that comes without its field says what the field held. */
export function changedFacts(rules: readonly FactRule[], typed: TypedFields, kept: Facts) {
  const sure = sureIn(rules, typed);
  const sent = Object.entries(typed).filter(([, value]) => value !== undefined);
  const given: TypedFields = { ...sure, ...Object.fromEntries(sent) };
  return {
    facts: givenFacts(rules, given, kept),
    removed: rules.flatMap(({ id }) =>
      kept[id] !== undefined && (given[id] === null || given[id] === '') ? [id] : [],
    ),
    sure,
  };
}

/** Whether there is anything to save. */
export function isChange({ facts, removed }: ReturnType<typeof changedFacts>): boolean {
  return Object.keys(facts).length + removed.length > 0;
}

/** What was confirmed, by figure; null where it shall be empty. */
export function sureIn(rules: readonly FactRule[], typed: TypedFields): Record<string, number | null> {
  return Object.fromEntries(
    rules.flatMap(({ id }): [string, number | null][] => {
      const mark = textOf(typed, `${id}.sure`);
      if (mark === empty) return [[id, null]];
      return mark !== undefined && /^-?\d+(\.\d+)?$/.test(mark) ? [[id, Number(mark)]] : [];
    }),
  );
}

/** Runs a save; faults of figures come back with their names and numbers as people read them. */
export async function withNames(
  published: PublishedScheme,
  words: Translator,
  save: () => unknown,
): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (!(error instanceof LabelError) || error.code !== 'invalid') throw error;
    throw new LabelError('invalid', { faults: namedFaults(error.faults, published, words) });
  }
}

/** The same of faults. */
export function namedFaults(
  faults: readonly Fault[],
  { texts }: PublishedScheme,
  words: Translator,
): readonly Fault[] {
  return faults.map((one) => named(one, texts[words.language], words));
}

function named({ field, code, params = {} }: Fault, text: SchemeText, words: Translator): Fault {
  const entries = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number') return [name, words.number(value, 2)];
    if (name === 'of') return [name, text.facts[value]?.label ?? value];
    return [name, name === 'before' ? (text.facts[field]?.options?.[value] ?? value) : value];
  });
  return { field, code, params: Object.fromEntries(entries) };
}
