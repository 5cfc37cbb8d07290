import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import type { Language, PublishedScheme } from '../../../criteria/scheme.ts';
import { LabelError, refuseFor } from '../../../errors.ts';
import { dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { documentsOf, type EvidenceDocument, oldestCounting } from '../../file/documentsOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Questionnaire, QuestionnairePaper } from '../../items/questionnaire.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { addEvidence } from '../evidence/addEvidence.ts';
import { requireOffered } from '../evidence/openDocument.ts';
import { type QuestionnaireRef, questionnaireToChange } from './closeQuestionnaire.ts';

/** What a person attaches, in which language, and the name of the file. */
type Input = QuestionnaireRef & { readonly language: Language; readonly name: string };

/**
 * Adds the result of a questionnaire to the evidence library as a document that the service makes, and joins it to the criteria that
 * it speaks to. Attached already, it is the same document. Gives its id; `refused` before it is closed and for fewer than five answers.
 */
export async function attachResult(deps: Deps, asker: Asker, input: Input): Promise<string> {
  const { applicationId } = input;
  const questionnaire = await questionnaireToChange(deps, asker, input);
  const { published, edit } = await workingCopy(deps, asker, applicationId);
  const criteria = provenBy(questionnaire, published);
  refuseFor({ nothingToAttach: criteria.length === 0 });
  const document = await attachedOrMade(deps, asker, input, questionnaire, published);
  for (const criterion of criteria)
    await edit({ part: 'files', offerId: '', criterion, document, joined: true });
  return document;
}

/** The criteria of a file that a result speaks to: of those with a statement that may be told. */
export function provenBy(
  { statements, counts }: Pick<Questionnaire, 'statements' | 'counts'>,
  { scheme }: Pick<PublishedScheme, 'scheme'>,
): string[] {
  const told = statements.filter(({ id }) => counts?.[id]).map(({ criterion }) => criterion);
  return criteriaOf(scheme, 'organisation').flatMap(({ id }) => (told.includes(id) ? [id] : []));
}

/** What was asked with what was answered, by criterion. */
export function resultGroups(
  { statements, counts }: Pick<Questionnaire, 'statements' | 'counts'>,
  { texts }: Pick<PublishedScheme, 'texts'>,
  language: Language,
): QuestionnairePaper['groups'] {
  return [...new Set(statements.map(({ criterion }) => criterion))].map((criterion) => ({
    criterion,
    title: texts[language].criteria[criterion]?.title ?? '',
    statements: statements
      .filter((one) => one.criterion === criterion)
      .map(({ id, text }) => ({ text: text[language], counts: counts?.[id] ?? null })),
  }));
}

/** The document that a questionnaire became, also where another file has taken its place since. */
export function attachedAmong(documents: readonly EvidenceDocument[], questionnaireId: string) {
  return documents.find(({ latest, earlier }) =>
    [latest, ...earlier].some(({ madeFrom }) => madeFrom?.questionnaireId === questionnaireId),
  );
}

async function attachedOrMade(
  deps: Deps,
  asker: Asker,
  input: Input,
  questionnaire: Questionnaire,
  published: PublishedScheme,
): Promise<string> {
  const { id, applicationId } = questionnaire;
  const attached = async () => {
    const evidence = await deps.store.evidenceOf(applicationId);
    return attachedAmong(documentsOf(evidence, oldestCounting(deps)), id);
  };
  const known = await attached();
  if (known) {
    requireOffered(known, 'file');
    return known.id;
  }
  const { name, language } = input;
  const paper = await paperOf(deps, questionnaire, published, language);
  const { questionnaireId, answers, working } = paper;
  const madeFrom = { questionnaireId, answers, working };
  const period = { from: dayOf(paper.openedAt), until: dayOf(paper.closedAt) };
  try {
    const bytes = await deps.papers.questionnaire(paper);
    return (await addEvidence(deps, asker, { applicationId, name, bytes, ...period, madeFrom })).document;
  } catch (error) {
    // Pressed twice: the other one was quicker.
    const other = error instanceof LabelError && error.code === 'invalid' ? await attached() : undefined;
    if (!other) throw error;
    return other.id;
  }
}

async function paperOf(
  deps: Pick<Deps, 'store'>,
  questionnaire: Questionnaire,
  published: PublishedScheme,
  language: Language,
): Promise<QuestionnairePaper> {
  const { id, applicationId, organisationId, organisation, working, openedAt, byCode } = questionnaire;
  return {
    language,
    questionnaireId: id,
    ...{ applicationId, organisation, working, openedAt, byCode },
    closedAt: requireVisible(questionnaire.closedAt),
    answers: requireVisible(questionnaire.answers),
    groups: resultGroups(questionnaire, published, language),
    specimen: requireVisible(await deps.store.organisation(organisationId)).specimen,
  };
}
