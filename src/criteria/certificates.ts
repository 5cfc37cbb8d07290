import * as z from 'zod';
import { inEveryLanguage } from '../profile/inEveryLanguage.ts';
import { readSchemeJson } from '../profile/schemeFile.ts';
import type { Criterion, Level, PublishedScheme } from './scheme.ts';

const link = z.url({ protocol: /^https?$/ }).max(300);

/** What a certificate shows on one criterion. */
const shownShape = z.strictObject({
  criterion: z.string().regex(/^[A-Z]{3}-\d{2}$/),
  /** The level that it proves at most; absent where it is evidence to read, and proves none by itself. */
  upTo: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  /** What the people who evaluate still look at. */
  remains: inEveryLanguage(300),
});

/** A certificate or label that others give. */
const certificateShape = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{2,30}$/),
  name: z.string().min(2).max(80),
  by: z.string().min(2).max(120),
  /** Where everybody finds who holds it. */
  lookUp: link,
  /** Until when what it asks for was looked up; after that day it is evidence alone, until somebody looks again. */
  checkedUntil: z.iso.date(),
  sources: z.array(link).min(1),
  shows: z.array(shownShape).min(1).max(12),
});
export type Certificate = Readonly<z.infer<typeof certificateShape>>;

/** The certificates that are known here, see criteria/README.md. */
export const certificates: readonly Certificate[] = readSchemeJson(
  'certificates.json',
  z.array(certificateShape).max(100),
);

/** One of them; undefined for one that is not in the list. */
export function certificateOf(id: string): Certificate | undefined {
  return certificates.find((one) => one.id === id);
}

/** The level that a certificate proves on a criterion on a day; null where it is evidence to read. */
export function provenLevel(
  { checkedUntil, shows }: Certificate,
  criterion: Pick<Criterion, 'id' | 'number'>,
  today: string,
): Level | null {
  if (criterion.number || today > checkedUntil) return null;
  return shows.find((one) => one.criterion === criterion.id)?.upTo ?? null;
}

/** What does not fit between the certificates and the versions of the criteria that take applications: one line each. */
export function certificateFaults(
  all: readonly Certificate[],
  schemes: readonly Pick<PublishedScheme, 'scheme'>[],
): string[] {
  const twice = all.filter(({ id }, at) => all.findIndex((one) => one.id === id) !== at);
  const criteria = schemes.flatMap(({ scheme }) => scheme.criteria);
  return [
    ...twice.map(({ id }) => `${id} stands twice in the list`),
    ...all.flatMap(({ id, shows }) =>
      shows.flatMap(({ criterion, upTo }, at) => {
        const rule = criteria.find((one) => one.id === criterion);
        return [
          ...(rule ? [] : [`${id} names ${criterion}, which no version has`]),
          ...(rule?.number && upTo !== undefined
            ? [`${id} proves a level of ${criterion}, which figures give`]
            : []),
          ...(shows.findIndex((one) => one.criterion === criterion) === at
            ? []
            : [`${id} names ${criterion} twice`]),
        ];
      }),
    ),
  ];
}
