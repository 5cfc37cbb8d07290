import type { Handover, MinutesFile, MinutesPaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { aboutLabel, outcomeOn } from '../../i18n/aboutLabel.ts';
import { bullets, heading, items, pairs, paragraph } from './paperBlocks.ts';
import { writeConditions, writeDigest } from './paperParts.ts';
import { closePaper, openPaper, type Paper, paperWords } from './paperSheet.ts';
import { verdictBox } from './paperVerdict.ts';

/** The minutes of a session of the committee: who sat and when, and of each file who chaired it, the recusals, every vote and the outcome. */
export async function makeMinutes(minutes: MinutesPaper, seal?: SealPlace): Promise<Buffer> {
  const { language, plannedFor, closedAt, specimen, remarks, approvals } = minutes;
  const words = paperWords(language);
  const name = words.t('papers.minutes.sessionOf', { date: words.date(plannedFor) });
  const paper = openPaper({
    language,
    title: words.t('papers.minutes.documentTitle', { session: name }),
    running: `${words.t('papers.minutes.title')} · ${name}`,
    specimen,
    createdAt: [closedAt, ...approvals.map(({ at }) => at)].sort().at(-1) ?? closedAt,
    seal,
  });
  heading(paper, 'H1', words.t('papers.minutes.title'));
  paragraph(paper, name);
  paper.y += 8;
  writeSession(paper, minutes);
  writeAttendance(paper, minutes);
  writeHandovers(paper, minutes.handovers, 'H2');
  if (minutes.partial) paragraph(paper, words.t('papers.minutes.partial'), 'small');
  for (const [i, file] of minutes.files.entries()) writeFile(paper, file, i + 1);
  if (remarks.length > 0) {
    heading(paper, 'H2', words.t('papers.minutes.remarks'));
    bullets(paper, remarks);
  }
  heading(paper, 'H2', words.t('papers.minutes.approvals'));
  if (approvals.length === 0) paragraph(paper, words.t('papers.minutes.notApproved'));
  const approved = approvals.map((approval) => [approval.name, words.time(approval.at)] as const);
  pairs(paper, approved);
  writeDigest(paper, minutes.digest, words.t('papers.minutes.digest'), words.t('papers.digestText'));
  return closePaper(paper);
}

function writeSession(paper: Paper, minutes: MinutesPaper): void {
  const { id, place, plannedFor, openedAt, closedAt, chair, quorum } = minutes;
  const { words } = paper;
  pairs(paper, [
    [words.t('papers.minutes.session'), id],
    [words.t('papers.minutes.place'), place],
    [words.t('papers.minutes.plannedFor'), words.time(plannedFor)],
    [words.t('papers.minutes.openedAt'), words.time(openedAt)],
    [words.t('papers.minutes.closedAt'), words.time(closedAt)],
    [words.t('papers.minutes.chair'), chair],
    [words.t('papers.minutes.quorum'), words.t('papers.minutes.quorumOf', { count: quorum })],
  ]);
}

function writeAttendance(paper: Paper, { present }: MinutesPaper): void {
  const { words } = paper;
  heading(paper, 'H2', words.t('papers.minutes.present'));
  const spans = present.map(({ name, from, until }) => [name, spanOf(paper, from, until)] as const);
  pairs(paper, spans);
  const noted = present.flatMap(({ name, noted: one }) => (one ? [{ name, ...one }] : []));
  items(paper, noted, ({ name, by, reason }, body) => {
    paragraph(paper, name, 'strong', body);
    paragraph(paper, words.t('papers.minutes.departure', { name: by, reason }), 'body', body);
  });
}

function writeHandovers(paper: Paper, handovers: readonly Handover[], level: 'H2' | 'H3'): void {
  if (handovers.length === 0) return;
  const { words } = paper;
  heading(paper, level, words.t('papers.minutes.handovers'));
  const texts = handovers.map(({ name, at, reason }) =>
    words.t('papers.minutes.handover', { name, time: words.time(at), reason }),
  );
  bullets(paper, texts);
}

/** The count is of the votes that are listed below it, and of nothing else. */
function votesText({ words }: Paper, { votes, casting }: MinutesFile): string {
  if (votes.length === 0) return words.t('papers.minutes.noVote');
  const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  const [inFavour, against, abstained] = [count('for'), count('against'), count('abstain')];
  const counts = words.t('papers.minutes.votes', { for: inFavour, against, abstained });
  return casting ? `${counts} ${words.t('papers.minutes.casting')}` : counts;
}

/** A span of time; one that runs past midnight names both days. */
function spanOf({ words }: Paper, from: string, until: string): string {
  const sameDay = words.date(from) === words.date(until);
  return words.t('papers.minutes.span', {
    from: words.time(from),
    until: sameDay ? words.hour(until) : words.time(until),
  });
}

function wordOf({ kind, outcome }: MinutesFile, { words }: Paper): string {
  return outcome === 'deferred' || outcome === 'withdrawn' || outcome === 'kept'
    ? words.t(`outcomes.${outcome}`)
    : outcomeOn({ kind }, outcome, words);
}

function writeFile(paper: Paper, file: MinutesFile, place: number): void {
  const { words } = paper;
  const { votes, recusals, handovers, outcome, conditions, remarks } = file;
  heading(paper, 'H2', `${place}. ${file.organisation}`);
  paragraph(paper, [file.number, aboutLabel(file, words)].filter(Boolean).join(' · '), 'small');
  paragraph(paper, words.t('papers.minutes.fileChair', { name: file.chair }), 'small');
  verdictBox(paper, outcome, { word: wordOf(file, paper), sentence: votesText(paper, file) });
  writeHandovers(paper, handovers, 'H3');
  if (recusals.length > 0) {
    heading(paper, 'H3', words.t('papers.minutes.recusals'));
    items(paper, recusals, ({ name, reason, ground, by }, body) => {
      const who = ground === 'word' ? name : `${name} ${words.t(`staff.part.${ground}`)}.`;
      paragraph(paper, who, 'strong', body);
      if (reason !== '') paragraph(paper, reason, 'body', body);
      if (by !== '') paragraph(paper, words.t('papers.minutes.notedBy', { name: by }), 'body', body);
    });
  }
  heading(paper, 'H3', words.t('papers.minutes.reason'));
  paragraph(paper, file.reason);
  writeConditions(paper, conditions, 'H3');
  if (remarks.length > 0) {
    heading(paper, 'H3', words.t('papers.minutes.remarks'));
    bullets(paper, remarks);
  }
  if (votes.length === 0) return;
  heading(paper, 'H3', words.t('papers.minutes.ballots'));
  items(paper, votes, ({ name, choice, reason }, body) => {
    const ballot = { name, choice: words.t(`papers.minutes.choice.${choice}`) };
    paragraph(paper, words.t('papers.minutes.ballot', ballot), 'strong', body);
    if (reason !== '') paragraph(paper, reason, 'body', body);
  });
}
