import * as z from 'zod';
import type { Said } from '../../commands/review/reviewers/changeProfile.ts';
import { languages } from '../../criteria/scheme.ts';
import { legalForms } from '../../register/legalForm.ts';
import { sectors } from '../../register/sector.ts';
import { optionalDay, revision, ticked } from '../forms/fields.ts';

type Group = 'theme' | 'sector' | 'form' | 'language';
type Boxes = Record<`${Group}-${string}`, typeof ticked>;

/** A box for each value of a group, named `group-value`. */
function boxes(group: Group, values: readonly string[]): Boxes {
  return Object.fromEntries(values.map((value) => [`${group}-${value}`, ticked]));
}

/** What a reviewer says of themselves; the themes are those of the open scheme. */
export function profileFields(themes: readonly string[]) {
  return {
    revision,
    capacity: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
    awayFrom: optionalDay,
    awayUntil: optionalDay,
    ...boxes('theme', themes),
    ...boxes('sector', sectors),
    ...boxes('form', legalForms),
    ...boxes('language', languages),
  };
}

/** The ticked values of a group, in the order in which they are offered. */
function tickedOf<T extends string>(typed: object, group: Group, values: readonly T[]): T[] {
  const held = typed as Readonly<Record<string, unknown>>;
  return values.filter((value) => held[`${group}-${value}`] === true);
}

interface Typed {
  readonly capacity: number;
  readonly awayFrom: string;
  readonly awayUntil: string;
}

/** What was typed, as the command takes it. */
export function profileIn(typed: Typed, themes: readonly string[]): Said {
  return {
    capacity: typed.capacity,
    awayFrom: typed.awayFrom === '' ? null : typed.awayFrom,
    awayUntil: typed.awayUntil === '' ? null : typed.awayUntil,
    themes: tickedOf(typed, 'theme', themes),
    sectors: tickedOf(typed, 'sector', sectors),
    legalForms: tickedOf(typed, 'form', legalForms),
    languages: tickedOf(typed, 'language', languages),
  };
}
