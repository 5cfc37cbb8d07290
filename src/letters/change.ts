import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Translator } from '../i18n/i18n.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter } from './letter.ts';
import { officers, owners } from './recipients.ts';

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
    const { event } = about.record;
    if (event?.type !== 'assess') throw new Error(`${about.record.id} assesses nothing`);
    const { effect, dueAt } = event;
    return { ...told(about), effect, dueAt: dueAt === null ? '' : dayOf(dueAt) };
  },
  says: ({ effect, dueAt, ...about }, words) => {
    const { values, ...body } = bodyOf(about, words);
    const due = dueAt === '' ? '' : words.date(dueAt);
    return { ...body, words: `changeAssessed.${effect}`, values: { ...values, dueAt: due } };
  },
});

/** What the letters on an application that a change asks for, and that did not come in time, have in common. */
const overdue = {
  on: ['change.overdue'] as const,
  topic: null,
  about: theChange,
  holds: ({ change }: About) => change.state === 'overdue',
  tells: told,
  says: bodyOf,
};

/** Tells the owners that it is missing, and what may follow. */
export const changeOverdue = letter({ ...overdue, to: owners, path: ownPage });

/** Tells the officers that it is missing. */
export const changeLate = letter({ ...overdue, to: officers, path: deskOf });

type About = Awaited<ReturnType<typeof theChange>>;

async function theChange({ store }: Deps, { id }: Cause) {
  const change = requireVisible(await store.change(id));
  const { organisationId, applicationId } = change.context;
  const organisation = requireVisible(await store.organisation(organisationId));
  return { change, organisation, number: applicationId };
}

function told({ change, organisation }: About) {
  return { organisation: organisation.name, number: change.context.labelNumber, things: change.things };
}

function bodyOf({ organisation, number, things }: ReturnType<typeof told>, { t }: Translator) {
  const list = things.map((thing) => t(`changes.things.${thing}`)).join(', ');
  return { rows: { organisation, label: number }, values: { organisation, number, things: list } };
}

function ownPage({ change, organisation }: About): string {
  return `organisations/${organisation.id}/labels/${change.context.labelNumber}/changes`;
}

function deskOf({ change, number }: About): string {
  return `files/${number}/label/changes/${change.id}`;
}
