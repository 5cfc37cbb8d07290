import * as z from 'zod';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { type Person, staffRoles } from '../../commands/items/items.ts';
import type { LetterParams } from '../../commands/items/letters.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { sendLetters } from './sendLetters.ts';

const rolesSteps = {
  'person.rolesProposed': 'proposed',
  'person.rolesChanged': 'changed',
  'person.rolesDeclined': 'declined',
  'person.rolesWithdrawn': 'withdrawn',
} as const;
const accessSteps = {
  'person.removed': 'removed',
  'person.readmitted': 'readmitted',
  'person.passkeysReset': 'passkeysReset',
} as const;

const roles = z.array(z.enum(staffRoles));
const rolesData = z.object({ given: roles, taken: roles, until: z.string().default('') });

/** Tells the person and every administrator that a change of roles was proposed, made or given up. */
export async function mailRoles(deps: Deps, job: Job): Promise<void> {
  const { data, people, paramsFor } = await readChange(deps, job);
  const step = rolesSteps[job.fact as keyof typeof rolesSteps];
  const { given, taken, until } = rolesData.parse(data);
  const params = (reader: Person): LetterParams['rolesChange'] => ({
    ...paramsFor(reader),
    step,
    given,
    taken,
    dueAt: step === 'proposed' ? until : '',
  });
  await sendLetters(deps, job, { kind: 'rolesChange', organisationId: '', people, params });
}

/** Tells the same people that someone's access was taken or given back, or all their passkeys taken. */
export async function mailAccess(deps: Deps, job: Job): Promise<void> {
  const { people, paramsFor } = await readChange(deps, job);
  const step = accessSteps[job.fact as keyof typeof accessSteps];
  const params = (reader: Person) => ({ ...paramsFor(reader), step });
  await sendLetters(deps, job, { kind: 'accessChange', organisationId: '', people, params });
}

interface ReadChange {
  readonly data: JournalRecord['data'];
  /** The person and every administrator, each once. */
  readonly people: readonly Person[];
  readonly paramsFor: (reader: Person) => Pick<LetterParams['accessChange'], 'person' | 'by' | 'link'>;
}

/** The line on the person's chain, whom it is told to, and what every such letter says. */
async function readChange({ store, publicUrl }: Deps, job: Job): Promise<ReadChange> {
  const person = requireVisible(await store.person(job.stream.slice('people/'.length)));
  const { actor, data } = requireVisible(
    (await store.records(job.stream)).find(({ id }) => id === job.recordId),
  );
  const others = (await store.peopleWith('administrator')).filter(({ id }) => id !== person.id);
  const by = await store.person(actor.id);
  return {
    data,
    people: [person, ...others],
    paramsFor: ({ id, language }) => ({
      person: nameOf(person),
      by: by === null ? '' : nameOf(by),
      link: `${publicUrl}/${language}${id === person.id ? '/account' : `/people/${person.id}`}`,
    }),
  };
}

function nameOf({ name, email }: Person): string {
  return name === '' ? email : name;
}
