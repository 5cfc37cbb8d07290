import { passageIn } from '../../../criteria/answerContent.ts';
import type { Answer, Passage } from '../../../criteria/assessment.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { FaultCode } from '../../forms/faultCode.ts';
import { optionalLine } from '../../forms/fields.ts';
import { type FieldShape, type TypedFields, textOf } from '../answers/fields.form.ts';

const maxQuote = 200;
const page = optionalLine(10)
  .unwrap()
  .refine((typed) => /^(?:[1-9]\d{0,3})?$/.test(typed), 'notANumber' satisfies FaultCode)
  .optional();
const quote = optionalLine(maxQuote).unwrap().optional();

/** Where to look in the documents of some criteria: `<id>.page.<document>` and `<id>.quote.<document>`. */
export function passageShape(
  criteria: readonly Criterion[],
  documents: readonly { readonly id: string }[],
): FieldShape {
  return Object.fromEntries(
    criteria.flatMap((criterion) =>
      documents.flatMap((document) => [
        [`${criterion.id}.page.${document.id}`, page],
        [`${criterion.id}.quote.${document.id}`, quote],
      ]),
    ),
  );
}

/** The passages of an answer in the documents that it names; one of which no field was sent stays as it is. */
export function passagesTyped(criterion: string, typed: TypedFields, before: Answer | null): Passage[] {
  return (before?.files ?? []).flatMap((document) => {
    const there = passageIn(before, document);
    const number = textOf(typed, `${criterion}.page.${document}`);
    const passage = {
      document,
      page: number === undefined ? (there?.page ?? null) : Number(number) || null,
      quote: textOf(typed, `${criterion}.quote.${document}`) ?? there?.quote ?? '',
    };
    return passage.page === null && passage.quote === '' ? [] : [passage];
  });
}
