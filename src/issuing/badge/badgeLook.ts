import type { BadgeStatus } from './badgeData.ts';
import type { shields } from './badgeSigns.ts';

/** How a status is drawn (docs/design/workflow.md#public-states). */
export interface BadgeLook {
  /** In colour with the strapline, or grey with the word in its place. */
  readonly holds: boolean;
  readonly shape: keyof typeof shields;
  readonly hatched: boolean;
  readonly struck: boolean;
}

const holds = { holds: true, shape: 'tick', hatched: false, struck: false } as const;
const over = { holds: false, shape: 'dash', hatched: false, struck: false } as const;

/** The look of each status; none relies on colour alone. */
export const badgeLooks: Readonly<Record<BadgeStatus, BadgeLook>> = {
  active: holds,
  provisional: { ...holds, shape: 'provisionalTick' },
  extended: holds,
  suspended: { ...over, shape: 'hatched', hatched: true },
  expired: over,
  terminated: over,
  withdrawn: { ...over, shape: 'struck', struck: true },
  superseded: over,
};
