import type { AgreementPaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import { profile } from '../../profile/profile.ts';
import { printedAnyway } from '../drawing/text.ts';
import { digestGroups, heading, pairs, paragraph } from './paperBlocks.ts';
import { writeConditions } from './paperParts.ts';
import { closePaper, openPaper, type Paper, paperWords, room } from './paperSheet.ts';

/** The signed agreement: whose it is, every article as it was shown, and who signed it for the organisation. */
export async function makeAgreement(agreement: AgreementPaper, seal?: SealPlace): Promise<Buffer> {
  const { applicationId, labelNumber, organisation, conditions, text, signed } = agreement;
  const { language } = signed;
  const words = paperWords(language);
  const name = printedAnyway(organisation.name, 'sans');
  const paper = openPaper({
    language,
    title: words.t('agreement.paper.documentTitle', { number: labelNumber, organisation: name }),
    running: `${words.t('agreement.paper.running')} · ${labelNumber} · ${name}`,
    specimen: organisation.specimen,
    createdAt: signed.at,
    seal,
  });
  heading(paper, 'H1', text.title);
  if (!text.reviewed) paragraph(paper, words.t('agreement.unreviewed'), 'small');
  paper.y += 8;
  const { street, postcode, commune } = organisation;
  const address = [street, `${postcode} ${commune}`].filter((part) => part.trim() !== '').join(', ');
  pairs(paper, [
    [words.t('agreement.paper.organisation'), organisation.name],
    [words.t('agreement.paper.address'), address],
    [words.t('agreement.paper.label'), labelNumber],
    [words.t('agreement.paper.application'), applicationId],
    [words.t('agreement.paper.version'), signed.version],
  ]);
  paper.y += 10;
  paragraph(paper, text.preamble);
  text.articles.forEach((article, i) => {
    heading(paper, 'H2', `${i + 1}. ${article.title}`, 'H3');
    paragraph(paper, article.text);
  });
  writeConditions(paper, conditions);
  writeSigned(paper, agreement);
  return closePaper(paper);
}

/** The signature never stands apart from what it is made of. */
function writeSigned(paper: Paper, { organisation, signed }: AgreementPaper): void {
  const { words } = paper;
  room(paper, 250);
  heading(paper, 'H2', words.t('agreement.paper.signature'));
  paragraph(paper, words.t('agreement.paper.signedFor', { organisation: organisation.name }));
  pairs(paper, [
    [words.t('agreement.paper.name'), signed.name],
    [words.t('agreement.paper.role'), signed.role],
    [words.t('agreement.paper.at'), `${words.time(signed.at)} (${profile.timeZone})`],
  ]);
  const digests = { text: signed.textDigest, whole: signed.digest };
  for (const key of ['text', 'whole'] as const) {
    heading(paper, 'H3', words.t(`agreement.paper.digest.${key}`));
    paragraph(paper, digestGroups(digests[key]), 'small');
  }
  paragraph(paper, words.t('agreement.paper.digest.note'), 'small');
}
