import type { QuestionnairesView } from '../../../../src/web/application/questionnaire/questionnaires.view.ts';
import { pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import type { Content } from '../../../html.ts';

type One = Pick<
  QuestionnairesView['all'][number],
  'isOpen' | 'closesOn' | 'closedAt' | 'answers' | 'working'
>;

/** Whether a questionnaire is open, and until or since when. */
export function questionnaireWord({ t, date }: Frame, { isOpen, closesOn, closedAt }: One): string {
  if (isOpen) return t('questionnaire.openUntil', { day: date(closesOn) });
  return closedAt === null ? t('questionnaire.ended') : t('questionnaire.closedOn', { day: date(closedAt) });
}

/** How many answered, once it may be told. */
export function questionnairePill({ t }: Frame, { answers, closedAt, working }: One): Content {
  if (closedAt === null) return '';
  if (answers === null) return pill({ tone: '', text: t('questionnaire.soFarFew') });
  return pill({ tone: 'leaf', text: t('questionnaire.participation', { answers, working }) });
}
