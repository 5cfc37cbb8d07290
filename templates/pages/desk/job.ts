import type { JobView } from '../../../src/web/desk/health.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** A job that no worker tries any more: what it would have done, why it did not, and the two ways on. */
export function jobPage(frame: Frame, view: JobView & FormState): Html {
  const { t, lang } = frame;
  const { does, on, file, fact, why, tries, href, refusal, values } = view;
  const mayOpen = file !== null && frame.doors.some(({ path }) => path.startsWith('/lists'));
  return staffLayout(
    frame,
    {
      name: does,
      refusal,
      narrow: true,
      back: html`<p><a href="/${lang}/health#jobs">${t('health.back')}</a></p>`,
    },
    html`<h1>${does}</h1>
${definitions([
  { term: t('health.jobs.on'), text: on, ...(mayOpen && { href: `/${lang}/files/${file}` }) },
  { term: t('health.jobs.because'), text: fact },
  { term: t('health.jobs.why'), text: why },
  { term: t('health.jobs.tried'), text: tries },
])}
<form class="card" method="post" action="${href}/retry">
  ${csrfField(frame)}
  <h2>${t('health.jobs.retryTitle')}</h2>
  <p>${t('health.jobs.retryText')}</p>
  ${button({ text: t('health.jobs.retry') })}
</form>
<form class="card" method="post" action="${href}/drop" novalidate>
  ${csrfField(frame)}
  <h2>${t('health.jobs.dropTitle')}</h2>
  <p>${t('health.jobs.dropText')}</p>
  ${textarea(frame, { name: 'note', label: t('health.jobs.note'), hint: t('health.jobs.noteHint'), value: values.note, error: refusal.faults.note, rows: 3 })}
  ${button({ text: t('health.jobs.drop'), kind: 'quiet' })}
</form>`,
  );
}
