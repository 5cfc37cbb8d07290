import { agreementSteps } from '../../../criteria/answerCounts.ts';
import type { Statement } from '../../../criteria/questionnaire.ts';
import { fault, LabelError, requireNoFaults } from '../../../errors.ts';
import { isOver } from '../../../policies/stages.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { readSecret } from '../../common/secret.ts';
import type { Deps } from '../../ports/ports.ts';

/** Most sheets of one questionnaire: more come from no team. */
const maxSheets = 5000;

/** A step as a form names it: 1 to 5, or none. */
export const stepChoices = ['1', '2', '3', '4', '5', 'none'] as const;
type StepChoice = (typeof stepChoices)[number];

type With = Pick<Deps, 'store' | 'clock'>;

/** A questionnaire for whoever has its address. */
export interface QuestionnaireSheet {
  readonly token: string;
  readonly organisation: string;
  readonly statements: readonly Statement[];
  readonly closesOn: Day;
  readonly isOpen: boolean;
  /** Whether each person answers with a code of their own. */
  readonly byCode: boolean;
}

/** What is asked at an address, however it was copied; `notFound` for one that leads nowhere. */
export async function openSheet({ store, clock }: With, typed: string): Promise<QuestionnaireSheet> {
  const token = requireVisible(readSecret(typed));
  const { state, closedAt, ...shown } = requireVisible(await store.askedQuestionnaire(token));
  const isOpen = closedAt === null && shown.closesOn >= todayOf(clock) && !isOver({ state });
  return { token, ...shown, isOpen };
}

/** Adds what one person answers to the sums, the same form and the same code once; nothing else is kept of it. `refused` once it is closed. */
export async function answerQuestionnaire(
  deps: With,
  {
    token,
    once,
    code,
    chosen,
  }: {
    readonly token: string;
    /** Of the form, so that sending it twice counts once. */
    readonly once: string;
    /** As the person has it on paper; empty where none is asked for. */
    readonly code: string;
    /** What was chosen of each statement; a statement that is not there was left out. */
    readonly chosen: Readonly<Partial<Record<string, StepChoice>>>;
  },
): Promise<void> {
  const { statements, isOpen, byCode } = await openSheet(deps, token);
  if (!isOpen) throw closed();
  const nothing = statements.every(({ id }) => chosen[id] === undefined);
  requireNoFaults(nothing ? [fault(statements[0]?.id ?? '', 'nothingChosen')] : []);
  const places = Object.fromEntries(statements.map(({ id }) => [id, placeOf(chosen[id] ?? 'none')]));
  const bounds = { today: todayOf(deps.clock), max: maxSheets };
  const sheet = { once, places, code: byCode ? (readSecret(code) ?? '') : null };
  const counted = await deps.store.countSheet(token, sheet, bounds);
  requireNoFaults(counted === 'badCode' ? [fault('code', 'badPersonCode')] : []);
  if (counted === 'closed') throw closed();
}

function placeOf(choice: StepChoice): number {
  return choice === 'none' ? agreementSteps.length : Number(choice) - 1;
}

function todayOf(clock: Deps['clock']): Day {
  return dayOf(clock.now().toISOString());
}

const closed = () => new LabelError('refused', { reasons: ['questionnaireClosed'] });
