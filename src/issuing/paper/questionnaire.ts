import type { QuestionnairePaper } from '../../commands/items/questionnaire.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { agreementSteps, answeredBy, meanStep, type StepCounts } from '../../criteria/answerCounts.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { printedAnyway } from '../drawing/text.ts';
import { heading, pairs, paragraph } from './paperBlocks.ts';
import { closePaper, openPaper, type Paper, paperWords, room } from './paperSheet.ts';

/** The result of a questionnaire: how far it speaks for all, and what was answered, by criterion and statement. */
export async function makeQuestionnaire(result: QuestionnairePaper, seal?: SealPlace): Promise<Buffer> {
  const { language, applicationId, organisation, answers, working, openedAt, closedAt } = result;
  const words = paperWords(language);
  const title = words.t('questionnaire.title');
  const name = printedAnyway(organisation, 'sans');
  const paper = openPaper({
    language,
    title: `${title} · ${name}`,
    running: `${title} · ${applicationId} · ${name}`,
    specimen: result.specimen,
    createdAt: closedAt,
    seal,
  });
  heading(paper, 'H1', title);
  paragraph(paper, words.t('questionnaire.paper.about', { organisation }));
  const period = { from: words.date(openedAt), until: words.date(closedAt) };
  pairs(paper, [
    [words.t('questionnaire.paper.organisation'), organisation],
    [words.t('questionnaire.paper.number'), applicationId],
    [words.t('questionnaire.paper.period'), words.t('questionnaire.paper.periodText', period)],
    [words.t('questionnaire.paper.answers'), words.number(answers)],
    [words.t('questionnaire.paper.working'), words.number(working)],
  ]);
  if (answers > working) paragraph(paper, words.t('questionnaire.more'), 'strong');
  paragraph(paper, words.t(result.byCode ? 'questionnaire.honestByCode' : 'questionnaire.honest'), 'small');
  paragraph(paper, words.t('questionnaire.inFives'), 'small');
  for (const { criterion, title, statements } of result.groups) {
    room(paper, 45 + heightOf(statements[0]?.counts ?? null));
    heading(paper, 'H2', `${criterion} ${title}`);
    for (const { text, counts } of statements) writeStatement(paper, words, text, counts);
  }
  return closePaper(paper);
}

/** What a statement takes of a page, on which all of it stands. */
function heightOf(counts: StepCounts | null): number {
  return counts ? 230 : 60;
}

function writeStatement(paper: Paper, words: Translator, text: string, counts: StepCounts | null): void {
  room(paper, heightOf(counts));
  heading(paper, 'H3', text);
  if (!counts) {
    paragraph(paper, words.t('questionnaire.untold'), 'small');
    return;
  }
  const chose = answeredBy(counts);
  paragraph(paper, words.t('questionnaire.mean', { mean: words.number(meanStep(counts), 1) }), 'strong');
  pairs(paper, [
    ...agreementSteps.map((step, at) => {
      const count = counts[at] ?? 0;
      return [words.t(`questionnaire.steps.${step}`), words.number(count), (100 * count) / chose] as const;
    }),
    [words.t('questionnaire.noneColumn'), words.number(counts[agreementSteps.length] ?? 0)],
  ]);
}
