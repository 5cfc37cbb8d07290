import { startApplication } from '../../src/commands/application/selfAssessment/startApplication.ts';
import { systemActor } from '../../src/commands/common/actor.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { registerOrganisation } from '../../src/commands/people/organisations/registerOrganisation.ts';
import type { Entry } from '../../src/register/entry.ts';
import { labelNumber } from '../../src/register/number.ts';
import { untouchedLabel } from '../../src/workflow/stored.ts';
import { currentVersion } from '../../src/workflow/versions.ts';
import { currentApplication } from './applicationSteps.ts';
import type { TestService } from './run/service.ts';
import { specimen } from './samples/specimen.ts';
import { specimenEntry } from './samples/specimenEntry.ts';

/** An organisation with a valid label, inserted directly: for tests that do not care how it got there. */
export interface InsertedLabel {
  readonly organisationId: string;
  readonly number: string;
  readonly owner: Person;
}

/** Registers it for a new person, with its granted file, its label and its row in the register, `shown` in place of what is valid today. */
export async function insertLabel(
  { deps, person }: TestService,
  name: string,
  shown: Partial<Pick<Entry, 'state' | 'until'>> = {},
): Promise<InsertedLabel> {
  const someone = await person(name);
  const organisationId = await registerOrganisation(deps, someone, specimen.organisation);
  const owner = requireVisible(await deps.store.person(someone.id));
  const applicationId = await startApplication(deps, owner, { organisationId });
  const { revision: _, head: __, ...file } = await currentApplication(deps, applicationId);
  const number = labelNumber(26, await deps.store.nextNumber('label', 2026));
  const { since, until } = { since: '2026-05-01', until: '2029-04-30' };
  const at = '2026-05-01T08:00:00.000Z';
  const organisation = { ...specimenEntry.organisation, id: organisationId, name: `Spécimen ${name}` };
  const entry = { ...specimenEntry, number, since, until, ...shown, organisation };
  const record = () =>
    ({ id: deps.ids.next(), at, actor: systemActor, event: null, facts: [], data: {} }) as const;
  await deps.store.commit(
    [
      {
        kind: 'applications',
        before: await currentApplication(deps, applicationId),
        after: { ...file, state: 'granted' },
        record: record(),
      },
      {
        kind: 'labels',
        before: null,
        after: {
          id: number,
          machineVersion: currentVersion.label,
          state: 'active',
          context: {
            number,
            applicationId,
            organisationId,
            standing: 'clean',
            revision: 1,
            certificate: null,
            since,
            until,
            successor: null,
            dueAt: null,
            ...untouchedLabel,
          },
          language: 'fr',
          offers: [],
          history: [{ state: 'active', at }],
        },
        record: record(),
      },
    ],
    [{ kind: 'entry', entry }],
  );
  return { organisationId, number, owner };
}
