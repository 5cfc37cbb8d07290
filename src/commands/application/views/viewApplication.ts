import { mayEdit, roleIn } from '../../../policies/organisation.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { rulesOf } from '../../common/schemeOf.ts';
import { type Announced, announced, toldFacts } from '../../file/announced.ts';
import { announcedDecisions } from '../../file/announcedDecisions.ts';
import { applicantAppeal, conditionsNow } from '../../file/applicantAppeal.ts';
import { documentsOf, oldestCounting } from '../../file/documentsOf.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { earlierAnswers } from '../renewal/earlierAnswers.ts';

/** An application as it is shown to the people of its organisation. */
export type ApplicantFile = Awaited<ReturnType<typeof viewApplication>>;

/** Everything that the people of an organisation may know of their application; for anyone else it is not found. */
export async function viewApplication(deps: Deps, asker: Asker, input: FileRef) {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId, labelNumber } = application.context;
  const role = requireVisible(roleIn(asker, organisationId));
  const [assessment, evidence, organisation, records, label] = await Promise.all([
    deps.store.selfAssessment(application.id),
    deps.store.evidenceOf(application.id),
    deps.store.organisation(organisationId),
    deps.store.records(`applications/${application.id}`),
    labelNumber === null ? null : deps.store.label(labelNumber),
  ]);
  const appeals = records.some(({ facts }) => facts.includes('application.appealLodged'))
    ? (await deps.store.appealsOf(application.id)).filter(({ context }) => context.labelNumber === null)
    : [];
  const today = dayOf(deps.clock.now().toISOString());
  const published = rulesOf(deps, application.context);
  const copy = requireVisible(assessment);
  const shown = announced(application, records);
  return {
    application: withConditions(shown, appeals[0], today),
    organisation: requireVisible(organisation),
    /** The asker's role in the organisation. */
    role,
    /** Whether the asker acts in its name: an adviser writes with it, and sends nothing. */
    acts: mayEdit(asker, organisationId),
    assessment: copy,
    /** The documents of its evidence library, withdrawn ones included. */
    documents: documentsOf(evidence, oldestCounting(deps)),
    published,
    /** Last cycle, beside which a renewal is written; null for any other application. */
    earlier: earlierAnswers(deps, copy, published),
    /** What happened and when, oldest first. */
    history: toldFacts(records),
    /** What the secretariat asked and what was answered, the first round first. */
    information: application.information ?? [],
    label,
    /** Every decision announced on it, the first one first. */
    decisions: announcedDecisions(records),
    /** Names of those who evaluated it, once a decision is announced and where the procedure shows them; empty otherwise. */
    evaluatedBy: deps.procedure.namesShown && shown.decision ? await evaluatorsOf(deps, application) : [],
    /** Its appeals, the newest first. */
    appeals: appeals.map(applicantAppeal),
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
