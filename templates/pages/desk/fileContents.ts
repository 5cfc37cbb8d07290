import type { StaffFile } from '../../../src/web/desk/file.view.ts';
import { whatChanged } from '../../components/beside.ts';
import { ownDecision, recommendationPart } from '../../components/decision.ts';
import { evidencePart } from '../../components/evidence.ts';
import { fileVerdict } from '../../components/fileVerdict.ts';
import { findingsRead } from '../../components/finding.ts';
import { informationRounds } from '../../components/informationRounds.ts';
import { letterList } from '../../components/letters.ts';
import { levels } from '../../components/levels.ts';
import { offerList } from '../../components/offerList.ts';
import { sponsorWords } from '../../components/sponsorWord.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

/** What came of a file so far: decision, recommendation, verdict, levels and findings. */
export function fileOutcome(frame: Frame, view: StaffFile, isOffice: boolean): Html {
  const { t, time } = frame;
  const { application, href, rapporteur, decisions, verdict, organisation } = view;
  const { agreement: signed } = application;
  const announced = decisions.map(({ announcedAt }) => announcedAt);
  return html`${ownDecision(frame, application)}
${letterList(frame, href, announced)}
${signed && html`<p>${t('agreement.signed', { at: time(signed.at), name: signed.name, role: signed.role })} <a href="${href}/agreement.pdf">${t('agreement.file')}</a></p>`}
${recommendationPart(frame, application, rapporteur)}
${verdict && [html`<h2>${t('staff.verdict.title')}</h2>`, fileVerdict(frame, verdict, organisation.name)]}
${view.mayPreview && html`<p><a href="${href}/certificate.pdf">${t('papers.preview')}</a></p>`}
${view.levels && [html`<h2>${t('staff.levels.title')}</h2>`, levels(frame, view.levels)]}
${findings(frame, view, isOffice)}`;
}

function findings(frame: Frame, { href, findings: cards }: StaffFile, isOffice: boolean): Content {
  const { t } = frame;
  return (
    cards.length > 0 && [
      html`<h2>${t('findings.title')} <span class="pill">${cards.length}</span></h2>`,
      findingsRead(frame, cards),
      isOffice && html`<p><a href="${href}/findings">${t('findings.staff.go')}</a></p>`,
    ]
  );
}

/** What the organisation sent: answers, offers, claims, evidence and figures. */
export function fileContents(frame: Frame, view: StaffFile): Html {
  const { t } = frame;
  const { rounds, beside, organisation, claims, evidence } = view;
  return html`${informationRounds(frame, rounds)}
${whatChanged(frame, beside)}
<h2>${t('staff.organisation.offers', { count: organisation.offers.length })}</h2>
${offerList(organisation)}
${!view.levels && [html`<h2>${t('staff.file.claims')}</h2>`, levels(frame, claims.levels)]}
${sponsorWords(frame, beside.sponsors, 2)}
${evidencePart(frame, evidence)}
<h2>${t('staff.file.figures')}</h2>
${claims.figures.filter(({ rows }) => rows.length > 0).map(figures)}`;
}

function figures({ title, rows }: StaffFile['claims']['figures'][number]): Html {
  return html`${title && html`<h3>${title}</h3>`}
<table class="small"><tbody>${rows.map(({ term, text }) => html`<tr><th scope="row">${term}</th><td class="numeric">${text}</td></tr>`)}</tbody></table>`;
}
