import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { isOver } from '../../policies/stages.ts';

export type FrameView = ReturnType<typeof frameView>;

/** The frame of an application's pages. */
export function frameView({ application, organisation, role, appeals }: ApplicantFile, words: Translator) {
  const open = !isOver(application);
  const editable = open && role !== 'reader';
  const closed = words.t(open ? 'applicant.closed.reader' : 'deposit.over');
  return {
    number: application.id,
    /** What it is about, of a file on a label that is there; otherwise empty. */
    about: aboutLabel(application, words),
    organisation: organisation.name,
    href: applicationHref(words, application.id),
    /** Answers can still change the file. */
    editable,
    /** Said where they cannot, otherwise empty. */
    closed: editable ? '' : closed,
    /** Said where they can although the application was sent, otherwise empty. */
    beside: editable && application.state !== 'draft' ? words.t('deposit.beside') : '',
    /** Said while the decision is without effect, otherwise empty. */
    stayed: appeals[0] ? stayText(appeals[0], words) : '',
  };
}

function stayText(
  { stayed, stayedUntil }: ApplicantFile['appeals'][number],
  { t, date }: Translator,
): string {
  if (!stayed) return '';
  return stayedUntil === null ? t('appeals.stay.text') : t('appeals.stay.urgent', { due: date(stayedUntil) });
}

/** Address of an application's page, or of one below it: `themes/FIN`, `offers/01H…`. */
export function applicationHref({ language }: Translator, id: string, below = ''): string {
  return `/${language}/applications/${id}${below === '' ? '' : `/${below}`}`;
}
