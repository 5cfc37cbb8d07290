import { requireVisible } from '../commands/common/requireVisible.ts';
import { rulesOf } from '../commands/common/schemeOf.ts';
import type { Surveillance } from '../commands/items/surveillance.ts';
import { askedOf } from '../commands/label/surveillance/askedOf.ts';
import { waitsForHolder } from '../commands/label/surveillance/newSurveillance.ts';
import { isOutOfUse } from '../commands/label/surveillance/openMarkRemoval.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, keysOf, letter, paragraphsOf } from './letter.ts';
import { editors, officers } from './recipients.ts';
import type { OfFile } from './subjects.ts';

/** Tells owners and editors what is asked of their label, question by question, and until when. */
export const surveillanceOpened = letter({
  ...toHolder(),
  on: ['surveillance.opened'],
  about: async (deps: Deps, cause: Cause) => {
    const about = await theSurveillance(deps, cause);
    const file = requireVisible(await deps.store.application(about.surveillance.context.applicationId));
    return { ...about, published: rulesOf(deps, file.context) };
  },
  holds: ({ surveillance: { state } }) => state === 'due',
  tells: ({ published, ...about }, { language }) => {
    const { mandatory } = askedOf(about.surveillance, published.scheme);
    const { criteria } = published.texts[language];
    return { ...holderTold(about), questions: mandatory.map(({ id }) => criteria[id]?.question ?? id) };
  },
  says: ({ task, questions, ...told }, { date }) => ({
    words: `surveillanceOpened.${task}`,
    ...said(told, date),
    list: questions,
  }),
});

/** Reminds owners and editors of what is due, unless they have declared meanwhile. */
export const surveillanceDue = letter({
  ...toHolder(),
  on: ['surveillance.dueSoon'],
  holds: ({ surveillance, data }) =>
    waitsForHolder(surveillance) && surveillance.context.dueAt === data.dueAt,
  says: ({ task, ...told }, { t, date }) => named(said(told, date), t(`surveillance.task.${task}`)),
});

/** Tells owners and editors that the day is over, and that they can still declare. */
export const surveillanceOverdue = letter({
  ...toHolder(),
  on: ['surveillance.overdue'],
  holds: ({ surveillance }) => waitsForHolder(surveillance),
  about: async (deps: Deps, cause: Cause) => {
    const about = await theSurveillance(deps, cause);
    return {
      ...about,
      label: requireVisible(await deps.store.label(about.surveillance.context.labelNumber)),
    };
  },
  // A label that is suspended or over cannot be suspended any more.
  tells: (about) => ({
    ...holderTold(about),
    use: isOutOfUse(about.label) ? ('outOfUse' as const) : ('inUse' as const),
  }),
  says: ({ task, use, ...told }, { t, date }) => ({
    ...named(said(told, date), t(`surveillance.task.${task}`)),
    words: `surveillanceOverdue.${use}`,
  }),
});

/** Tells owners and editors what an officer found, and until when they may answer. */
export const surveillanceFindings = letter({
  ...toHolder(),
  on: ['surveillance.findingsRaised'],
  tells: (about) => {
    const said = about.surveillance.words.find(({ at }) => at === about.record.at)?.text ?? '';
    return { ...holderTold(about), missing: paragraphsOf(said) };
  },
  says: ({ task, missing, ...told }, { t, date }) => ({
    ...named(said(told, date), t(`surveillance.task.${task}`)),
    quote: missing,
  }),
});

/** Tells owners and editors that all is in order. */
export const surveillanceConfirmed = letter({
  ...toHolder(),
  on: ['surveillance.confirmed'],
  says: ({ task, organisation, number }, { t }) => ({
    rows: { organisation, label: number },
    values: { number, task: t(`surveillance.task.${task}`) },
  }),
});

const waits = { 'surveillance.declared': 'declared', 'surveillance.overdue': 'overdue' } as const;

/** Tells the officers what waits for them: something that was declared, or a day that is over. */
export const surveillanceWaits = letter({
  on: keysOf(waits),
  topic: 'fileProgress',
  about: theSurveillance,
  to: officers,
  path: ({ number, surveillance }) => `files/${number}/label/surveillance/${surveillance.id}`,
  tells: ({ fact, ...about }) => ({ ...holderTold(about), what: waits[fact] }),
  says: ({ what, task, organisation, number, dueAt }, { t, date }) => ({
    words: `surveillanceWaits.${what}`,
    rows: { organisation, label: number },
    values: { organisation, number, dueAt: date(dueAt), task: t(`surveillance.task.${task}`) },
  }),
});

/** What the letters to the holder of a label have in common. */
function toHolder() {
  return {
    topic: null,
    about: theSurveillance,
    to: editors,
    path: ({ surveillance: { id, context } }: Told) =>
      `organisations/${context.organisationId}/labels/${context.labelNumber}/declaration/${id}`,
    tells: holderTold,
  };
}

interface Told extends OfFile {
  readonly surveillance: Surveillance;
}

function holderTold({ surveillance: { context }, organisation }: Told) {
  const { labelNumber, task, dueAt } = context;
  return { organisation: organisation.name, number: labelNumber, task, dueAt: dayOf(dueAt) };
}

type Said = Omit<ReturnType<typeof holderTold>, 'task'>;

function said({ organisation, number, dueAt }: Said, date: (day: string) => string) {
  const due = date(dueAt);
  return { rows: { organisation, label: number, dueAt: due }, values: { number, dueAt: due } };
}

function named<Body extends ReturnType<typeof said>>(body: Body, task: string) {
  return { ...body, values: { ...body.values, task } };
}

async function theSurveillance({ store }: Deps, { id }: Cause): Promise<Told> {
  const surveillance = requireVisible(await store.surveillance(id));
  const { organisationId, applicationId } = surveillance.context;
  const organisation = requireVisible(await store.organisation(organisationId));
  return { surveillance, organisation, number: applicationId };
}
