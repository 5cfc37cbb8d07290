import type {
  ListView,
  SubjectView,
} from '../../../src/web/application/correspondence/correspondence.view.ts';
import type { FrameView } from '../../../src/web/views/applicationFrame.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { subjectList, subjectMessages, turn } from './parts/messages.ts';

type Around = FormState & { readonly frame: FrameView };

/** What an organisation and the office write to each other on an application and its label, by subject. */
export function ownMessagesPage(frame: Frame, view: ListView & Around): Html {
  const { t } = frame;
  return applicationLayout(frame, quiet(view), {
    name: t('correspondence.title'),
    form: html`<h1>${t('correspondence.title')}</h1>
<p class="lead">${t('correspondence.lead.applicant')}</p>
${labelLink(frame, view)}
${subjectList(frame, view)}`,
  });
}

/** One subject of it. */
export function ownSubjectPage(frame: Frame, view: SubjectView & Around): Html {
  const { t } = frame;
  return applicationLayout(frame, quiet(view), {
    name: view.subject,
    form: html`<p class="overline"><a href="${view.list}">${t('correspondence.back')}</a></p>
<h1>${view.subject}</h1>
<p>${turn(frame, view)}</p>
${labelLink(frame, view)}
${view.saved && html`<p class="banner banner--good" role="status">${t('correspondence.write.sent')}</p>`}
${subjectMessages(frame, view)}`,
  });
}

/** Leads to the label that came of the application. */
function labelLink({ t, lang }: Frame, { application: { labelNumber } }: ListView | SubjectView) {
  return (
    labelNumber !== null &&
    html`<p>${t('lists.columns.label')} <a href="/${lang}/labels/${labelNumber}">${labelNumber}</a></p>`
  );
}

/** A message is sent, not saved: its page says so itself. */
function quiet<View extends FormState>(view: View): View {
  return { ...view, saved: false };
}
