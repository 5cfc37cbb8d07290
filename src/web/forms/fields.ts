import * as z from 'zod';
import { readDay, typedDay } from '../../register/readDay.ts';
import { contactAddress, isWebLink } from '../../register/siteIn.ts';
import type { FaultCode } from './faultCode.ts';
import { readNumber } from './readNumber.ts';

/**
 * Control characters, marks that turn the direction of text, and marks piled upon one letter, more than any script does: no one types
 * them, and they can disguise a name or cover what stands beside it.
 */
const hidden = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{M}{8}/u;
/** What is seen: neither spaces of any width nor letters without a shape. */
const visible = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** One line, trimmed, not empty. */
export const line = (max: number) => required(oneLine(max));

/** One line that may be left empty. */
export const optionalLine = (max: number) => oneLine(max).default('');

/** Several lines, trimmed, not empty. */
export const lines = (max: number) => required(text(max));

/** Several lines that may be left empty. */
export const optionalLines = (max: number) => text(max).default('');

/** An address on the web, with or without `https://`, that may be left empty. */
export const optionalLink = (max: number) =>
  oneLine(max)
    .refine((value) => value === '' || isWebLink(value), says('badLink'))
    .default('');

/** A mailbox or an address on the web by which people reach somebody, that may be left empty. */
export const optionalContact = (max: number) =>
  oneLine(max)
    .refine((value) => value === '' || contactAddress(value) !== null, says('badContact'))
    .default('');

/** What people do not see and leave empty, and programs that fill in every field do not. */
export const trap = z
  .string()
  .refine((value) => value === '', says('leaveEmpty'))
  .default('');

/** One of some words; an empty choice is a missing one. */
export const choice = <const Options extends readonly string[]>(options: Options) => z.enum(options);

/** A day of our time as people type it, see readDay.ts, given as YYYY-MM-DD; or empty. */
export const optionalDay = dayWhere((day) => /^(?:19|20|21)/.test(day));

/** The same, null when left empty. */
export const dayOrNull = optionalDay.transform(orNull);

/** The day that a question is about, long before or after our time as well, given as YYYY-MM-DD; or empty. */
export const askedDay = dayWhere(() => true);

/** A day that exists, as YYYY-MM-DD. */
export const day = required(optionalDay);

/** A time of the day, as HH:MM. */
export const timeOfDay = required(
  oneLine(8).refine((value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), says('badTime')),
);

/** A number as people write it, see readNumber.ts; null when left empty. */
export const optionalNumber = z
  .string()
  .max(40)
  .transform((typed, ctx) => {
    const read = readNumber(typed);
    if ('value' in read) return read.value;
    const { fault, ...ways } = read;
    const params = fault === 'ambiguousNumber' ? { fault: { typed: typed.trim(), ...ways } } : {};
    ctx.addIssue({ code: 'custom', message: says(fault), params });
    return z.NEVER;
  })
  .default(null);

/** A box that was ticked. */
export const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** A revision that a form carried along, as digits. */
export const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** What a form was given when it was shown, so that sending it twice makes one thing: an id of ours, or nothing. */
export const once = z
  .string()
  .regex(/^[0-9A-Z]{9,26}$/)
  .optional();

/** An e-mail address, in lower case; of ASCII as it was typed, because some look-alikes of letters turn into them. */
export const email = z
  .string()
  .refine((value) => /^\p{ASCII}*$/u.test(value.trim()), says('badEmail'))
  .pipe(required(oneLine(254).transform((value) => value.toLowerCase())))
  .refine(
    (value) => value === '' || /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value),
    says('badEmail'),
  );

/** A text that is far too long stays as it is, for `max` to refuse: putting accents in order takes the square of their number. */
function text(max: number) {
  return z
    .string()
    .transform((value) =>
      value.length > 2 * max + 20 ? value : value.normalize('NFC').replaceAll('\r\n', '\n').trim(),
    )
    .pipe(z.string().max(max))
    .refine((value) => !hidden.test(value), says('badCharacters'));
}

function oneLine(max: number) {
  return text(max).refine((value) => !/[\r\n]/.test(value), says('lineBreak'));
}

function required<Field extends z.ZodType<string>>(field: Field) {
  return field.refine((value) => visible.test(value), says('required'));
}

/** The message of a refinement is one of our codes. */
function says(code: FaultCode): FaultCode {
  return code;
}

/** What was left empty, as commands take it. */
export function orNull<Value extends string>(value: Value | ''): Value | null {
  return value === '' ? null : value;
}

function dayWhere(holds: (day: string) => boolean) {
  return z
    .string()
    .max(20)
    .regex(typedDay, says('badDate'))
    .transform((typed, ctx) => {
      const day = readDay(typed) ?? '';
      if (day === '' || holds(day)) return day;
      ctx.addIssue({ code: 'custom', message: says('badDate') });
      return z.NEVER;
    })
    .default('');
}
