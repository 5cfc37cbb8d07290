import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { takesAnswers } from '../../policies/stages.ts';

/** What stands around every page of an application. */
export interface FrameView {
  readonly number: string;
  readonly organisation: string;
  readonly href: string;
  /** Answers can still change the file. */
  readonly editable: boolean;
  /** Said where they cannot, otherwise empty. */
  readonly closed: string;
  /** Said where they can although the application was sent, otherwise empty. */
  readonly beside: string;
  /** Said while the decision is without effect, otherwise empty. */
  readonly stayed: string;
}

/** The frame of an application's pages. */
export function frameView(
  { application, organisation, role, appeals }: ApplicantFile,
  words: Translator,
): FrameView {
  const open = takesAnswers(application);
  const editable = open && role !== 'reader';
  const closed = words.t(open ? 'applicant.closed.reader' : 'deposit.over');
  return {
    number: application.id,
    organisation: organisation.name,
    href: applicationHref(words, application.id),
    editable,
    closed: editable ? '' : closed,
    beside: editable && application.state !== 'draft' ? words.t('deposit.beside') : '',
    stayed: appeals[0]?.stayed ? words.t('appeals.stay.text') : '',
  };
}

/** Address of an application's page, or of one below it: `themes/FIN`, `offers/01H…`. */
export function applicationHref({ language }: Translator, id: string, below = ''): string {
  return `/${language}/applications/${id}${below === '' ? '' : `/${below}`}`;
}
