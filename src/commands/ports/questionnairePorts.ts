import type { Day } from '../../register/day.ts';
import type { ApplicationState } from '../../workflow/stored.ts';
import type { Trace } from '../items/newRecord.ts';
import type { NewQuestionnaire, Questionnaire } from '../items/questionnaire.ts';
import type { Paged } from './keepingPorts.ts';

/** What somebody who has the address of a questionnaire may know of it. */
export interface AskedQuestionnaire
  extends Pick<Questionnaire, 'organisation' | 'statements' | 'closesOn' | 'closedAt' | 'byCode'> {
  /** Of the application that it belongs to. */
  readonly state: ApplicationState;
}

/** One person's answers, on their way to the counts: kept nowhere. */
export interface Sheet {
  /** Of the form: the same one is counted once. */
  readonly once: string;
  /** The code of the person, used once; null where none is asked for. */
  readonly code: string | null;
  /** The place of the step that was chosen, from 0, by the id of every statement; the one after the last step for none. */
  readonly places: Readonly<Record<string, number>>;
}

/** Questionnaires of applications. Nothing but sums is kept of what people answer. */
export interface Questioning {
  /** Those of an application, the newest first. */
  questionnairesOf(applicationId: string): Promise<Questionnaire[]>;
  /**
   * Opens one with its line in the journal, and gives its id. Where one of the application takes answers `today` it gives that one's,
   * where the application has `max` it gives null; `stale` once its content is erased.
   */
  openQuestionnaire(
    opened: NewQuestionnaire,
    bounds: { readonly today: Day; readonly max: number },
    by: Trace,
  ): Promise<string | null>;
  /** Ends one: what may not be told is taken away in the same transaction. Closed already, it does nothing. */
  closeQuestionnaire(questionnaire: Pick<Questionnaire, 'id' | 'applicationId'>, by: Trace): Promise<void>;
  /** Those that are not closed although their last day lies before `day`. */
  questionnairesToClose(day: Day, page: Paged): Promise<Questionnaire[]>;
  /** The one of an address, seen or not: whoever has the address is asked. */
  askedQuestionnaire(token: string): Promise<AskedQuestionnaire | null>;
  /** Adds one sheet to the sums in one write; `badCode` for a code that was used or never handed out; `closed` when no more are taken: `today`, or because there are `max`. */
  countSheet(
    token: string,
    sheet: Sheet,
    bounds: { readonly today: Day; readonly max: number },
  ): Promise<'counted' | 'badCode' | 'closed'>;
}
