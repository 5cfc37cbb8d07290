import { LabelError } from '../../errors.ts';
import type { Application, InformationRound } from '../items/items.ts';

/** The round of questions that waits for the applicant now, or null. */
export function openRound({ state, information = [] }: Pick<Application, 'state' | 'information'>) {
  const last = information.at(-1);
  return state === 'informationRequested' && last?.answeredAt === null ? last : null;
}

/** The same, or `refused` while none waits. */
export function requireRound(file: Pick<Application, 'state' | 'information'>): InformationRound {
  const round = openRound(file);
  if (!round) throw new LabelError('refused', { reasons: ['wrongState'] });
  return round;
}

/** All rounds of a file, the open one as it was changed. */
export function withLastRound({ information = [] }: Application, changed: InformationRound) {
  return [...information.slice(0, -1), changed];
}

/** The rounds as staff may read them: an answer is theirs once it was sent. */
export function sentRounds({ information = [] }: Pick<Application, 'information'>) {
  return information.map((round) => {
    const unsent = round.items.map((item) => ({ ...item, answer: '' }));
    return round.answeredAt === null ? { ...round, items: unsent } : round;
  });
}
