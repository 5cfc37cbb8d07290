import type { TrailLine } from '../../../commands/privacy/views/viewTrail.ts';
import type { Translator } from '../../../i18n/i18n.ts';

export type TrailLineView = ReturnType<typeof trailView>[number];

/** What was done with a file, in words. */
export function trailView(trail: readonly TrailLine[], { t, tOf, date }: Translator) {
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
