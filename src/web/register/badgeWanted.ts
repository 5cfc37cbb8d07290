import { parse } from '../forms/parse.ts';
import type { BadgeForm } from '../http/webDeps.ts';
import { type BadgeFormat, badgeQuery } from '../schemas/badge.ts';

export const badgeTypes: Readonly<Record<BadgeFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
};

export type BadgeWanted = ReturnType<typeof badgeWanted>;

/** Reads `?form=`, `?language=`, `?size=`, `?cache=no` and `?successor=no`; `invalid` names what is not ours. */
export function badgeWanted(query: Readonly<Record<string, unknown>>, format: BadgeFormat) {
  const said = ['form', 'language', 'size', 'cache', 'successor'].filter((name) => query[name] !== undefined);
  const { form, language, size, cache, successor } = parse(
    badgeQuery(format),
    Object.fromEntries(said.map((name) => [name, query[name]])),
  );
  const width = size === undefined ? usualWidth(form) : Number(size);
  return {
    form,
    /** The label's own by default. */
    language: language ?? null,
    /** Width in pixels; what a mark is shown at is less than what is issued. */
    width,
    /** False for those that fetch a picture once and show it forever, unless the URL forbids caching. */
    mayBeKept: cache === undefined,
    /** Whether the label's own badge is requested even if it has a successor. */
    isOwn: successor === 'no',
  };
}

/** Default width in pixels of a picture. */
export function usualWidth(form: BadgeForm): number {
  return form === 'mark' ? 128 : 512;
}
