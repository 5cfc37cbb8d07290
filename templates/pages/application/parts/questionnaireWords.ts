import type { QuestionnairesView } from '../../../../src/web/application/questionnaire/questionnaires.view.ts';
import { type Pill, pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import type { Html } from '../../../html.ts';

type One = Pick<
  QuestionnairesView['all'][number],
  'isOpen' | 'isTold' | 'closesOn' | 'closedAt' | 'answers' | 'working'
>;

/** Whether a questionnaire is open, and until or since when. */
export function questionnaireWord({ t, date }: Frame, { isOpen, closesOn, closedAt }: One): string {
  if (isOpen) return t('questionnaire.openUntil', { day: date(closesOn) });
  return closedAt === null ? t('questionnaire.ended') : t('questionnaire.closedOn', { day: date(closedAt) });
}

/** How many answered, as far as it may be told. */
export function questionnairePill(frame: Frame, one: One): Html {
  return pill(answersOf(frame, one));
}

function answersOf({ t }: Frame, { answers, isTold, isOpen, working }: One): Pill {
  if (answers === null) return { tone: '', text: t('questionnaire.soFarFew') };
  if (isTold) return { tone: 'leaf', text: t('questionnaire.participation', { answers, working }) };
  return { tone: isOpen ? 'lake' : '', text: t('questionnaire.soFarSome', { count: answers }) };
}
