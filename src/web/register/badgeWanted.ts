import type { Language } from '../../criteria/scheme.ts';
import { parse } from '../forms/parse.ts';
import type { BadgeForm } from '../http/webDeps.ts';
import { type BadgeFormat, badgeQuery } from '../schemas/badge.ts';

export const badgeTypes: Readonly<Record<BadgeFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
};

/** What is asked of a badge besides its number. */
export interface BadgeWanted {
  readonly form: BadgeForm;
  /** The label's own when not said. */
  readonly language: Language | null;
  /** Width in pixels; what a mark is shown at is less than what is issued. */
  readonly width: number;
  /** False for those that fetch a picture once and show it for ever unless told not to keep it. */
  readonly mayBeKept: boolean;
  /** Whether the label's own badge is asked for even where another label took its place. */
  readonly isOwn: boolean;
}

/** Reads `?form=`, `?language=`, `?size=`, `?cache=no` and `?successor=no`; `invalid` names what is none of ours. */
export function badgeWanted(query: Readonly<Record<string, unknown>>, format: BadgeFormat): BadgeWanted {
  const said = ['form', 'language', 'size', 'cache', 'successor'].filter((name) => query[name] !== undefined);
  const { form, language, size, cache, successor } = parse(
    badgeQuery(format),
    Object.fromEntries(said.map((name) => [name, query[name]])),
  );
  const width = size === undefined ? usualWidth(form) : Number(size);
  return {
    form,
    language: language ?? null,
    width,
    mayBeKept: cache === undefined,
    isOwn: successor === 'no',
  };
}

/** Width in pixels of a picture of which none is asked for. */
export function usualWidth(form: BadgeForm): number {
  return form === 'mark' ? 128 : 512;
}
