import type { ApplicantAppeal } from '../../../src/commands/file/applicantAppeal.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import type { Html } from '../../html.ts';

const tones = {
  lodged: 'sun',
  admitted: 'lake',
  panelFormed: 'lake',
  upheld: 'leaf',
  partlyUpheld: 'leaf',
  dismissed: 'coral',
  inadmissible: 'coral',
} as const;

/** The state of an appeal. */
export function appealPill({ t }: Frame, state: ApplicantAppeal['state']): Html {
  return pill({ tone: tones[state], text: t(`states.appeal.${state}`) });
}
