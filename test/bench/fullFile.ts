import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Application, Organisation, Person, SelfAssessment } from '../../src/commands/items/items.ts';
import type { JournalRecord } from '../../src/workflow/record.ts';
import { filledDraft } from '../support/applicationSteps.ts';
import { testService } from '../support/run/service.ts';

/** A draft with every answer in it, as it is kept. */
export interface FullFile {
  readonly owner: Person;
  readonly organisation: Organisation;
  readonly application: Application;
  readonly assessment: SelfAssessment;
  readonly records: readonly JournalRecord[];
}

/** The specimen's, made by the commands on a database that is gone afterwards. */
export async function fullFile(): Promise<FullFile> {
  const service = await testService('bench-full-file');
  const { store } = service.deps;
  const { id, owner } = await filledDraft(service.deps, await service.person('owner'));
  const application = requireVisible(await store.application(id));
  const [organisation, assessment, records] = await Promise.all([
    store.organisation(application.context.organisationId),
    store.selfAssessment(id),
    store.records(`applications/${id}`),
  ]);
  await service.stop();
  return {
    owner,
    organisation: requireVisible(organisation),
    application,
    assessment: requireVisible(assessment),
    records,
  };
}
