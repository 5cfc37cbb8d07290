import type { StepCounts } from '../../criteria/answerCounts.ts';
import type { Statement } from '../../criteria/questionnaire.ts';
import type { Day } from '../../register/day.ts';

/** A questionnaire for the people who work in an organisation, as it is shown: what must not be told is not in it. */
export interface Questionnaire {
  readonly id: string;
  readonly organisationId: string;
  readonly applicationId: string;
  /** Name of the organisation when it was opened. */
  readonly organisation: string;
  /** In the address where people answer. */
  readonly token: string;
  /** As they were asked. */
  readonly statements: readonly Statement[];
  /** How many people work there, as the organisation says. */
  readonly working: number;
  readonly openedAt: string;
  /** The last day on which it takes answers. */
  readonly closesOn: Day;
  /** Null while it takes answers, and until its result was made. */
  readonly closedAt: string | null;
  /** How many answered: in steps of five until it is closed; null for fewer than five. */
  readonly answers: number | null;
  /** What they said, by the id of a statement, null where fewer than five chose a step; null as a whole until it is closed and for fewer than five. */
  readonly counts: Readonly<Record<string, StepCounts | null>> | null;
}

/** A questionnaire as it is opened. */
export type NewQuestionnaire = Omit<Questionnaire, 'closedAt' | 'answers' | 'counts'>;

/** Of which questionnaire a document of the evidence library was made, with the figures that say how far it speaks for all. */
export interface MadeFrom {
  readonly questionnaireId: string;
  readonly answers: number;
  readonly working: number;
}
