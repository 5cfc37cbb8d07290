import type { Deliberation } from '../../commands/committee/views/viewDeliberation.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type StaffBeside, staffBeside } from '../application/submission/beside.view.ts';
import {
  type StaffDecision,
  type StaffRecommendation,
  staffDecision,
  staffRecommendation,
} from '../views/decision.view.ts';
import { type EvidenceRow, evidenceRows } from '../views/evidenceRows.view.ts';
import { type ExpiredRow, expiredRows } from '../views/expiredEvidence.view.ts';
import { type StaffOrganisation, staffOrganisation } from '../views/fileOrganisation.view.ts';
import { type FindingCard, findingCards } from '../views/findingCards.view.ts';
import { type LevelsTable, settledTable } from '../views/levels.view.ts';
import { personName } from '../views/staffWords.view.ts';
import { type StaffVerdict, staffVerdict } from '../views/verdict.view.ts';
import { type VisitsView, visitsView } from '../views/visits.view.ts';
import { type StaffSitting, staffSitting } from './sitting.view.ts';

/** A frozen file before the committee, with the chair's form. */
export interface StaffDeliberation {
  readonly href: string;
  readonly number: string;
  readonly revision: number;
  readonly state: string;
  readonly version: string;
  readonly organisation: StaffOrganisation;
  readonly evidence: readonly EvidenceRow[];
  readonly beside: StaffBeside;
  readonly findings: readonly FindingCard[];
  readonly expired: readonly ExpiredRow[];
  readonly visits: VisitsView;
  readonly verdict: StaffVerdict;
  /** Where the certificate is shown as it would be issued; empty where there would be none. */
  readonly preview: string;
  readonly levels: LevelsTable;
  readonly reviewers: string;
  readonly recommendation: StaffRecommendation | null;
  readonly decision: StaffDecision | null;
  /** Null while no session sits on it. */
  readonly sitting: StaffSitting | null;
  readonly mayDecide: boolean;
  readonly mayDefer: boolean;
  /** Who has a part in it and cannot sit on it. */
  readonly outside: readonly { readonly name: string; readonly why: string }[];
}

/** The view of a file in deliberation, and of what was decided on it. */
export function staffDeliberation(file: Deliberation, words: Translator): StaffDeliberation {
  const { application, published, snapshot } = file;
  const { offers } = snapshot.content;
  const href = `/${words.language}/committee/${application.id}`;
  return {
    href,
    number: application.id,
    revision: application.revision,
    state: words.t(`states.application.${application.state}`),
    version: `${published.scheme.id} ${published.scheme.version}`,
    organisation: staffOrganisation(snapshot.content, words),
    evidence: evidenceRows(file.evidence, words),
    beside: staffBeside(file.beside, { published, offers, hrefOf: () => '' }, words),
    preview: file.verdict.labelledOffers.length > 0 ? `${href}/certificate.pdf` : '',
    findings: findingCards(file.findings, { published, offers }, words),
    expired: expiredRows(file.expired, offers, published, words),
    visits: visitsView(file.visits, published, words),
    verdict: staffVerdict(file.verdict, offers, published, words),
    levels: settledTable(file.levels, offers, published.texts[words.language], words),
    reviewers: file.reviewers.map(personName).join(', '),
    recommendation: staffRecommendation(application, file.rapporteur, words),
    decision: staffDecision(application, words),
    sitting: staffSitting(file.sitting, application.context.limits.quorum, words),
    mayDecide: file.mayDecide,
    mayDefer: file.mayDefer,
    outside: file.members.flatMap(({ person, part }) =>
      part === null ? [] : [{ name: personName(person), why: words.t(`staff.part.${part}`) }],
    ),
  };
}
