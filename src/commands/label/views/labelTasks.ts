import type { PlainNamesIn } from '../../../messages.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { dayOf, daysBetween, endOfDay } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { sentRenewalOf } from '../../file/renewalOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { waitsForHolder } from '../surveillance/newSurveillance.ts';

type With = Pick<Deps, 'store' | 'clock' | 'procedure'>;

/** One thing that the holder of a label has to do. */
export interface LabelTask {
  readonly what: PlainNamesIn<'labelTasks.what'>;
  /** Until when; null where no day ends it. */
  readonly dueAt: string | null;
  readonly late: boolean;
  /** Of its page, below that of the label. */
  readonly path: string;
  /** Number of the application where it is done: `path` is below its page then. */
  readonly file?: string;
  /** Rises with each change of what its own people may know of; absent where nothing of it moves. */
  readonly sequence?: number;
}

interface Of {
  readonly organisationId: string;
  readonly number: string;
}

/** Everything that the holder of a label has to do now, what is due first first; for its own people. */
export async function labelTasks(deps: With, asker: Asker, of: Of): Promise<readonly LabelTask[]> {
  requireVisible(belongsTo(asker, of.organisationId));
  const tasks = await Promise.all(sources.map((source) => source(deps, of)));
  return tasks.flat().sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1));
}

/** Where tasks come from: a row for each kind of thing that waits for a holder. */
const sources: readonly ((deps: With, of: Of) => Promise<readonly LabelTask[]>)[] = [
  surveillanceTasks,
  conditionTasks,
  findingTasks,
  reconsiderationTasks,
  renewalTasks,
  changeTasks,
  sanctionTasks,
  statementTasks,
];

/** To answer what is proposed, or an urgent suspension; to object to a notice that others recorded; to put right what it is suspended for. */
async function sanctionTasks({ store }: With, { number }: Of): Promise<LabelTask[]> {
  const label = await store.label(number);
  if (!label) return [];
  const { hearing, dueAt, notice, endsOn } = label.context;
  const [path, sequence] = ['hearing', label.head.seq];
  const isSuspended = label.state === 'suspended' || label.state === 'withdrawalPending';
  return [
    ...(hearing && !hearing.answered
      ? [{ what: 'hearing', dueAt: hearing.dueAt, late: false, path, sequence } as const]
      : []),
    ...(notice && endsOn
      ? [{ what: 'notice', dueAt: endOfDay(endsOn), late: false, path: 'notice', sequence } as const]
      : []),
    ...(isSuspended ? [{ what: 'suspension', dueAt, late: dueAt === null, path, sequence } as const] : []),
  ];
}

/** Statements on complaints that the holder was asked for. */
async function statementTasks({ store, clock }: With, { organisationId, number }: Of): Promise<LabelTask[]> {
  const now = clock.now().toISOString();
  return (await store.complaintsAsked(organisationId)).flatMap(({ id, state, context }) =>
    state === 'inquiry' && context.labelNumber === number && context.statement?.given === false
      ? {
          what: 'statement' as const,
          dueAt: context.statement.dueAt,
          late: context.statement.dueAt < now,
          path: `statements/${id}`,
        }
      : [],
  );
}

async function surveillanceTasks({ store }: With, { number }: Of): Promise<LabelTask[]> {
  return (await store.surveillancesOf([number]))
    .filter(waitsForHolder)
    .map((one) => ({
      what: one.context.task,
      dueAt: one.context.dueAt,
      late: one.state === 'overdue',
      path: `declaration/${one.id}`,
      sequence: one.head.seq,
    }));
}

/** Conditions to be met, and those whose day is over. */
async function conditionTasks({ store }: With, { number }: Of): Promise<LabelTask[]> {
  return (await store.conditionsOf(number))
    .filter(({ state }) => state === 'open' || state === 'unmet')
    .map(({ id, state, head, context }) => ({
      what: 'condition' as const,
      dueAt: context.dueAt,
      late: state === 'unmet',
      path: `conditions#condition-${id}`,
      sequence: head.seq,
    }));
}

/** What the label carries on of findings: an action to propose, or one to prove, that was promised by a day. */
async function findingTasks({ store }: Pick<Deps, 'store'>, { number }: Of): Promise<LabelTask[]> {
  const label = await store.label(number);
  if (!label) return [];
  const { applicationId } = label.context;
  const findings = await store.findingsOf(applicationId);
  return findings.flatMap(({ id, state, head, context: { labelNumber, dueAt } }) => {
    if (labelNumber === null || !(state === 'raised' || state === 'actionAccepted')) return [];
    const what = state === 'raised' ? 'finding' : 'commitment';
    const at = { file: applicationId, path: `findings#finding-${id}`, sequence: head.seq };
    return { what, dueAt, late: false, ...at } as const;
  });
}

/** Criteria that an officer has looked at anew, until they are answered and sent. */
async function reconsiderationTasks({ store }: Pick<Deps, 'store'>, of: Of): Promise<LabelTask[]> {
  const files = await store.applicationsOf([of.organisationId]);
  return files
    .filter(({ state, context: { kind, scope } }) => {
      return state === 'draft' && kind === 'reconsideration' && scope?.label === of.number;
    })
    .map(({ id, head, context }) => ({
      what: 'reconsideration',
      dueAt: context.dueAt,
      late: false,
      path: '',
      file: id,
      sequence: head.seq,
    }));
}

/** A renewal is prepared in the last year of a label that nobody gave notice of, until it is sent. */
async function renewalTasks(deps: With, { number }: Of): Promise<LabelTask[]> {
  const label = await deps.store.label(number);
  if (label?.state !== 'active' || label.context.endsOn !== null) return [];
  const { until } = label.context;
  const left = daysBetween(dayOf(deps.clock.now().toISOString()), until);
  if (left > Math.max(...deps.procedure.renewal.leads) || left < 0) return [];
  if (await sentRenewalOf(deps, label)) return [];
  const sequence = label.head.seq;
  return [{ what: 'renewal', dueAt: endOfDay(until), late: false, path: 'renewal', sequence }];
}

/** An application that a change asks the holder for, until it was sent. */
async function changeTasks({ store }: Pick<Deps, 'store'>, { number }: Of): Promise<LabelTask[]> {
  return (await store.changesOf([number]))
    .filter(({ state, context, successorId }) => {
      return (
        context.effect === 'application' &&
        successorId === null &&
        (state === 'followUp' || state === 'overdue')
      );
    })
    .map(({ id, state, head, context }) => ({
      what: 'changeApplication' as const,
      dueAt: context.dueAt,
      late: state === 'overdue',
      path: `changes/${id}`,
      sequence: head.seq,
    }));
}
