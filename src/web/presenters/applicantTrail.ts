import type { TrailLine } from '../../commands/journal/viewTrail.ts';
import type { Words } from '../../words/i18n.ts';

/** What was done with a file, in words: when, by which side, what. */
export function trailView(trail: readonly TrailLine[], { t, tOf, date }: Words) {
  return trail.map(({ on, side, fact, count }) => ({
    on: date(on),
    side: t(`trail.side.${side}`),
    text:
      fact === 'evidence.read'
        ? t('trail.read', { count })
        : tOf(
            fact.startsWith('appeal.')
              ? `journal.facts.${fact}`
              : `applicant.fact.${fact.replace('application.', '')}`,
          ),
  }));
}
