import type { StepCounts } from '../../criteria/answerCounts.ts';
import type { Statement } from '../../criteria/questionnaire.ts';
import type { Language } from '../../criteria/scheme.ts';
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
  /** The codes that were handed out, one a person, while it takes answers; null where the address alone is enough. */
  readonly codes: readonly string[] | null;
  /** Whether each person answers with a code of their own. */
  readonly byCode: boolean;
  /** How many people work there, as the organisation says. */
  readonly working: number;
  readonly openedAt: string;
  /** The last day on which it takes answers. */
  readonly closesOn: Day;
  /** Null while it takes answers, and until its result was made. */
  readonly closedAt: string | null;
  /** How many answered, in steps of five; null until it is closed and for fewer than five. */
  readonly answers: number | null;
  /** What they said, by the id of a statement, null where fewer than five chose a step; null as a whole until it is closed and for fewer than five. */
  readonly counts: Readonly<Record<string, StepCounts | null>> | null;
}

/** A questionnaire as it is opened. */
export type NewQuestionnaire = Omit<Questionnaire, 'closedAt' | 'answers' | 'counts' | 'byCode'>;

/** Of which questionnaire a document of the evidence library was made, with the figures that say how far it speaks for all. */
export interface MadeFrom {
  readonly questionnaireId: string;
  readonly answers: number;
  readonly working: number;
}

/** The result of a questionnaire for the people who work in an organisation. */
export interface QuestionnairePaper
  extends Pick<Questionnaire, 'applicationId' | 'organisation' | 'working' | 'openedAt' | 'byCode'>,
    MadeFrom {
  readonly language: Language;
  readonly closedAt: string;
  /** What was asked, by the criterion that it speaks to; counts are null where fewer than five people chose a step. */
  readonly groups: readonly {
    readonly criterion: string;
    readonly title: string;
    readonly statements: readonly { readonly text: string; readonly counts: StepCounts | null }[];
  }[];
  readonly specimen: boolean;
}

/** A code as path data in a square of `size` units, without its quiet zone. */
export interface ScanCode {
  readonly size: number;
  readonly path: string;
}
