import { compareSchemes } from './compare.ts';
import type { Cycle, Language, PublishedScheme, Scheme } from './scheme.ts';

/** What is other for a criterion at a renewal: it is asked for the first time, a level is mandatory or a higher one, its words or its rule changed. */
export const newsKinds = ['added', 'mandatory', 'raised', 'reworded', 'rule'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** A criterion of which something is other than when the label was decided. */
export interface CriterionNews {
  readonly criterion: string;
  readonly kinds: readonly NewsKind[];
  /** The level that is mandatory at the renewal; null where none is. */
  readonly minimum: number | null;
}

/**
 * What a renewal asks otherwise than the label was judged by: by `before` in its `cycle`. Criteria in the order of the later version,
 * and those that are asked no more. Words are compared in one language.
 */
export function criteriaNews(
  before: PublishedScheme,
  cycle: Cycle,
  after: PublishedScheme,
  language: Language,
) {
  const changes = compareSchemes(before, after);
  const changed = (what: string, id: string) =>
    changes.some((one) => one.what === what && one.id === id && !one.field.startsWith('minimum'));
  const known = new Set(before.scheme.criteria.map(({ id }) => id));
  const criteria = after.scheme.criteria.map(({ id }): CriterionNews => {
    const [then, minimum] = [minimumIn(before.scheme, id, cycle), minimumIn(after.scheme, id, 'renewal')];
    if (!known.has(id)) return { criterion: id, kinds: ['added'], minimum };
    const is: Readonly<Record<NewsKind, boolean>> = {
      added: false,
      mandatory: then === null && minimum !== null,
      raised: then !== null && minimum !== null && minimum > then,
      reworded: changed(`text.${language}.criteria`, id),
      rule: changed('criteria', id),
    };
    return { criterion: id, kinds: newsKinds.filter((kind) => is[kind]), minimum };
  });
  const stays = new Set(after.scheme.criteria.map(({ id }) => id));
  return {
    criteria: criteria.filter(({ kinds }) => kinds.length > 0),
    retired: before.scheme.criteria.map(({ id }) => id).filter((id) => !stays.has(id)),
  };
}

function minimumIn({ criteria }: Scheme, id: string, cycle: Cycle): number | null {
  const minimum = criteria.find((one) => one.id === id)?.minimum;
  return minimum && (minimum.due === 'first' || cycle === 'renewal') ? minimum.level : null;
}
