import { dayOf } from '../../register/day.ts';
import type { LabelLife } from '../../register/validity.ts';
import type { Label } from '../items/items.ts';

/** The life of a label as the register keeps it: by days, where the label itself notes instants. */
export function lifeOf({
  state,
  context: { standing, until },
  history,
}: Pick<Label, 'state' | 'context' | 'history'>): LabelLife {
  return {
    state,
    standing,
    until,
    history: history.map((past) => ({ state: past.state, on: dayOf(past.at) })),
  };
}
