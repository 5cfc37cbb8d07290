import * as z from 'zod';
import { languages } from '../../criteria/scheme.ts';
import { badgeForms } from '../http/webDeps.ts';

/** Widths in pixels in which a picture comes: those that are issued. */
export const badgeSizes = { svg: [], png: [256, 512, 1024], webp: [256, 512] } as const;
export type BadgeFormat = keyof typeof badgeSizes;

const shape = {
  form: z.enum(badgeForms).default('large'),
  language: z.enum(languages).optional(),
  cache: z.enum(['no']).optional(),
  successor: z.enum(['no']).optional(),
};
const sizeOf = (widths: readonly number[]) => z.enum(widths.map(String)).optional();

/** What may be asked of a badge in a format: a drawing has no size. */
export function badgeQuery(
  format: BadgeFormat,
): typeof shape & { readonly size?: ReturnType<typeof sizeOf> } {
  const widths = badgeSizes[format];
  return widths.length === 0 ? shape : { ...shape, size: sizeOf(widths) };
}
