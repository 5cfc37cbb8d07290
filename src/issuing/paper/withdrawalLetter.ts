import type { WithdrawalPaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { dayOf } from '../../register/day.ts';
import { dateInFull } from '../drawing/dates.ts';
import { printedAnyway } from '../drawing/text.ts';
import { heading, paragraph } from './paperBlocks.ts';
import { letterFoot, letterHead } from './paperLetter.ts';
import { dayText } from './paperParts.ts';
import { closePaper, openPaper, type Paper, paperWords, room } from './paperSheet.ts';
import { verdictBox } from './paperVerdict.ts';

/** The letter that tells what the committee decided on the withdrawal of a label, with its reasons and what follows until when. */
export async function makeWithdrawalLetter(decision: WithdrawalPaper, seal?: SealPlace): Promise<Buffer> {
  const { language, labelNumber: number, organisation, outcome, decidedAt, reason, code } = decision;
  const words = paperWords(language);
  const name = printedAnyway(organisation.name, 'sans');
  const paper = openPaper({
    language,
    title: words.t('papers.withdrawal.documentTitle', { number, organisation: name }),
    running: `${words.t('papers.withdrawal.title')} · ${number} · ${name}`,
    specimen: organisation.specimen,
    createdAt: decidedAt,
    seal,
  });
  const { street, postcode, commune } = organisation;
  letterHead(paper, [organisation.name, street, `${postcode} ${commune}`], dayOf(decidedAt));
  heading(paper, 'H1', words.t('papers.withdrawal.title'));
  paragraph(paper, number, 'small');
  paper.y += 6;
  const said = {
    number,
    organisation: name,
    cause: words.t(`sanctions.codes.${code}`),
    day: dayText(paper, decidedAt),
  };
  paragraph(paper, words.t('papers.withdrawal.lead', said));
  verdictBox(paper, outcome, { word: words.t(`outcomes.${outcome}`), sentence: meaningOf(paper, decision) });
  heading(paper, 'H2', words.t('papers.decision.reasons'));
  paragraph(paper, reason);
  writeNext(paper, decision);
  // The body that stands for the letter never ends up on a page of its own.
  if (decision.appealBy === null) room(paper, 170);
  heading(paper, 'H2', words.t('papers.decision.who'));
  paragraph(paper, words.t('papers.decision.by.committee'));
  letterFoot(paper, words.t('papers.decision.body.committee'));
  return closePaper(paper);
}

function meaningOf(paper: Paper, { outcome, repairBy }: WithdrawalPaper): string {
  const { words } = paper;
  if (repairBy === null) return words.t(`papers.withdrawal.meaning.${outcome}`);
  return words.t('papers.withdrawal.meaning.suspended', { due: dayText(paper, repairBy) });
}

/** What is to be done after a withdrawal, and how to contest it. */
function writeNext(paper: Paper, { removeBy, appealBy, address }: WithdrawalPaper): void {
  const { words } = paper;
  if (removeBy !== null) {
    heading(paper, 'H2', words.t('papers.decision.next'));
    paragraph(
      paper,
      words.t('papers.withdrawal.remove', { due: dateInFull(removeBy, words.language) }),
      'strong',
    );
  }
  if (appealBy !== null) {
    // On one page with the body that stands for it, which follows.
    room(paper, 300);
    heading(paper, 'H2', words.t('papers.decision.appeal'));
    paragraph(paper, words.t('papers.decision.until.refusal', { due: dayText(paper, appealBy) }), 'strong');
    paragraph(paper, words.t('papers.decision.how', { address }));
  }
}
