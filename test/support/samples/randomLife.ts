import fc from 'fast-check';
import { type Entry, type Standing, standings } from '../../../src/register/entry.ts';
import type { PublicWord } from '../../../src/register/publicStatus.ts';
import type { LabelEvent } from '../../../src/workflow/label/labelEvents.ts';
import { step } from '../../../src/workflow/step.ts';
import { type StoredLabel, untouchedLabel } from '../../../src/workflow/stored.ts';
import { currentVersion } from '../../../src/workflow/versions.ts';
import { specimenEntry } from './specimenEntry.ts';

const geneva = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich', dateStyle: 'short' });

/** The calendar of Geneva, by other means than the service's own. */
function genevaDay(ms: number): string {
  return geneva.format(ms);
}

/** A label's life as it came about: the entry of the last moment, and for each day how the label stood when it ended. */
export interface LivedLife {
  readonly entry: Entry;
  /** The entry as it stood at the end of each day, from some days before the label on. */
  readonly days: readonly LivedDay[];
}

interface LivedDay {
  readonly day: string;
  readonly entry: Entry | null;
  readonly held: boolean;
  /** What it read as at the end of that day, where it held. */
  readonly word: PublicWord | null;
}

const dayMs = 86_400_000;
const begin = Date.parse('2026-03-20T10:00:00Z');
const certificate = 'a'.repeat(64);
type Bare<E> = E extends unknown ? Omit<E, 'at'> : never;
const by = (...roles: string[]) => ({ actor: { id: 'P', roles } }) as unknown as Pick<LabelEvent, 'actor'>;
const system = by('system');
const officer = by('officer');
const because = { code: 'misuse', reason: 'R' } as const;
const dueAt = '2026-04-20T10:00:00.000Z';
const appealBy = '2026-05-20T10:00:00.000Z';
const vote = { present: ['P', 'Q', 'R'], recused: [], abstained: 0, casting: null };
const concluded = {
  reason: 'R',
  inSession: true,
  chair: 'P',
  conflicted: [],
  quorum: 3,
  castingVote: true,
  ...by('chair'),
};

/** Every event that a label knows, as someone could really bring it about. */
const events = [
  { type: 'issued', certificate, entryReady: true, ...system },
  { type: 'proposeSuspension', ...because, todo: 'T', dueAt, ...officer },
  { type: 'answerHearing', text: 'T', ...by('editor') },
  { type: 'dropProposal', reason: 'R', ...officer },
  { type: 'suspend', ...because, todo: 'T', dueAt, urgent: true, hearingUntil: dueAt, appealBy, ...officer },
  { type: 'suspend', ...because, todo: 'T', dueAt, urgent: false, hearingUntil: null, appealBy, ...officer },
  { type: 'confirmSuspension', reason: 'R', appealBy, ...officer },
  { type: 'restore', reason: 'R', certificate, ...officer },
  { type: 'proposeWithdrawal', ...because, dueAt, ...officer },
  { type: 'withdrawLabel', ...concluded, vote: { ...vote, for: 3, against: 0 }, appealBy },
  { type: 'keepLabel', ...concluded, vote: { ...vote, for: 0, against: 3 }, dueAt },
  { type: 'giveNotice', on: '2026-04-12', ...by('owner') },
  { type: 'takeBackNotice', ...by('owner') },
  { type: 'noticeEnded', ...system },
  { type: 'recordNotice', reason: 'R', on: '2026-04-12', document: 'D', ...officer },
  { type: 'confirmNotice', on: '2026-04-22', actor: { id: 'Q', roles: ['officer'] } },
  { type: 'objectToNotice', ...by('owner') },
  { type: 'dropNotice', reason: 'R', ...officer },
  { type: 'reviseScope', certificate, reason: 'R', appealBy, ...officer },
  { type: 'reissue', certificate, cause: 'name', ...officer },
  ...standings.map((standing) => {
    const due = standing === 'conditional' ? dueAt : null;
    return { type: 'setStanding', standing, reason: 'R', dueAt: due, appealBy, ...officer };
  }),
  { type: 'periodEnded', renewalFiled: true, dueAt: null, ...system },
  { type: 'periodEnded', renewalFiled: false, dueAt: null, ...system },
  { type: 'renew', successor: 'MIE-26-00043-B', ...system },
  { type: 'renewalRefused', ...system },
  { type: 'graceEnded', ...system },
  { type: 'deadlinePassed', ...system },
  { type: 'lodgeAppeal', against: 'suspension', grounds: 'G', ...by('owner') },
  { type: 'grantStay', reason: 'R', certificate, ...by('chair') },
  { type: 'liftStay', reason: 'R', dueAt, ...by('chair') },
  { type: 'upholdAppeal', reason: 'R', certificate, ...by('chair') },
] as unknown as readonly Bare<LabelEvent>[];

