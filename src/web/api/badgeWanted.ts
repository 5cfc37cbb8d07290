import type { Language } from '../../criteria/scheme.ts';
import { LabelError } from '../../errors.ts';
import { isLanguage } from '../../words/i18n.ts';
import { type BadgeForm, badgeForms } from '../webDeps.ts';

export const badgeTypes = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
} as const;
export type BadgeFormat = keyof typeof badgeTypes;

/** Widths in pixels in which a picture comes: those that are issued. */
export const badgeSizes = { svg: [], png: [256, 512, 1024], webp: [256, 512] } as const;

/** What is asked of a badge besides its number. */
export interface BadgeWanted {
  readonly form: BadgeForm;
  /** The label's own when not said. */
  readonly language: Language | null;
  /** Width in pixels; what a mark is shown at is less than what is issued. */
  readonly width: number;
  /** False for those that fetch a picture once and show it for ever unless told not to keep it. */
  readonly mayBeKept: boolean;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads `?form=`, `?language=`, `?size=` and `?cache=no`; `invalid` names what is none of ours. */
export function badgeWanted(query: Query, format: BadgeFormat): BadgeWanted {
  const { form: asked = 'large', language = null, size, cache } = query;
  const form = badgeForms.find((known) => known === asked);
  if (!form) throw fault('form');
  if (language !== null && !isLanguage(language)) throw fault('language');
  const sizes: readonly number[] = badgeSizes[format];
  const width = size === undefined ? usualWidth(form) : sizes.find((one) => String(one) === size);
  if (width === undefined) throw fault('size');
  if (cache !== undefined && cache !== 'no') throw fault('cache');
  return { form, language, width, mayBeKept: cache === undefined };
}

/** Width in pixels of a picture of which none is asked for. */
export function usualWidth(form: BadgeForm): number {
  return form === 'mark' ? 128 : 512;
}

function fault(field: string): LabelError {
  return new LabelError('invalid', { faults: [{ field, code: 'notAnOption' }] });
}
