import type { NeedState } from '../../../src/workflow/need/storedNeed.ts';
import { type Pill, pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import type { Html } from '../../html.ts';

const tones: Readonly<Record<NeedState, Pill['tone']>> = {
  open: 'lake',
  answered: 'leaf',
  closed: '',
  withdrawn: '',
  expired: '',
  removed: 'coral',
};

/** Where a need stands. */
export function needPill({ t }: Frame, state: NeedState): Html {
  return pill({ tone: tones[state], text: t(`states.need.${state}`) });
}
