import { parse } from '../forms/parse.ts';
import type { BadgeForm } from '../http/webDeps.ts';
import { type BadgeFormat, badgeQuery } from '../schemas/badge.ts';

export const badgeTypes: Readonly<Record<BadgeFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
};

export type BadgeWanted = ReturnType<typeof badgeWanted>;
const asked = ['form', 'language', 'size', 'cache', 'successor'];

/** Reads `?form=`, `?language=`, `?size=`, `?cache=no` and `?successor=no`; `invalid` names what is not ours. */
export function badgeWanted(query: Readonly<Record<string, unknown>>, format: BadgeFormat) {
  const given = asked.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]));
  const shape = badgeQuery(format);
  const { form, language, size, cache, successor } = parse(shape, Object.fromEntries(given));
  return {
    format,
    form,
    /** The label's own where none is asked for. */
    language,
    /** Width in pixels. */
    width: size === undefined ? usualWidth(form) : Number(size),
    /** False for those that fetch a picture once and show it forever, unless the URL forbids caching. */
    mayBeCached: cache === undefined,
    /** Whether the label's own badge is requested even if it has a successor. */
    isOwn: successor === 'no',
  };
}

/** Default width in pixels of a picture: a mark is shown at less than what is issued. */
export function usualWidth(form: BadgeForm): number {
  return form === 'mark' ? 128 : 512;
}
