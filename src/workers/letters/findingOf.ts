import { requireVisible } from '../../commands/common/requireVisible.ts';
import { schemeOf } from '../../commands/common/schemeOf.ts';
import type { Finding } from '../../commands/items/decidingItems.ts';
import type { Application, Organisation, Person } from '../../commands/items/items.ts';
import type { Deps } from '../../commands/ports/ports.ts';

/** A finding as letters tell of it. */
export interface ToldFinding {
  readonly finding: Finding;
  readonly application: Application;
  readonly organisation: Organisation;
  /** The criterion it was raised on, as it is called in a language. */
  readonly criterionIn: (language: Person['language']) => string;
}

/** The finding that a stream of the journal is about, e.g. `findings/01H…`. */
export async function findingOf(deps: Deps, stream: string): Promise<ToldFinding> {
  const finding = requireVisible(await deps.store.finding(stream.slice('findings/'.length)));
  const { applicationId, organisationId } = finding.context;
  const application = requireVisible(await deps.store.application(applicationId));
  const { texts } = schemeOf(deps, application.context.criteriaVersion);
  const { criterion } = finding.place;
  return {
    finding,
    application,
    organisation: requireVisible(await deps.store.organisation(organisationId)),
    criterionIn: (language) => `${criterion} · ${texts[language].criteria[criterion]?.title ?? ''}`,
  };
}
