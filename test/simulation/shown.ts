import type { Label } from '../../src/commands/items/items.ts';
import type { Day } from '../../src/register/day.ts';

/** What the public reads of a label. */
export interface Shown {
  readonly status: string;
  readonly valid: boolean;
  /** What its page says first, in French. */
  readonly word: string;
  /** What the alternative text of its badge says first, in French. */
  readonly badge: string;
  /** Until when it holds; null of one that does not, or of which nobody knows. */
  readonly until: Day | null;
  /** Whether its newest credential is revoked; null where that depends on what was before. */
  readonly revoked: boolean | null;
}

const words: Readonly<Record<string, Pick<Shown, 'word' | 'badge'>>> = {
  active: { word: 'Label valable', badge: 'valable (' },
  conditional: { word: 'Label sous condition', badge: 'valable sous condition' },
  provisional: { word: 'Label provisoire', badge: 'valable à titre provisoire' },
  extended: { word: 'Valable, renouvellement en cours', badge: 'valable, ' },
  suspended: { word: 'Label suspendu', badge: 'suspendu' },
  expired: { word: 'Label échu', badge: 'échu' },
  terminated: { word: 'Label résilié', badge: 'résilié' },
  withdrawn: { word: 'Label retiré', badge: 'retiré' },
  superseded: { word: 'Label remplacé', badge: 'remplacé' },
};

/** What is true of a label on a day, by its machine alone (docs/design/workflow.md#public-states); null before its certificate is there. */
export function shownOf({ state, context }: Label, today: Day): Shown | null {
  if (state === 'issuing') return null;
  const status = wordOf(state, context.standing, today > context.until);
  const valid = ['active', 'conditional', 'provisional', 'extended'].includes(status);
  const until = valid && status !== 'extended' ? context.until : null;
  return {
    status,
    valid,
    ...(words[status] ?? { word: '', badge: '' }),
    until,
    revoked: valid ? false : revokedOf(status),
  };
}

function wordOf(state: Label['state'], standing: Label['context']['standing'], isOver: boolean): string {
  if (state === 'withdrawalPending') return 'suspended';
  if (state !== 'active') return state;
  if (isOver) return 'expired';
  return standing === 'clean' ? 'active' : standing;
}

/** One that ran out says so by its dates; one that was suspended before stays revoked. */
function revokedOf(status: string): boolean | null {
  return status === 'expired' ? null : true;
}
