import { requireVisible } from '../commands/common/requireVisible.ts';
import { applicantAfter } from '../commands/file/succession.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Translator } from '../i18n/i18n.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter } from './letter.ts';
import { officers, owners } from './recipients.ts';
import { eventOf, lastDue } from './subjects.ts';

/** Tells the officers that the holder of a label told of a change, or edited what its label rests on. */
export const changeWaits = letter({
  on: ['change.notified'],
  topic: null,
  about: theChange,
  holds: ({ change }) => change.state === 'notified' && change.by !== 'office',
  to: officers,
  path: deskOf,
  tells: told,
  says: bodyOf,
});

/** Tells the owners that an officer noted a change on their label. */
export const changeNoted = letter({
  on: ['change.notified'],
  topic: null,
  about: theChange,
  holds: ({ change }) => change.by === 'office',
  to: owners,
  path: ownPage,
  tells: told,
  says: bodyOf,
});

/** Tells the owners what a change means for their label, and until when something is to be done. */
export const changeAssessed = letter({
  on: ['change.assessed'],
  topic: null,
  about: theChange,
  to: owners,
  path: ownPage,
  tells: (about) => {
    const { effect, dueAt } = eventOf(about.record, 'assess');
    const what = about.successor && effect === 'application' ? ('successor' as const) : effect;
    return {
      ...told(about),
      what,
      successor: about.successor?.name ?? '',
      dueAt: dueAt === null ? '' : dayOf(dueAt),
    };
  },
  says: ({ what, successor, dueAt, ...about }, words) => {
    const { values, ...body } = bodyOf(about, words);
    const due = dueAt === '' ? '' : words.date(dueAt);
    return { ...body, words: `changeAssessed.${what}`, values: { ...values, successor, dueAt: due } };
  },
});

/** Asks those who speak for the organisation that the office named whether it takes a label over, and says until when. */
export const successorAsked = letter({
  on: ['change.assessed'],
  topic: null,
  about: async (deps: Deps, cause: Cause) => withSuccessor(await theChange(deps, cause)),
  holds: ({ change }) => change.state === 'followUp',
  to: ({ successor }, deps) => owners({ organisation: successor }, deps),
  path: applicantPage,
  tells: (about) => ({
    ...told(about),
    successor: about.successor.name,
    dueAt: dayOf(eventOf(about.record, 'assess').dueAt ?? about.record.at),
  }),
  says: ({ successor, dueAt, ...about }, words) => {
    const { rows, values } = bodyOf(about, words);
    return {
      rows: { ...rows, dueAt: words.date(dueAt) },
      values: { ...values, successor, dueAt: words.date(dueAt) },
    };
  },
});

/** Tells the owners of the holder that the other organisation accepted, with its application. */
export const successorAccepted = letter({
  on: ['change.begun'],
  topic: null,
  about: async (deps: Deps, cause: Cause) => withSuccessor(await theChange(deps, cause)),
  to: owners,
  path: ownPage,
  tells: (about) => ({ ...told(about), successor: about.successor.name }),
  says: ({ successor, ...about }, words) => {
    const { rows, values } = bodyOf(about, words);
    return { rows, values: { ...values, successor } };
  },
});

/** Tells the owners of the holder that the application in the place of their label had no success, and what follows. */
export const changeFailed = letter({
  on: ['change.applicationFailed'],
  topic: null,
  about: theChange,
  holds: ({ change }) => change.state === 'unsettled' && change.context.effect === 'application',
  to: owners,
  path: ownPage,
  tells: told,
  says: bodyOf,
});

/** Reminds the owners of who applies of the last day of an application that a change asks for. */
export const changeDue = letter({
  on: ['change.dueSoon'],
  topic: null,
  about: theChange,
  holds: ({ change: { state, context }, data }) => state === 'followUp' && context.dueAt === data.dueAt,
  to: applicants,
  path: applicantPage,
  tells: (about) => {
    const { days, left = days, dueAt } = about.data;
    return { ...told(about), days: left, dueAt: dayOf(dueAt) };
  },
  says: ({ days, dueAt, ...about }, words) => {
    const { rows, values } = bodyOf(about, words);
    return { rows: { ...rows, dueAt: words.date(dueAt) }, values: { ...values, days } };
  },
});

/** What the letters on an application that a change asks for, and that did not come in time, have in common. */
const overdue = {
  on: ['change.overdue'] as const,
  topic: null,
  about: theChange,
  holds: ({ change }: About) => change.state === 'overdue',
  tells: (about: About & Cause) => ({ ...told(about), dueAt: lastDue(about.earlier) }),
  says: ({ dueAt, ...about }: ReturnType<typeof told> & { readonly dueAt: string }, words: Translator) => {
    const { rows, values } = bodyOf(about, words);
    return { rows: { ...rows, dueAt: dueAt && words.date(dueAt) }, values };
  },
};

/** Tells the owners of who applies that it is missing, and what may follow. */
export const changeOverdue = letter({ ...overdue, to: applicants, path: applicantPage });

/** Tells the officers that it is missing. */
export const changeLate = letter({ ...overdue, to: officers, path: deskOf });

/** Owners of the organisation that applies: the one that takes over, or the holder. */
async function applicants({ successor, organisation }: About, deps: Deps) {
  return owners({ organisation: successor ?? organisation }, deps);
}

type About = Awaited<ReturnType<typeof theChange>>;

async function theChange({ store }: Deps, { id }: Cause) {
  const change = requireVisible(await store.change(id));
  const { organisationId, applicationId } = change.context;
  const organisation = requireVisible(await store.organisation(organisationId));
  const successor = change.successorId === null ? null : await store.organisation(change.successorId);
  return { change, organisation, successor, number: applicationId };
}

/** The same where another organisation applies in the holder's place; null where it does not. */
function withSuccessor({ successor, ...about }: About) {
  return successor && { ...about, successor };
}

function told({ change, organisation }: Pick<About, 'change' | 'organisation'>) {
  return { organisation: organisation.name, number: change.context.labelNumber, things: change.things };
}

function bodyOf({ organisation, number, things }: ReturnType<typeof told>, { t, locale }: Translator) {
  // In the middle of a sentence.
  const list = things
    .map((thing) => t(`changes.things.${thing}`))
    .map((name) => name.charAt(0).toLocaleLowerCase(locale) + name.slice(1))
    .join(', ');
  return { rows: { organisation, label: number }, values: { organisation, number, things: list } };
}

function ownPage({ change, organisation }: Pick<About, 'change' | 'organisation'>): string {
  return `organisations/${organisation.id}/labels/${change.context.labelNumber}/changes`;
}

/** Of who applies: the page that begins its application. */
function applicantPage({ change }: Pick<About, 'change'>): string {
  const { labelNumber } = change.context;
  return `organisations/${applicantAfter(change)}/labels/${labelNumber}/changes/${change.id}`;
}

function deskOf({ change, number }: Pick<About, 'change' | 'number'>): string {
  return `files/${number}/label/changes/${change.id}`;
}
