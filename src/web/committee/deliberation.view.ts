import type { Deliberation } from '../../commands/committee/views/viewDeliberation.ts';
import { failedOffers, makesCertificate } from '../../commands/file/reviewMarks.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { staffBeside } from '../application/submission/beside.view.ts';
import { staffOrganisation } from '../views/fileOrganisation.view.ts';
import { findingCards } from '../views/findingCards.view.ts';
import { expiredRows } from '../views/information.view.ts';
import { settledTable } from '../views/levels.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { staffVerdict } from '../views/verdict.view.ts';
import { visitsView } from '../views/visits.view.ts';

export type StaffDeliberation = ReturnType<typeof staffDeliberation>;

/** A frozen file before the committee, with the chair's form, and what was decided on it. */
export function staffDeliberation(file: Deliberation, words: Translator) {
  const { application, published, snapshot } = file;
  const { offers } = snapshot.content;
  const reading = readingOf(published, offers, words);
  return {
    ...file,
    href: `/${words.language}/committee/${application.id}`,
    about: aboutLabel(application.context, words),
    /** Offers that a reconsideration would take off its label at the settled levels. */
    lost: application.context.kind === 'reconsideration' ? failedOffers(file).map(({ name }) => name) : [],
    organisation: staffOrganisation(snapshot.content, words),
    beside: staffBeside(file.beside, { published, offers, hrefOf: () => '' }, words),
    findings: findingCards(file.findings, reading),
    expired: expiredRows(file.expired, reading),
    visits: visitsView(file.visits, reading),
    makesCertificate: makesCertificate(file),
    verdict: staffVerdict(file.verdict, reading),
    levels: settledTable(file.levels, reading),
  };
}
