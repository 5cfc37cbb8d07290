import { topicOf } from '../../criteria/meanings.ts';
import type { Cycle, Language, PublishedScheme } from '../../criteria/scheme.ts';
import { goalsOf, isMandatory } from '../../scoring/verdict.ts';
import type { AssessedTheme } from '../ports/issuingPorts.ts';

/**
 * What every label of a version and a cycle was judged on and met, because none is granted otherwise: the points of each theme, and
 * the levels that are mandatory. It says nothing of how a holder did beyond that.
 */
export function assessedThemes(
  { scheme, texts }: Pick<PublishedScheme, 'scheme' | 'texts'>,
  cycle: Cycle,
  language: Language,
): readonly AssessedTheme[] {
  const text = texts[language];
  return scheme.themes.map(({ id, scope }) => ({
    id,
    scope,
    title: text.themes[id]?.title ?? id,
    topic: topicOf({ id }),
    points:
      scope === 'organisation'
        ? goalsOf(scheme, scope, cycle).themeFloor
        : goalsOf(scheme, scope, cycle).overall,
    minimums: scheme.criteria.flatMap((criterion) => {
      const { minimum, theme } = criterion;
      const said = text.criteria[criterion.id];
      if (theme !== id || !minimum || !said || !isMandatory(criterion, cycle)) return [];
      return {
        ...{ id: criterion.id, title: said.title, question: said.question },
        ...{ topic: topicOf(criterion), level: minimum.level, levelName: said.levels[minimum.level] ?? '' },
      };
    }),
  }));
}
