import { startApplication } from '../../src/commands/application/selfAssessment/startApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { registerOrganisation } from '../../src/commands/people/organisations/registerOrganisation.ts';
import { filledDraft } from './applicationSteps.ts';
import { specimen } from './samples/specimen.ts';
import { updatePerson } from './updatePerson.ts';
import { type Browser, type TestWeb, testWeb } from './web.ts';

/** A draft with its owner's browser, and the address of its pages. */
export interface OpenDraft {
  readonly id: string;
  readonly owner: Person;
  readonly browser: Browser;
  readonly at: string;
}

/** A web with applicants, each with an organisation of their own. */
export interface WebWithApplicants extends TestWeb {
  /** An empty draft of a new organisation. */
  emptyDraft(): Promise<OpenDraft>;
  /** The specimen's draft, complete. */
  completeDraft(): Promise<OpenDraft>;
  /** Someone else of the same organisation. */
  colleague(of: OpenDraft, role: 'editor' | 'reader'): Promise<{ person: Person; browser: Browser }>;
  /** Everything that is stored but sessions and codes, to see that nothing was written. */
  storedState(): Promise<string>;
}

/** Starts a web for applicants on a database of its own; `also` replaces parts of what it is given. */
export async function webWithApplicants(
  name: string,
  also: Partial<TestWeb['deps']> = {},
): Promise<WebWithApplicants> {
  const web = await testWeb(name, also);
  const { deps, connection } = web;
  let people = 0;
  const someone = () => {
    people += 1;
    return web.person(`applicant-${people}`);
  };
  const open = async (id: string, person: Person): Promise<OpenDraft> => {
    const owner = requireVisible(await deps.store.person(person.id));
    return { id, owner, browser: await web.browser(owner), at: `/fr/applications/${id}` };
  };
  return {
    ...web,
    emptyDraft: async () => {
      const person = await someone();
      const organisationId = await registerOrganisation(deps, person, specimen.organisation);
      const member = requireVisible(await deps.store.person(person.id));
      return open(await startApplication(deps, member, { organisationId }), person);
    },
    completeDraft: async () => {
      const person = await someone();
      return open((await filledDraft(deps, person)).id, person);
    },
    colleague: async ({ owner }, role) => {
      const organisationId = requireVisible(owner.memberships[0]).organisationId;
      const person = await updatePerson(deps, await someone(), { memberships: [{ organisationId, role }] });
      return { person, browser: await web.browser(person) };
    },
    storedState: async () => {
      const names = (await connection.listCollections()).map((collection) => collection.name);
      const kept = names
        .filter((collection) => !/^(sessions|signIns|limits|migrations)/.test(collection))
        .sort();
      const all = kept.map((collection) =>
        connection.collection(collection).find({}).sort({ _id: 1 }).toArray(),
      );
      return JSON.stringify(await Promise.all(all));
    },
  };
}
