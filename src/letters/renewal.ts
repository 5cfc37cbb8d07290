import { requireVisible } from '../commands/common/requireVisible.ts';
import { schemeOf } from '../commands/common/schemeOf.ts';
import { renewalOf, replacedBy } from '../commands/file/renewalOf.ts';
import type { Label } from '../commands/items/items.ts';
import { waitsForHolder } from '../commands/label/renewal/endExtension.ts';
import { renewalScheme } from '../commands/label/renewal/renewalScheme.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { renewalOpens } from '../policies/renewalWindow.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter } from './letter.ts';
import { editors, officers } from './recipients.ts';
import { type OfLabel, theLabel } from './subjects.ts';

/** A label and the request to renew it, if there is one. */
async function theRenewal(deps: Deps, cause: Cause) {
  const about = await theLabel(deps, cause);
  return { ...about, renewal: await renewalOf(deps, about.label) };
}

/** What letters about the end of a label to those who may write for its holder have in common. */
const toHolder = {
  topic: null,
  about: theRenewal,
  to: editors,
  path: (about: OfLabel) => `${kitOf(about)}/renewal`,
};

function kitOf({ label, organisation }: OfLabel): string {
  return `organisations/${organisation.id}/labels/${label.id}`;
}

function nameAndLabel({ label, organisation }: OfLabel) {
  return { organisation: organisation.name, label: label.id };
}

const running: readonly Label['state'][] = ['active', 'suspended', 'withdrawalPending'];

/** Tells owners and editors that the period of their label ends, and what to do until when, unless a renewal was sent meanwhile. */
export const labelEnds = letter({
  ...toHolder,
  on: ['label.endsSoon'],
  about: async (deps, cause) => {
    const about = await theRenewal(deps, cause);
    const { scheme } = schemeOf(deps, about.application.context.criteriaVersion);
    const opens = renewalOpens(about.label.context, scheme.validity.renewalWindowDays);
    const today = dayOf(deps.clock.now().toISOString());
    return { ...about, opens, today, version: renewalScheme(deps, opens).scheme.version };
  },
  holds: ({ label, renewal, data, today }) =>
    running.includes(label.state) &&
    label.context.endsOn === null &&
    (renewal === null || renewal.state === 'draft') &&
    label.context.until === data.dueAt &&
    today <= data.dueAt,
  path: (about) => {
    const { label, renewal } = about;
    if (label.state !== 'active') return kitOf(about);
    return renewal ? `applications/${renewal.id}` : `${kitOf(about)}/renewal`;
  },
  tells: (about) => ({
    ...nameAndLabel(about),
    step: stepOf(about),
    until: about.label.context.until,
    opens: about.opens,
    version: about.version,
  }),
  says: ({ step, organisation, label, until, opens, version }, { date }) => ({
    words: `labelEnds.${step}`,
    rows: { organisation, label, dueAt: date(until) },
    values: { opens: date(opens), version },
  }),
});

interface Ending {
  readonly label: Label;
  readonly renewal: object | null;
  readonly opens: string;
  readonly today: string;
}

/** What the letter is about on a day: a suspended label is restored first, and no renewal begins before its window opens. */
function stepOf({ label, renewal, opens, today }: Ending) {
  if (label.state !== 'active') return 'suspended' as const;
  if (today < opens) return 'early' as const;
  if (today === label.context.until) return 'lastDay' as const;
  return renewal ? ('draft' as const) : ('due' as const);
}

/** Tells owners and editors that their label holds on while its renewal is examined, or for some more days, and until when at the latest. */
export const labelExtended = letter({
  ...toHolder,
  on: ['label.extended', 'label.prolonged'],
  holds: ({ label, renewal }) => label.state === 'extended' && renewal !== null,
  path: (about) => (about.renewal ? `applications/${about.renewal.id}` : kitOf(about)),
  tells: (about) => ({
    ...nameAndLabel(about),
    step: about.fact === 'label.prolonged' ? ('prolonged' as const) : ('examined' as const),
    number: about.renewal?.id ?? '',
    periodEnd: about.label.context.until,
    dueAt: lastDayOf(about),
  }),
  says: ({ step, organisation, label, number, periodEnd, dueAt }, { date }) => ({
    words: `labelExtended.${step}`,
    rows: { organisation, label, number, dueAt: date(dueAt) },
    values: { periodEnd: date(periodEnd) },
  }),
});

