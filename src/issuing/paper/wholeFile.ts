import type { FilePaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { offerLine, offerSays } from '../../i18n/offerWords.ts';
import { printedAnyway } from '../drawing/text.ts';
import { heading, pairs, paragraph } from './paperBlocks.ts';
import {
  aboutPair,
  writeCertificates,
  writeClaimed,
  writeDigest,
  writeEvidence,
  writeOffers,
  writeScores,
  writeSignature,
} from './paperParts.ts';
import { closePaper, openPaper, type Paper, paperWords } from './paperSheet.ts';
import { writeAnswers, writeFigures, writeLines } from './wholeFileAnswers.ts';

/** Everything that a file says, to read and to keep: results, figures, answers, offers, evidence, and what was signed. */
export async function makeWholeFile(file: FilePaper, seal?: SealPlace): Promise<Buffer> {
  const { language, applicationId, at, frozen, content, published, result } = file;
  const { organisation, assessment, offers, evidence, certificates = [], declarations } = content;
  const words = paperWords(language);
  const name = printedAnyway(organisation.name, 'sans');
  const state = frozen
    ? words.t('deposit.paper.frozen', { n: frozen.n, at: words.time(at) })
    : words.t('deposit.paper.copy', { at: words.time(at) });
  const paper = openPaper({
    language,
    title: words.t('deposit.paper.fileTitle', { number: applicationId, organisation: name }),
    running: `${applicationId} · ${name} · ${state}`,
    specimen: organisation.specimen,
    createdAt: at,
    seal,
  });
  heading(paper, 'H1', organisation.name);
  paragraph(paper, state);
  pairs(paper, [
    [words.t('deposit.paper.number'), applicationId],
    ...aboutPair(file, words),
    [words.t('deposit.paper.criteria'), published.scheme.version],
  ]);
  if (frozen) writeDigest(paper, frozen.digest);
  writeOffers(paper, offers);
  heading(paper, 'H2', words.t('deposit.paper.claimed'));
  paragraph(paper, words.t('deposit.paper.claimedText'), 'small');
  writeClaimed(paper, result, offers, published);
  if (result.organisation.levels.length > 0) {
    heading(paper, 'H2', words.t('deposit.differences.facts'));
    writeFigures(paper, file, 'organisation', assessment.facts);
    writeAnswers(paper, file, 'organisation', { ...assessment, result: result.organisation });
  }
  for (const offer of offers) writeOffer(paper, file, offer);
  if (certificates.length > 0) writeCertificates(paper, certificates);
  writeEvidence(paper, evidence);
  if (declarations) writeSignature(paper, declarations, published);
  return closePaper(paper);
}

function writeOffer(paper: Paper, file: FilePaper, offer: FilePaper['content']['offers'][number]): void {
  const { words } = paper;
  const part = file.content.assessment.offers.find(({ offerId }) => offerId === offer.id);
  const result = file.result.offers.find(({ offerId }) => offerId === offer.id);
  heading(paper, 'H2', offer.name);
  paragraph(paper, offerLine(offer, words), 'small');
  for (const { text } of offerSays(offer, 'text', words)) paragraph(paper, text);
  if (result) writeScores(paper, result, file.published);
  writeFigures(paper, file, 'offer', part?.facts ?? {}, offer.type);
  writeLines(paper, file, part, offer.type);
  writeAnswers(paper, file, 'offer', { facts: part?.facts ?? {}, answers: part?.answers ?? [], result });
}
