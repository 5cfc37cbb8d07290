import * as z from 'zod';
import { categories } from './category.ts';
import { meanings } from './meanings.ts';

/** What kind of thing an offer is; decides how "made here" is computed. */
export const offerTypes = ['service', 'object', 'food', 'secondHand'] as const;
export type OfferType = (typeof offerTypes)[number];

/** The figure that says the type of an offer. */
export const typeFact = meanings.offerType;

/**
 * What an applicant says of an offer, in the order in which it is asked, shown, exported and compared. One that may be left empty
 * is `.optional()`: it is absent then, and in offers that were stored before it was asked.
 */
export const offerShape = {
  name: z.string(),
  type: z.enum(offerTypes),
  // What it is, in plain words.
  sheet: z.string(),
  category: z.enum(categories).optional(),
  // As its maker writes it: a price, a range, what it depends on.
  price: z.string().optional(),
  delivery: z.string().optional(),
  // Where people buy it or ask for it: a link or a mailbox (register/siteIn.ts).
  contact: z.string().optional(),
};
export type OfferField = keyof typeof offerShape;
type Held = z.infer<z.ZodObject<typeof offerShape>>;
export type Described = { readonly [Field in keyof Held]: Exclude<Held[Field], undefined> };

/** A good or service that a label covers or shall cover. */
export type Offer = Described & { readonly id: string };

interface Place {
  /** Where it stands when it is shown: above all, in a line beside other facts, or under a heading of its own. */
  readonly place: 'title' | 'fact' | 'text';
  /** Whether the holder of a label changes it without a new file, because no criterion looks at it. */
  readonly free?: true;
}

/** Text of one line or several, or a way to reach somebody, with most characters and most words; or one of some values. */
type Asked =
  | { readonly kind: 'line' | 'lines' | 'contact'; readonly max: number; readonly maxWords?: number }
  | { readonly kind: 'type' | 'category'; readonly values: readonly string[] };

/** How each field is entered, and where it is shown. */
export const offerAsked: Readonly<Record<OfferField, Asked & Place>> = {
  name: { kind: 'line', max: 120, place: 'title' },
  type: { kind: 'type', values: offerTypes, place: 'fact' },
  // Short enough to be read by whoever buys.
  sheet: { kind: 'lines', max: 2000, maxWords: 150, place: 'text' },
  category: { kind: 'category', values: categories, place: 'fact' },
  price: { kind: 'line', max: 120, place: 'fact', free: true },
  delivery: { kind: 'line', max: 200, place: 'fact', free: true },
  contact: { kind: 'contact', max: 200, place: 'fact', free: true },
};

/** Whether that is the name of a field. */
export function isOfferField(name: string): name is OfferField {
  return Object.hasOwn(offerShape, name);
}

/** The fields in their order. */
export const offerFields: readonly OfferField[] = Object.keys(offerShape).filter(isOfferField);

/** Those that the holder of a label changes without a new file. */
export const freeFields: readonly OfferField[] = offerFields.filter((field) => offerAsked[field].free);

/** Whether a field may be left empty. */
export function mayBeEmpty(field: OfferField): boolean {
  return offerShape[field].safeParse(undefined).success;
}

const wholeDescription = z.custom<Described>((held) => z.object(offerShape).safeParse(held).success);

/** The description that some fields hold; what may be left empty and is, is absent. */
export function describedBy(held: Readonly<Partial<Record<OfferField, unknown>>>): Described {
  const absent = (field: OfferField) =>
    held[field] === undefined || (held[field] === '' && mayBeEmpty(field));
  const given = offerFields.filter((field) => !absent(field)).map((field) => [field, held[field]]);
  return wholeDescription.parse(Object.fromEntries(given));
}
