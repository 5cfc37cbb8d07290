import type { ComplaintState } from '../../../src/workflow/storedComplaint.ts';
import { type Pill, pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import type { Html } from '../../html.ts';

const tones: Readonly<Record<ComplaintState, Pill['tone']>> = {
  received: 'sun',
  acknowledged: 'sun',
  inquiry: 'lake',
  answered: 'leaf',
  unfounded: 'leaf',
  reopened: 'sun',
  closed: '',
};

/** Where a complaint stands. */
export function complaintPill({ t }: Frame, state: ComplaintState): Html {
  return pill({ tone: tones[state], text: t(`states.complaint.${state}`) });
}
