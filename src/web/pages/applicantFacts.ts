import { z } from 'zod';
import type { Facts } from '../../criteria/assessment.ts';
import { isNumeric, optionsOf } from '../../criteria/facts.ts';
import type { FactRule, SchemeText } from '../../criteria/scheme.ts';
import { type Fault, LabelError } from '../../errors.ts';
import type { Words } from '../../words/i18n.ts';
import { optionalNumber } from '../forms/fields.ts';
import type { FieldShape, TypedFields } from './applicantFields.ts';

/** The fields of some figures, each named by its id. */
export function factShape(rules: readonly FactRule[]): FieldShape {
  return Object.fromEntries(
    rules.map((rule) => [rule.id, isNumeric(rule) ? figure : z.enum([...optionsOf(rule), '']).optional()]),
  );
}

/** A number in which no comma or point can be read two ways: 1,240 or 1.240 is 1240 in one language and 1.24 in another. */
const figure = z
  .string()
  .max(40)
  .refine((value) => !/^\s*-?[1-9]\d{0,2}([.,]\d{3})+\s*$/.test(value), 'notANumber')
  .pipe(optionalNumber.unwrap())
  .optional();

/** The figures to save; a figure that was given before cannot be left empty, because nothing would say what it is now. */
export function givenFacts(rules: readonly FactRule[], typed: TypedFields, kept: Facts): Facts {
  const emptied = rules.filter(
    ({ id }) => (typed[id] === null || typed[id] === '') && kept[id] !== undefined,
  );
  if (emptied.length > 0) {
    throw new LabelError('invalid', { faults: emptied.map(({ id }) => ({ field: id, code: 'required' })) });
  }
  return Object.fromEntries(
    rules.flatMap(({ id }) => {
      const value = typed[id];
      return value === undefined || value === null || value === '' ? [] : [[id, value]];
    }),
  );
}

/** Runs a save; faults of figures come back with their names and numbers as people read them. */
export async function withNames<T>(text: SchemeText, words: Words, save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof LabelError) || error.code !== 'invalid') throw error;
    throw new LabelError('invalid', { faults: error.faults.map((fault) => named(fault, text, words)) });
  }
}

function named({ field, code, params = {} }: Fault, text: SchemeText, words: Words): Fault {
  const said = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number') return [name, words.number(value, 2)];
    return [name, name === 'of' ? (text.facts[value]?.label ?? value) : value];
  });
  return { field, code, params: Object.fromEntries(said) };
}
