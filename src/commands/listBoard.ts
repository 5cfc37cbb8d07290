import { LabelError } from '../errors.ts';
import { dayOf } from '../register/day.ts';
import type { Application } from './items.ts';
import { belongsTo } from './partOf.ts';
import type { Asker, Deps } from './ports.ts';

/** A submitted file on the officers' board. */
export interface BoardLine {
  readonly applicationId: string;
  readonly organisation: string;
  readonly commune: string;
  readonly state: Application['state'];
  readonly submittedAt: string;
  /** Days since it was submitted. */
  readonly days: number;
  readonly dueAt: string | null;
}

/** States of the board, in the order of the way; the last five ask nothing of the officers any more. */
export const boardStates: readonly Application['state'][] = [
  'screening',
  'informationRequested',
  'assignment',
  'evaluation',
  'moderation',
  'correction',
  'verification',
  'recommendation',
  'deliberation',
  'decided',
  'agreement',
  'appealed',
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
];

const many = 500;

/** Every submitted file, oldest first; an officer of the applicant's own organisation gets no line of it. */
export async function listBoard(deps: Deps, asker: Asker): Promise<readonly BoardLine[]> {
  if (!asker.roles.includes('officer')) throw new LabelError('forbidden');
  const today = dayOf(deps.clock.now().toISOString());
  const all = await deps.store.applicationsIn(boardStates, many);
  const lines = await Promise.all(
    all
      .filter((application) => !belongsTo(asker, application))
      .map((application) => lineOf(deps, application, today)),
  );
  return lines.flatMap((line) => line ?? []);
}

async function lineOf(deps: Deps, application: Application, today: string): Promise<BoardLine | null> {
  const { id, state, submittedAt, context } = application;
  const organisation = submittedAt === null ? null : await deps.store.organisation(context.organisationId);
  if (submittedAt === null || organisation === null) return null;
  const { name, commune } = organisation;
  const days = Math.round((Date.parse(today) - Date.parse(dayOf(submittedAt))) / 86_400_000);
  return { applicationId: id, organisation: name, commune, state, submittedAt, days, dueAt: context.dueAt };
}
