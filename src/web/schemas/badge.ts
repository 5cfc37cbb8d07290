import * as z from 'zod';
import { languages } from '../../criteria/scheme.ts';
import { badgeForms } from '../http/webDeps.ts';

/** Widths in pixels in which a picture comes: those that are issued. */
export const badgeSizes = { svg: [], png: [256, 512, 1024], webp: [256, 512] } as const;
export type BadgeFormat = keyof typeof badgeSizes;

const said = {
  form: z.enum(badgeForms).default('large'),
  language: z.enum(languages).optional(),
  cache: z.enum(['no']).optional(),
  successor: z.enum(['no']).optional(),
};
interface BadgeShape extends Readonly<typeof said> {
  readonly size: z.ZodOptional<z.ZodEnum<{ readonly [width: string]: string }>>;
}

/** What may be asked of a badge in a format: a drawing has no size. */
export function badgeQuery(
  format: BadgeFormat,
): Omit<BadgeShape, 'size'> & Partial<Pick<BadgeShape, 'size'>> {
  const widths: readonly number[] = badgeSizes[format];
  return widths.length === 0 ? said : { ...said, size: z.enum(widths.map(String)).optional() };
}
