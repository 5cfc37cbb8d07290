import type { PublishedScheme } from '../../criteria/scheme.ts';
import { roleIn } from '../../policies/organisation.ts';
import type { Fact } from '../../workflow/facts.ts';
import { found } from '../found.ts';
import type { Label, Membership, Organisation, SelfAssessment } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { schemeOf } from '../schemeOf.ts';
import { type Announced, announced, toldFacts } from './announced.ts';

/** An application as the people of its organisation see it. */
export interface ApplicantFile {
  readonly application: Announced;
  readonly organisation: Organisation;
  /** The asker's role in the organisation. */
  readonly role: Membership['role'];
  readonly assessment: SelfAssessment;
  readonly published: PublishedScheme;
  /** What happened and when, oldest first. */
  readonly history: readonly { readonly fact: Fact; readonly at: string }[];
  /** What the secretariat asked for last, as long as it waits for an answer. */
  readonly asked: readonly string[];
  readonly label: Label | null;
}

/** Everything that the people of an organisation may know of their application; for anyone else it is not found. */
export async function viewApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<ApplicantFile> {
  const application = found(await deps.store.application(input.applicationId));
  const { organisationId, criteriaVersion, labelNumber } = application.context;
  const role = found(roleIn(asker, organisationId));
  const [assessment, organisation, records, label] = await Promise.all([
    deps.store.selfAssessment(application.id),
    deps.store.organisation(organisationId),
    deps.store.records(`applications/${application.id}`),
    labelNumber === null ? null : deps.store.label(labelNumber),
  ]);
  const asked = records.findLast((record) => record.event?.type === 'requestInformation')?.event;
  return {
    application: announced(application, records),
    organisation: found(organisation),
    role,
    assessment: found(assessment),
    published: schemeOf(deps, criteriaVersion),
    history: toldFacts(records),
    asked:
      application.state === 'informationRequested' && asked?.type === 'requestInformation' ? asked.items : [],
    label,
  };
}
