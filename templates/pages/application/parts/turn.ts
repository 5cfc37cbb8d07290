import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import { pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import type { Content, Html } from '../../../html.ts';

type Turn = NonNullable<ProgressView['turn']>;

/** Who has to act on a file; of one that came to its end, that. */
export function turnPill({ t }: Frame, { turn, state }: Pick<ProgressView, 'turn' | 'state'>): Html {
  if (!turn) return pill({ tone: state === 'granted' ? 'leaf' : '', text: t('applicant.turn.over') });
  return pill({
    tone: turn.yours ? 'sun' : 'lake',
    text: t(turn.yours ? 'applicant.turn.you' : 'applicant.turn.us'),
  });
}

/** By when the step ends, or was to end where it takes longer. */
export function turnEnd({ t, date }: Frame, turn: Turn | null): Content {
  if (!turn) return undefined;
  const { dueAt, late } = turn;
  return dueAt && t(late ? 'applicant.turn.late' : 'applicant.turn.due', { due: date(dueAt) });
}
