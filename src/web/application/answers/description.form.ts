import * as z from 'zod';
import {
  type Described,
  describedBy,
  freeFields,
  mayBeEmpty,
  type OfferField,
  offerAsked,
  offerFields,
} from '../../../criteria/offer.ts';
import { line, lines, optionalContact, optionalLine, optionalLines } from '../../forms/fields.ts';
import type { FieldShape, TypedFields } from './fields.form.ts';

const optional = { line: optionalLine, lines: optionalLines, contact: optionalContact };
const required = { line, lines, contact: line };

/** What a new offer is described with. */
export const descriptionShape = shapeOf((name) => (mayBeEmpty(name) ? asked(name).optional() : asked(name)));

/** The same where an offer is changed: a field that was not sent stays as it is. */
export const changedDescription = shapeOf((field) => asked(field).optional());

/** What the holder of a label changes of an offer without a new file. */
export const freeShape = shapeOf((field) => asked(field).optional(), freeFields);

/** The same where it is tried out: everything may stay empty. */
export const triedDescription = shapeOf((field) => {
  const as = offerAsked[field];
  if ('max' in as) return optional[as.kind](as.max);
  return as.kind === 'type' ? z.enum(as.values).default('service') : asked(field).optional();
});

/** What was typed of an offer; what was not sent is as it was before. */
export function described(typed: TypedFields, before?: Described): Described {
  return describedBy(Object.fromEntries(offerFields.map((name) => [name, typed[name] ?? before?.[name]])));
}

/** The shape of one field as it is typed. */
export function asked(field: OfferField): z.ZodType<string> {
  const as = offerAsked[field];
  if ('values' in as) return z.enum(mayBeEmpty(field) ? ['', ...as.values] : as.values);
  const { kind, max, maxWords = Number.POSITIVE_INFINITY } = as;
  const text = mayBeEmpty(field) ? optional[kind](max).unwrap() : required[kind](max);
  const params = { fault: { max: maxWords } };
  return text.refine((typed) => countWords(typed) <= maxWords, { message: 'tooManyWords', params });
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function shapeOf(shape: (field: OfferField) => FieldShape[string], fields = offerFields): FieldShape {
  return Object.fromEntries(fields.map((field) => [field, shape(field)]));
}
