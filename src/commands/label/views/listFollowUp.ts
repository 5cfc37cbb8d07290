import { LabelError } from '../../../errors.ts';
import { takesProposal } from '../../../policies/stages.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dayOf, endOfDay } from '../../../register/day.ts';
import { openComplaints } from '../../complaint/followComplaints.ts';
import type { Label, Organisation } from '../../items/items.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isHeard } from '../sanctions/hearings.ts';
import { isProposalSettled } from '../sanctions/settledProposal.ts';
import { heldDraw } from '../surveillance/drawSiteChecks.ts';
import { failedReconsiderations } from './failedReconsiderations.ts';
import type { FollowUp } from './followUp.ts';
import { type AskedGround, isGround } from './groundOf.ts';

/** Most rows that a kind of thing adds: what is due first. */
const maxFollowUp = 200;

export type FollowUpList = Awaited<ReturnType<typeof listFollowUp>>;
export type FollowUpLine = FollowUp & { readonly organisation: string };

/** Everything that waits on labels, what is due first first: for officers, and nothing of what is hidden from them. */
export async function listFollowUp(deps: Deps, asker: Asker, limit = maxFollowUp) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const found = (await Promise.all(sources.map((source) => source(deps, limit)))).flat();
  const organisations = await deps.store.organisations([
    ...new Set(found.map(({ organisationId }) => organisationId)),
  ]);
  const names = new Map<string, Organisation['name']>(organisations.map(({ id, name }) => [id, name]));
  const year = Number(dayOf(deps.clock.now().toISOString()).slice(0, 4));
  const proposable = await takingProposals(deps, found);
  const held = await heldDraw(deps, year);
  const lines = found
    .map(
      ({ proposal: form, ...row }): FollowUpLine => ({
        ...row,
        ...(form && row.number && proposable.has(row.number) && { proposal: form }),
        organisation: names.get(row.organisationId) ?? '',
      }),
    )
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return {
    lines,
    /** The year whose site checks are drawn, and since when they are; null while they are not. */
    siteChecks: { year, drawnOn: held?.on ?? null },
  };
}

/** Numbers of those labels of which a suspension can be proposed now. */
async function takingProposals({ store }: Deps, found: readonly FollowUp[]): Promise<ReadonlySet<string>> {
  const numbers = new Set(found.flatMap(({ proposal, number }) => (proposal && number) || []));
  const labels = await Promise.all([...numbers].map((number) => store.label(number)));
  return new Set(labels.flatMap((label) => (label && takesProposal(label) ? label.id : [])));
}

/** Where rows come from: one for each kind of thing that waits for officers. */
const sources: readonly ((deps: Deps, limit: number) => Promise<readonly FollowUp[]>)[] = [
  surveillances,
  conditions,
  findings,
  failedReconsiderations,
  changes,
  hearings,
  overdueSuspensions,
  notices,
  complaints,
];

async function surveillances({ store }: Deps, limit: number): Promise<FollowUp[]> {
  const found = await Promise.all([
    store.surveillancesIn(['declared', 'overdue'], limit),
    store.surveillancesIn(['due'], limit, 'siteCheck'),
  ]);
  return found
    .flat()
    .map((one) => ({
      ...ofLabel(one),
      what: whatOf(one),
      dueAt: one.context.dueAt,
      late: one.state === 'overdue',
      path: `files/${one.context.applicationId}/label/surveillance/${one.id}`,
      ...(one.state === 'overdue' && isGround(one) && proposal(one.context, 'surveillance', one.id)),
    }));
}

/**
 * What was proposed and can be decided: its holder answered, or their time is over; a withdrawal waits for a session from the start,
 * and a suspension whose ground is settled for being given up.
 */
async function hearings(deps: Deps, limit: number): Promise<FollowUp[]> {
  const { store, clock } = deps;
  const now = clock.now().toISOString();
  const found = await Promise.all([
    store.labelsHeard('suspension', limit),
    store.labelsHeard('withdrawal', limit),
  ]);
  const rows = found.flat().map(async (label): Promise<FollowUp[]> => {
    const { hearing } = label.context;
    if (hearing === null) return [];
    const isSettled = await isProposalSettled(deps, label);
    if (!isSettled && hearing.about === 'suspension' && !isHeard(label, now)) return [];
    const heard = hearing.about === 'withdrawal' ? 'withdrawalProposed' : 'suspensionHeard';
    const what = isSettled ? 'suspensionSettled' : heard;
    return [sanctionRow(label, what, hearing.dueAt, now >= hearing.dueAt)];
  });
  return (await Promise.all(rows)).flat();
}

/** Suspensions that were not put right in time. */
async function overdueSuspensions({ store }: Deps, limit: number): Promise<FollowUp[]> {
  const found = await store.labelsIn(['withdrawalPending'], { limit: limit });
  const unheard = found.filter(({ context }) => context.hearing === null);
  return unheard.map((label) =>
    sanctionRow(label, 'suspensionOverdue', label.history.at(-1)?.at ?? '', true),
  );
}

