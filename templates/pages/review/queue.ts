import type { StaffQueue } from '../../../src/web/review/queue.view.ts';
import { progress } from '../../components/progress.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type Group = StaffQueue['groups'][number];

/** A reviewer's invitations, reviews and moderations, by what is to be done. */
export function queuePage(frame: Frame, { todo, groups }: StaffQueue): Html {
  const { t, lang } = frame;
  const name = t('staff.queue.title');
  return staffLayout(
    frame,
    { name },
    html`<h1>${name}</h1>
<p class="lead">${t('staff.queue.lead', { count: todo })}</p>
<p><a href="/${lang}/review/profile">${t('reviewers.profile.go')}</a></p>
${groups.map(
  ({ id, lines }) => html`<section class="group" aria-labelledby="group-${id}">
  <h2 id="group-${id}">${t(`staff.queue.${id}.title`, { count: lines.length })}</h2>
  <ul class="cards cards--two">${lines.map(fileCard)}</ul>
</section>`,
)}
<p><a href="/${lang}/review/calibration">${t('calibration.own.door')}</a></p>`,
  );
}

function fileCard({ href, organisation, number, line, progress: done }: Group['lines'][number]): Html {
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name"><a href="${href}">${organisation}</a></p>
    <p class="offer__line">${number} · ${line}</p>
    ${done && progress(done.value, done.max, done.label, 'sun')}
  </div>
</li>`;
}
