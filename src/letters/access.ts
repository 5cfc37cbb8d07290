import { directoryId } from '../commands/common/actor.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Person, StaffRole } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Translator } from '../i18n/i18n.ts';
import { type Cause, keysOf, letter } from './letter.ts';

const rolesSteps = {
  'person.rolesProposed': 'proposed',
  'person.rolesChanged': 'changed',
  'person.rolesDeclined': 'declined',
  'person.rolesWithdrawn': 'withdrawn',
} as const;

/** Tells the person and every administrator that a change of roles was proposed, made or given up. */
export const rolesChange = letter({
  on: keysOf(rolesSteps),
  topic: null,
  about: theChange,
  to: personAndAdministrators,
  path: pageOfPerson,
  tells: (about, { id }) => {
    const step = rolesSteps[about.fact];
    const { given, taken, until = '' } = about.data;
    const administers = step === 'changed' && given.includes('administrator') && id === about.person.id;
    return { ...names(about), step, given, taken, dueAt: step === 'proposed' ? until : '', administers };
  },
  says: ({ step, given, taken, dueAt, administers, ...who }, words) => {
    const list = (some: readonly StaffRole[]) => some.map((role) => words.t(`roles.${role}`)).join(', ');
    return {
      words: administers ? 'rolesChange.administers' : `rolesChange.${step}`,
      rows: {
        ...whoAndBy(who, words),
        given: list(given),
        taken: list(taken),
        dueAt: dueAt === '' ? '' : words.time(dueAt),
      },
    };
  },
});

const accessSteps = {
  'person.removed': 'removed',
  'person.readmitted': 'readmitted',
  'person.passkeysReset': 'passkeysReset',
} as const;

/** Tells the same people that someone's access was taken or given back, or all their passkeys taken. */
export const accessChange = letter({
  on: keysOf(accessSteps),
  topic: null,
  about: theChange,
  to: personAndAdministrators,
  path: pageOfPerson,
  tells: (about) => ({ ...names(about), step: accessSteps[about.fact] }),
  says: ({ step, ...who }, words) => ({ words: `accessChange.${step}`, rows: whoAndBy(who, words) }),
});

interface Change {
  readonly person: Person;
  /** Who made it; null for the command line and for the directory of the staff. */
  readonly by: Person | null;
  readonly byDirectory: boolean;
}

async function theChange({ store }: Deps, { id, record }: Cause): Promise<Change> {
  const { actor } = record;
  return {
    person: requireVisible(await store.person(id)),
    by: await store.person(actor.id),
    byDirectory: actor.id === directoryId,
  };
}

async function personAndAdministrators({ person }: Change, { store }: Deps): Promise<readonly Person[]> {
  const administrators = await store.peopleWith('administrator');
  return [person, ...administrators.filter(({ id }) => id !== person.id)];
}

function pageOfPerson({ person }: Change, reader: { readonly id: string | null }): string {
  return reader.id === person.id ? 'account' : `people/${person.id}`;
}

interface Who {
  readonly person: string;
  /** Empty for the command line and for the directory of the staff. */
  readonly by: string;
  readonly byDirectory?: boolean;
}

function names({ person, by, byDirectory }: Change): Who {
  const who = { person: person.name || person.email, by: by?.name || by?.email || '' };
  return { ...who, ...(byDirectory && { byDirectory }) };
}

function whoAndBy({ person, by, byDirectory }: Who, { t }: Translator) {
  if (by !== '') return { person, by };
  return { person, by: byDirectory ? t('letters.byDirectory') : t('letters.byCommandLine') };
}
