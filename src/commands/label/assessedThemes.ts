import type { Marks } from '../../criteria/assessment.ts';
import { topicOf } from '../../criteria/meanings.ts';
import type { Criterion, Cycle, Language, PublishedScheme, Theme } from '../../criteria/scheme.ts';
import { goalsOf, isMandatory } from '../../scoring/verdict.ts';
import type { AssessedTheme } from '../ports/issuingPorts.ts';

/**
 * What every label of a version and a cycle was judged on and met, because none is granted otherwise: the points of each theme, and
 * the levels that are mandatory. It says nothing of how a holder did beyond that. A theme that may be passed without anything of its
 * topic is left out: its points would claim that topic of whoever earned them elsewhere. So is what is not applicable to the holder.
 */
export function assessedThemes(
  { scheme, texts }: Pick<PublishedScheme, 'scheme' | 'texts'>,
  cycle: Cycle,
  language: Language,
  { organisation, offers }: Marks,
): readonly AssessedTheme[] {
  const text = texts[language];
  const marks = [...organisation, ...offers.flatMap((offer) => offer.marks)];
  const without = new Set(marks.flatMap(({ criterion, level }) => (level === 'na' ? [criterion] : [])));
  const applying = scheme.criteria.filter(({ id, na }) => !(na && without.has(id)));
  return scheme.themes.flatMap((theme) => {
    const { id, scope } = theme;
    const criteria = applying.filter((criterion) => criterion.theme === id);
    if (!isTopicMet(theme, criteria, cycle)) return [];

    const goals = goalsOf(scheme, scope, cycle);
    return {
      ...{ id, scope, title: text.themes[id]?.title ?? id, topic: topicOf({ id }) },
      points: scope === 'organisation' ? goals.themeFloor : goals.overall,
      minimums: criteria.flatMap((criterion) => {
        const { minimum } = criterion;
        const said = text.criteria[criterion.id];
        if (!minimum || !said || !isMandatory(criterion, cycle)) return [];
        return {
          ...{ id: criterion.id, title: said.title, question: said.question },
          ...{ topic: topicOf(criterion), level: minimum.level, levelName: said.levels[minimum.level] ?? '' },
        };
      }),
    };
  });
}

/** Whether nobody passes a theme without something of its topic: a level of it is mandatory, or all of its points are of it. */
function isTopicMet(theme: Theme, criteria: readonly Criterion[], cycle: Cycle): boolean {
  const ofTopic = criteria.filter((criterion) => topicOf(criterion) === topicOf(theme));
  return (
    ofTopic.some((criterion) => isMandatory(criterion, cycle)) ||
    (ofTopic.length > 0 && ofTopic.length === criteria.length)
  );
}