/** Lives of a label of any standing: any of its events, in any order, hours or days apart; what the machine refuses does not happen. */
export const randomLife: fc.Arbitrary<LivedLife> = fc
  .record({
    days: fc.integer({ min: 3, max: 40 }),
    standing: fc.constantFrom(...standings),
    turns: fc.array(
      fc.record({ event: fc.constantFrom(...events), hours: fc.integer({ min: 0, max: 400 }) }),
      { minLength: 4, maxLength: 24 },
    ),
  })
  .map(({ days, standing, turns }) => live(days, standing, turns));

function live(
  days: number,
  first: Standing,
  turns: readonly { readonly event: Bare<LabelEvent>; readonly hours: number }[],
): LivedLife {
  const until = genevaDay(begin + days * dayMs);
  let stored = opened(until, first);
  const stepAt = (at: number) => {
    const { standing } = stored.context;
    return { state: stored.state, on: genevaDay(at), ...(standing !== 'clean' && { standing }) };
  };
  let history: Entry['history'] = [stepAt(begin)];
  let now = begin;
  const seen: LivedDay[] = [];
  const entryNow = (): Entry => ({
    ...specimenEntry,
    state: stored.state,
    standing: stored.context.standing,
    ...(stored.context.standingDueAt !== null && { conditionDue: stored.context.standingDueAt.slice(0, 10) }),
    since: genevaDay(begin),
    until,
    history,
    ...(stored.context.successor === null ? {} : { successor: stored.context.successor }),
  });
  const closeDaysBefore = (next: number, entry: Entry | null) => {
    for (let day = last; day < genevaDay(next); day = genevaDay(Date.parse(`${day}T12:00:00Z`) + dayMs)) {
      const holds = entry?.state === 'extended' || (entry?.state === 'active' && day <= until);
      seen.push({ day, entry, held: holds, word: entry && holds ? wordOf(entry) : null });
      last = genevaDay(Date.parse(`${day}T12:00:00Z`) + dayMs);
    }
  };
  let last = genevaDay(begin - 2 * dayMs);
  closeDaysBefore(begin, null);
  const issued = { event: events[0] as Bare<LabelEvent>, hours: 0 };
  for (const { event, hours } of [issued, ...turns]) {
    now += hours * 3_600_000;
    closeDaysBefore(now, entryNow());
    const taken = step('label', stored, { ...event, at: new Date(now).toISOString() } as LabelEvent);
    if (!taken.taken) continue;
    const { state, context } = stored;
    stored = taken.next;
    const moved = stored.state !== state || stored.context.standing !== context.standing;
    if (moved) history = [...history, stepAt(now)];
  }
  closeDaysBefore(now + 5 * dayMs, entryNow());
  return { entry: entryNow(), days: seen };
}

function wordOf({ state, standing }: Entry): PublicWord {
  if (state === 'extended') return state;
  return standing === 'clean' ? 'active' : standing;
}

function opened(until: string, standing: Standing): StoredLabel {
  return {
    machineVersion: currentVersion.label,
    state: 'issuing',
    context: {
      number: specimenEntry.number,
      applicationId: 'A',
      organisationId: 'ORG1',
      standing,
      revision: 0,
      certificate: null,
      since: genevaDay(begin),
      until,
      successor: null,
      dueAt: null,
      ...untouchedLabel,
    },
  };
}
