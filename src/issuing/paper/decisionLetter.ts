import type { DecisionPaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { aboutLabel, outcomeOn } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { printedAnyway } from '../drawing/text.ts';
import { bullets, heading, items, paragraph } from './paperBlocks.ts';
import { letterFoot, letterHead } from './paperLetter.ts';
import { dayText, writeConditions, writeScores } from './paperParts.ts';
import { closePaper, openPaper, type Paper, paperWords, room } from './paperSheet.ts';
import { verdictBox } from './paperVerdict.ts';

/** The letter that tells a decision with its reasons, and what can be done until when; it names nobody who evaluated. */
export async function makeDecisionLetter(decision: DecisionPaper, seal?: SealPlace): Promise<Buffer> {
  const { language, applicationId, organisation, outcome, announcedAt, result, offers } = decision;
  const words = paperWords(language);
  const name = printedAnyway(organisation.name, 'sans');
  const paper = openPaper({
    language,
    title: words.t('papers.decision.documentTitle', { number: applicationId, organisation: name }),
    running: `${words.t('papers.decision.title')} · ${applicationId} · ${name}`,
    specimen: organisation.specimen,
    createdAt: announcedAt,
    seal,
  });
  const { street, postcode, commune } = organisation;
  letterHead(paper, [organisation.name, street, `${postcode} ${commune}`], dayOf(announcedAt));
  heading(paper, 'H1', words.t('papers.decision.title'));
  const criteria = words.t('papers.decision.criteria', { version: decision.published.scheme.version });
  const about = aboutLabel(decision, words);
  paragraph(paper, [applicationId, about, criteria].filter(Boolean).join(' · '), 'small');
  paper.y += 6;
  const by = bodyOf(decision);
  const [day, due] = [dayText(paper, decision.decidedAt), dayText(paper, decision.dueAt)];
  paragraph(paper, words.t(`papers.decision.lead.${by}`, { organisation: name, day }));
  verdictBox(paper, outcome, {
    word: outcome === 'ineligible' ? words.t(`outcomes.${outcome}`) : outcomeOn(decision, outcome, words),
    sentence: meaningOf(decision, due, words),
  });
  heading(paper, 'H2', words.t('papers.decision.reasons'));
  paragraph(paper, decision.reason);
  writeConditions(paper, decision.conditions);
  writeFindings(paper, decision.findings);
  writeOffers(
    paper,
    offers,
    decision.kind === 'reconsideration' ? 'papers.decision.kept' : 'papers.decision.offers',
  );
  writeOffers(paper, decision.lost, 'papers.decision.lost');
  if (result) {
    room(paper, 60 + 30 * result.themes.length);
    heading(paper, 'H2', words.t('papers.decision.result'));
    writeScores(paper, result, decision.published);
  }
  writeNext(paper, decision);
  letterFoot(paper, words.t(`papers.decision.body.${by}`));
  return closePaper(paper);
}

function writeOffers(
  paper: Paper,
  offers: readonly string[],
  title: `papers.decision.${'offers' | 'kept' | 'lost'}`,
): void {
  if (offers.length === 0) return;
  heading(paper, 'H2', paper.words.t(title, { count: offers.length }));
  bullets(paper, offers);
}

/** What the outcome means for what was asked; of a file on a label that is there, for that label. */
function meaningOf({ outcome, kind, lost }: DecisionPaper, due: string, words: Translator): string {
  if (outcome === 'ineligible') return words.t('papers.decision.meaning.ineligible', { due });
  if (kind === 'reconsideration') {
    return words.t(`papers.decision.scope.reconsideration.${lost.length > 0 ? 'reduced' : outcome}`, { due });
  }
  if (kind !== 'extension') return words.t(`papers.decision.scope.${kind}.${outcome}`, { due });
  // It is never granted with conditions (workflow/application/guards.ts).
  return words.t(`papers.decision.scope.extension.${outcome === 'refused' ? 'refused' : 'granted'}`, { due });
}

function bodyOf({ outcome }: DecisionPaper) {
  return outcome === 'ineligible' ? 'office' : 'committee';
}

function writeFindings(paper: Paper, findings: DecisionPaper['findings']): void {
  const { words } = paper;
  if (findings.length === 0) return;
  heading(paper, 'H2', words.t('papers.decision.findings', { count: findings.length }));
  items(paper, findings, ({ grade, text }, body) => {
    paragraph(paper, words.t(`papers.decision.grade.${grade}`), 'strong', body);
    paragraph(paper, text, 'body', body);
  });
}

/** What can be done, by whom the decision was taken, and the last day of each. */
function writeNext(paper: Paper, decision: DecisionPaper): void {
  const { outcome, scope, dueAt, address } = decision;
  const { words } = paper;
  const due = dayText(paper, dueAt);
  if (!scope && (outcome === 'granted' || outcome === 'grantedWithConditions')) {
    heading(paper, 'H2', words.t('papers.decision.next'));
    paragraph(paper, words.t('papers.decision.sign', { due }), 'strong');
    paragraph(paper, words.t('papers.decision.where', { address }));
  }
  if (outcome === 'refused' || outcome === 'ineligible' || (!scope && outcome !== 'granted')) {
    heading(paper, 'H2', words.t('papers.decision.appeal'));
    const against = outcome === 'grantedWithConditions' ? 'conditions' : 'refusal';
    paragraph(paper, words.t(`papers.decision.until.${against}`, { due }), 'strong');
    paragraph(paper, words.t('papers.decision.how', { address }));
  }
  // The body that stands for the letter never ends up on a page of its own.
  room(paper, 170);
  heading(paper, 'H2', words.t('papers.decision.who'));
  paragraph(paper, words.t(`papers.decision.by.${bodyOf(decision)}`));
}
