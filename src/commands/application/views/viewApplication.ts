import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { roleIn } from '../../../policies/organisation.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { DomainEvent } from '../../../workflow/domainEvents.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { type Announced, announced, toldFacts } from '../../file/announced.ts';
import { type AnnouncedDecision, announcedDecisions } from '../../file/announcedDecisions.ts';
import { documentsOf, type EvidenceDocument, oldestCounting } from '../../file/documentsOf.ts';
import { conditionsNow, type ToldAppeal, toldAppeal } from '../../file/toldAppeal.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type {
  Application,
  InformationRound,
  Label,
  Membership,
  Organisation,
  SelfAssessment,
} from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type EarlierAnswers, earlierAnswers } from '../renewal/earlierAnswers.ts';

/** An application as the people of its organisation see it. */
export interface ApplicantFile {
  readonly application: Announced;
  readonly organisation: Organisation;
  /** The asker's role in the organisation. */
  readonly role: Membership['role'];
  readonly assessment: SelfAssessment;
  /** The documents of its evidence library, those that are not offered any more among them. */
  readonly documents: readonly EvidenceDocument[];
  readonly published: PublishedScheme;
  /** Last cycle, beside which a renewal is written; null for any other application. */
  readonly earlier: EarlierAnswers | null;
  /** What happened and when, oldest first. */
  readonly history: readonly { readonly fact: DomainEvent; readonly at: string }[];
  /** What the secretariat asked and what was answered, the first round first. */
  readonly information: readonly InformationRound[];
  readonly label: Label | null;
  /** Every decision announced on it, the first one first. */
  readonly decisions: readonly AnnouncedDecision[];
  /** Names of those who evaluated it, once a decision is announced and where the procedure shows them; empty otherwise. */
  readonly evaluatedBy: readonly string[];
  /** Its appeals, the newest first. */
  readonly appeals: readonly ToldAppeal[];
}

/** Everything that the people of an organisation may know of their application; for anyone else it is not found. */
export async function viewApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<ApplicantFile> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId, criteriaVersion, labelNumber } = application.context;
  const role = requireVisible(roleIn(asker, organisationId));
  const [assessment, evidence, organisation, records, label] = await Promise.all([
    deps.store.selfAssessment(application.id),
    deps.store.evidenceOf(application.id),
    deps.store.organisation(organisationId),
    deps.store.records(`applications/${application.id}`),
    labelNumber === null ? null : deps.store.label(labelNumber),
  ]);
  const appeals = records.some(({ facts }) => facts.includes('application.appealLodged'))
    ? await deps.store.appealsOf(application.id)
    : [];
  const today = dayOf(deps.clock.now().toISOString());
  const published = schemeOf(deps, criteriaVersion);
  const copy = requireVisible(assessment);
  const told = announced(application, records);
  return {
    application: withConditions(told, appeals[0], today),
    organisation: requireVisible(organisation),
    role,
    assessment: copy,
    documents: documentsOf(evidence, oldestCounting(deps)),
    published,
    earlier: earlierAnswers(deps, copy, published),
    history: toldFacts(records),
    information: application.information ?? [],
    label,
    decisions: announcedDecisions(records),
    evaluatedBy: deps.procedure.namesShown && told.decision ? await evaluatorsOf(deps, application) : [],
    appeals: appeals.map(toldAppeal),
  };
}

/** Those whose reviews count, and who settled between them. */
async function evaluatorsOf(deps: Pick<Deps, 'store'>, { context }: Application): Promise<string[]> {
  const ids = [...context.reviewers.map(({ personId }) => personId), context.moderatedBy];
  const people = await Promise.all(ids.map((id) => (id === null ? null : deps.store.person(id))));
  return people.flatMap((person) => (person && person.name !== '' ? [person.name] : []));
}

function withConditions(file: Announced, newest: Appeal | undefined, today: Day): Announced {
  if (!file.decision) return file;
  const conditions = conditionsNow(file.decision.conditions, newest, today);
  return { ...file, decision: { ...file.decision, conditions } };
}