/** Tells owners and editors that the extension of their label ends soon, for whom their renewal waits, and what follows. */
export const extensionEnds = letter({
  ...toHolder,
  on: ['label.extensionEndsSoon'],
  holds: isEnding,
  path: (about) => (about.renewal ? `applications/${about.renewal.id}` : kitOf(about)),
  tells: (about) => ({ ...nameAndLabel(about), ...waitOf(about), dueAt: lastDayOf(about) }),
  says: ({ waits, organisation, label, number, dueAt }, { date }) => ({
    words: `extensionEnds.${waits}`,
    rows: { organisation, label, number, dueAt: date(dueAt) },
  }),
});

/** Tells the officers that a label holds on by its extension alone, and that its renewal is late. */
export const extensionWaits = letter({
  topic: null,
  about: async (deps, cause) => {
    const about = await theRenewal(deps, cause);
    // Who may hear of it: by the renewal, which is what has to go on.
    return { ...about, number: about.renewal?.id ?? about.number };
  },
  on: ['label.extensionEndsSoon'],
  holds: isEnding,
  to: officers,
  path: ({ number }) => `files/${number}`,
  tells: (about) => ({ ...nameAndLabel(about), ...waitOf(about), dueAt: lastDayOf(about) }),
  says: ({ waits, organisation, label, number, dueAt }, { date }) => ({
    words: `extensionWaits.${waits}`,
    rows: { organisation, label, number, dueAt: date(dueAt) },
  }),
});

type Extension = Awaited<ReturnType<typeof theRenewal>>;

function isEnding({ label, renewal, data }: Extension & Cause<'label.extensionEndsSoon'>): boolean {
  const isSame = label.context.dueAt !== null && dayOf(label.context.dueAt) === data.dueAt;
  return label.state === 'extended' && renewal !== null && isSame;
}

function waitOf({ renewal }: Extension) {
  const waits = renewal && waitsForHolder(renewal) ? ('holder' as const) : ('office' as const);
  return { number: renewal?.id ?? '', waits };
}

/** The last day of its extension; of its period, where nobody kept one. */
function lastDayOf({ label: { context } }: OfLabel): string {
  return context.dueAt === null ? context.until : dayOf(context.dueAt);
}

/** Tells owners and editors that their label ended by its time, why, and what follows. */
export const labelExpired = letter({
  ...toHolder,
  on: ['label.expired'],
  about: theLabel,
  holds: ({ label }) => label.state === 'expired',
  path: kitOf,
  tells: (about) => ({ ...nameAndLabel(about), why: whyExpired(about), since: dayOf(about.record.at) }),
  says: ({ why, organisation, label, since }, { date }) => ({
    words: `labelExpired.${why}`,
    rows: { organisation, label },
    values: { since: date(since) },
  }),
});

function whyExpired({ label, record }: OfLabel & Cause) {
  if (record.event?.type === 'renewalRefused') return 'refused' as const;
  if (record.event?.type === 'graceEnded') return 'undecided' as const;
  return label.history.at(-2)?.state === 'active' ? ('unrenewed' as const) : ('suspended' as const);
}

/** Tells owners and editors that a new label took the place of theirs, and what of the old one to replace. */
export const labelReplaced = letter({
  ...toHolder,
  on: ['label.issued'],
  about: async (deps, cause) => {
    const about = await theLabel(deps, cause);
    const replaced = await replacedBy(deps, about.label);
    return replaced && { ...about, replaced };
  },
  path: kitOf,
  tells: (about) => ({ ...nameAndLabel(about), replaced: about.replaced.id }),
  says: ({ organisation, label, replaced }) => ({ rows: { organisation, label, replaced } }),
});

/** Tells owners and editors that the label of another organisation took the place of theirs. */
export const labelSucceeded = letter({
  ...toHolder,
  on: ['label.superseded'],
  about: async (deps, cause) => {
    const about = await theLabel(deps, cause);
    const next = await deps.store.label(about.label.context.successor ?? '');
    if (!next || next.context.organisationId === about.organisation.id) return null;
    const { name } = requireVisible(await deps.store.organisation(next.context.organisationId));
    return { ...about, successor: next.id, name };
  },
  path: kitOf,
  tells: (about) => ({ ...nameAndLabel(about), successor: about.successor, name: about.name }),
  says: ({ organisation, label, successor, name }) => ({
    rows: { organisation, label },
    values: { organisation, label, successor, name },
  }),
});
