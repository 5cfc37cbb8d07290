import type * as z from 'zod';
import {
  type Described,
  describedBy,
  mayBeEmpty,
  type OfferField,
  offerAsked,
  offerFields,
  offerTypes,
} from '../../../criteria/offer.ts';
import { choice, line, lines, optionalLine, optionalLines } from '../../forms/fields.ts';
import type { FieldShape, TypedFields } from './fields.form.ts';

/** What a new offer is described with. */
export const descriptionShape = shapeOf((field) =>
  mayBeEmpty(field) ? asked(field).optional() : asked(field),
);

/** The same where an offer is changed: a field that was not sent stays as it is. */
export const changedDescription = shapeOf((field) => asked(field).optional());

/** The same where it is tried out: nothing must be said. */
export const triedDescription = shapeOf((field) => {
  const as = offerAsked[field];
  return as.kind === 'type' ? choice(offerTypes).default('service') : maybe(as);
});

/** What was typed of an offer; what was not sent is as it was before. */
export function described(typed: TypedFields, before?: Described): Described {
  return describedBy(
    Object.fromEntries(offerFields.map((field) => [field, typed[field] ?? before?.[field]])),
  );
}

/** The shape of one field as it is typed. */
export function asked(field: OfferField): z.ZodType<string> {
  const as = offerAsked[field];
  if (as.kind === 'type') return choice(offerTypes);
  const { kind, max, maxWords = Number.POSITIVE_INFINITY } = as;
  const text = mayBeEmpty(field) ? maybe(as).unwrap() : kind === 'line' ? line(max) : lines(max);
  return text.refine((typed) => wordsIn(typed) <= maxWords, {
    message: 'tooManyWords',
    params: { fault: { max: maxWords } },
  });
}

function maybe({ kind, max }: { readonly kind: 'line' | 'lines'; readonly max: number }) {
  return kind === 'line' ? optionalLine(max) : optionalLines(max);
}

function shapeOf(shape: (field: OfferField) => FieldShape[string]): FieldShape {
  return Object.fromEntries(offerFields.map((field) => [field, shape(field)]));
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
