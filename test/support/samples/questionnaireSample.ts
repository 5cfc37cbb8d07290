import type { QuestionnairePaper } from '../../../src/commands/items/questionnaire.ts';
import { statements } from '../../../src/criteria/questionnaire.ts';
import type { Language } from '../../../src/criteria/scheme.ts';
import { realScheme } from './realScheme.ts';

/** A result of every kind of statement: told, and of too few. */
export function questionnaireSample(
  language: Language,
  also: Partial<QuestionnairePaper> = {},
): QuestionnairePaper {
  const { texts } = realScheme();
  return {
    language,
    questionnaireId: 'Q',
    applicationId: 'A-2026-000042',
    organisation: 'Boulangerie Spécimen, coopérative',
    answers: 14,
    working: 12,
    byCode: false,
    openedAt: '2026-11-02T08:00:00.000Z',
    closedAt: '2026-11-24T09:31:00.000Z',
    groups: [...new Set(statements.map(({ criterion }) => criterion))].map((criterion, n) => ({
      criterion,
      title: texts[language].criteria[criterion]?.title ?? '',
      statements: statements
        .filter((one) => one.criterion === criterion)
        .map(({ text }) => ({ text: text[language], counts: n === 2 ? null : [1, 0, 2, 5, 4, 2] })),
    })),
    specimen: true,
    ...also,
  };
}