/** Notices that an officer recorded and another one confirms, or puts aside. */
async function notices({ store, clock }: Deps, limit: number): Promise<FollowUp[]> {
  const today = dayOf(clock.now().toISOString());
  return (await store.labelsNoticed(limit)).map((label) => {
    const on = label.context.notice?.on ?? today;
    return sanctionRow(label, 'noticeRecorded', endOfDay(on), on < today);
  });
}

function sanctionRow(
  { id: number, head: { seq: sequence }, context: { organisationId, applicationId } }: Label,
  what: FollowUp['what'],
  dueAt: string,
  late: boolean,
): FollowUp {
  const path = `files/${applicationId}/label/sanctions`;
  return { what, number, organisationId, dueAt, late, sequence, path };
}

/** Those that name a label and wait for an answer. */
async function complaints({ store, clock }: Deps, limit: number): Promise<FollowUp[]> {
  const now = clock.now().toISOString();
  const found = await store.complaintsIn(openComplaints, limit);
  return found.flatMap(
    ({ id, state, head, context: { labelNumber, organisationId, applicationId, dueAt } }) =>
      labelNumber === null || organisationId === null
        ? []
        : {
            what: 'complaint' as const,
            number: labelNumber,
            organisationId,
            dueAt,
            late: dueAt < now,
            sequence: head.seq,
            path: `complaints/${id}`,
            complaintId: id,
            ...(state === 'inquiry' && applicationId && proposal({ applicationId }, 'complaint', id)),
          },
  );
}

/** What each row says of its label. */
function ofLabel({ head, context }: OfLabel): Pick<FollowUp, 'number' | 'organisationId' | 'sequence'> {
  return { number: context.labelNumber, organisationId: context.organisationId, sequence: head.seq };
}

interface OfLabel {
  readonly head: { readonly seq: number };
  readonly context: { readonly labelNumber: string | null; readonly organisationId: string };
}

/** Where an officer proposes a suspension for something that waits (groundOf.ts). */
function proposal(
  { applicationId }: { readonly applicationId: string },
  ground: keyof AskedGround,
  id: string,
): Pick<FollowUp, 'proposal'> {
  return { proposal: `files/${applicationId}/label/sanctions?${ground}=${encodeURIComponent(id)}` };
}

function whatOf({ state, context: { task, findings } }: Surveillance): FollowUp['what'] {
  const isOffice = task === 'siteCheck' && findings === 0;
  if (state === 'declared') return isOffice ? 'siteCheckRecorded' : `${task}Declared`;
  return isOffice ? 'siteCheckDue' : `${task}Overdue`;
}

/** Proofs of conditions to judge, and conditions that were not met in time: to give time for, or to propose a suspension. */
async function conditions({ store }: Deps, limit: number): Promise<FollowUp[]> {
  return (await store.conditionsIn(['proofSubmitted', 'unmet'], limit)).map((one) => ({
    ...ofLabel(one),
    what: one.state === 'unmet' ? 'conditionUnmet' : 'conditionProof',
    dueAt: one.context.dueAt,
    late: one.state === 'unmet',
    path: `files/${one.context.applicationId}/label/conditions#condition-${one.id}`,
    ...(one.state === 'unmet' && proposal(one.context, 'condition', one.id)),
  }));
}

/** What holders mean to do, or have done, about a finding that their label carries on, and what was not corrected in time. */
async function findings({ store }: Deps, limit: number): Promise<FollowUp[]> {
  const states = ['actionProposed', 'proofSubmitted', 'escalated'] as const;
  const found = await store.findingsOnLabels(states, limit);
  return found.map((one) => ({
    ...ofLabel(one),
    what: one.state === 'escalated' ? 'findingEscalated' : 'findingAnswered',
    dueAt: one.context.dueAt,
    late: one.state === 'escalated',
    path: `files/${one.context.applicationId}/findings#finding-${one.id}`,
  }));
}

/** Notices that nobody assessed, and applications that a change asks for and that did not come, or had no success. */
async function changes({ store }: Deps, limit: number): Promise<FollowUp[]> {
  const found = await store.changesIn(['notified', 'overdue', 'unsettled'], limit);
  const rows = found.map(async (change): Promise<FollowUp> => {
    const { id, state, notifiedAt, context } = change;
    return {
      ...ofLabel(change),
      what: changeRows[state as keyof typeof changeRows],
      dueAt: (await store.lastRecord(`changes/${id}`))?.at ?? notifiedAt,
      late: state === 'overdue',
      open: state !== 'overdue',
      path: `files/${context.applicationId}/label/changes/${id}`,
    };
  });
  return Promise.all(rows);
}

const changeRows = {
  notified: 'changeNotified',
  overdue: 'changeOverdue',
  unsettled: 'changeUnsettled',
} as const;
