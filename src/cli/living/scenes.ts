import type { Application, Label } from '../../commands/items/items.ts';
import { addDays, type Day } from '../../register/day.ts';
import {
  answerFinding,
  appeal,
  askDeclaration,
  askInformation,
  complain,
  hear,
  move,
  proveCondition,
} from './afterwards.ts';
import { fill } from './fill.ts';
import { declareMembership, registerAgain } from './meanwhile.ts';
import { type LivingOrganisation, said, stops } from './organisations.ts';
import { askWorkers } from './questionnaire.ts';
import { invite, score } from './reviewing.ts';
import { seek } from './seek.ts';
import { approve, convene } from './sitting.ts';
import type { Stage } from './stage.ts';
import type { Course } from './steps.ts';

/** One file of the demonstration: where it waits, and since when. */
export interface Scene extends Omit<Course, 'organisation'> {
  /** The state that its file is led to; a label is led on from there. */
  readonly until: Application['state'];
  /** Days before today on which the draft was sent, and from each step to the next. */
  readonly days: number;
  readonly pace: number;
  /** What comes once the file is there, so many days before today. */
  readonly there?: (stage: Stage, file: Application, organisation: LivingOrganisation) => Promise<void>;
  readonly thereDays?: number;
  /** What comes once its label is there. */
  readonly labelled?: (stage: Stage, label: Label, owner: string) => Promise<void>;
}

const found = (grade: 'minor' | 'major', text: string) =>
  ({ level: 3, comment: said.seeFinding, finding: { grade, text } }) as const;
const share = 0.6;

/** Every file of the demonstration, the oldest first; `today` is the day on which they wait. */
export const scenesOn = (today: Day): readonly Scene[] => [
  { key: 'declaration', until: 'granted', days: 385, pace: 4, labelled: askDeclaration },
  { key: 'complaint', until: 'granted', days: 160, pace: 5, labelled: complainOfMoving },
  {
    key: 'condition',
    until: 'granted',
    days: 130,
    pace: 5,
    decided: {
      outcome: 'grantedWithConditions',
      reason: said.almost,
      conditions: [{ text: said.condition, due: addDays(today, 60) }],
    },
    labelled: proveCondition,
  },
  { key: 'hearing', until: 'granted', days: 100, pace: 5, labelled: hear },
  {
    key: 'appealed',
    until: 'refused',
    days: 60,
    pace: 6,
    decided: { outcome: 'refused', reason: said.refused },
    thereDays: 4,
    there: (stage, file) => appeal(stage, file, 'appealed'),
  },
  { key: 'agreement', until: 'agreement', days: 44, pace: 6 },
  { key: 'decided', until: 'decided', days: 38, pace: 6, thereDays: 1, there: approve },
  {
    key: 'deliberation',
    until: 'deliberation',
    days: 34,
    pace: 6,
    thereDays: 2,
    there: async (stage, file) => void (await convene(stage, file, 12)),
  },
  { key: 'recommendation', until: 'recommendation', days: 29, pace: 6 },
  {
    key: 'correction',
    until: 'correction',
    days: 26,
    pace: 6,
    otherwise: [{ [stops.finding]: found('major', said.noPurpose) }],
    thereDays: 1,
    there: (stage, file) => answerFinding(stage, file, 'correction'),
  },
  {
    key: 'moderation',
    until: 'moderation',
    days: 24,
    pace: 6,
    otherwise: [{}, { [stops.divergence]: { level: 0, comment: said.noRule } }],
    thereDays: 2,
    there: (stage, file) => invite(stage, file, 'reviewer-3', true),
  },
  {
    key: 'evaluation',
    until: 'evaluation',
    days: 20,
    pace: 6,
    thereDays: 1,
    there: async (stage, file) => score(stage, file, 'reviewer-1', {}, 9),
  },
  {
    key: 'assignment',
    until: 'assignment',
    days: 12,
    pace: 6,
    thereDays: 1,
    there: async (stage, file) => {
      await invite(stage, file, 'reviewer-2', true);
      await invite(stage, file, 'reviewer-1', false);
    },
  },
  { key: 'information', until: 'screening', days: 9, pace: 6, thereDays: 3, there: askInformation },
  { key: 'screening', until: 'screening', days: 3, pace: 6 },
  {
    key: 'draft',
    until: 'draft',
    days: 2,
    pace: 6,
    thereDays: 1,
    there: async (stage, file, organisation) => {
      await fill(stage, await stage.person('draft'), file, organisation, share);
      await askWorkers(stage, await stage.person('draft'), file);
      await registerAgain(stage, organisation);
      await seek(stage);
    },
  },
];

async function complainOfMoving(stage: Stage, label: Label, owner: string): Promise<void> {
  await move(stage, label, owner);
  await complain(stage, label);
  await declareMembership(stage, owner);
}
