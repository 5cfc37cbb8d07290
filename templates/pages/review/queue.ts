import type { ReviewLine } from '../../../src/commands/review/views/listReviews.ts';
import type { StaffQueue } from '../../../src/web/review/queue.view.ts';
import { progress } from '../../components/progress.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay } from '../../staffWords.ts';
import { exportLinks } from '../desk/exportLinks.ts';

type Group = StaffQueue['groups'][number]['id'];
type About = { readonly about: string };
type QueuedReview = ReviewLine & About;
type ModerationLine = Pick<QueuedReview, 'applicationId' | 'organisation' | 'about'>;

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
${groups.length > 0 && exportLinks(frame, 'review')}
${groups.map(
  (group) => html`<section class="group" aria-labelledby="group-${group.id}">
  <h2 id="group-${group.id}">${t(`staff.queue.${group.id}.title`, { count: group.lines.length })}</h2>
  <ul class="cards cards--two">${group.lines.map((line: QueuedReview | ModerationLine) =>
    'reviewId' in line ? reviewCard(frame, line, group.id) : moderationCard(frame, line),
  )}</ul>
</section>`,
)}
<p><a href="/${lang}/review/calibration">${t('calibration.own.door')}</a></p>`,
  );
}

function moderationCard({ t, lang }: Frame, line: ModerationLine): Html {
  const href = `/${lang}/review/moderate/${line.applicationId}`;
  return fileCard(line, href, t('staff.queue.moderation.line'));
}

function reviewCard(frame: Frame, review: QueuedReview, group: Group): Html {
  const { t, lang } = frame;
  const { reviewId, scored, criteria } = review;
  const href = `/${lang}/review/${reviewId}${group === 'findings' ? '/findings' : ''}`;
  const label = t('staff.progress', { count: scored, total: criteria });
  const done = group === 'scoring' && progress(scored, criteria, label, 'sun');
  return fileCard(review, href, asked(frame, review, group), done);
}

function asked(frame: Frame, review: ReviewLine, group: Group): string {
  const { t } = frame;
  const { verifies, waits, moderates, dueAt } = review;
  if (group === 'findings')
    return verifies ? t('findings.staff.verify') : t('findings.staff.queue', { count: waits });
  const due = dueDay(frame, dueAt);
  return t(moderates ? 'staff.queue.moderation.invited' : `staff.queue.${group}.line`, { due });
}

function fileCard(
  { organisation, applicationId, about }: ModerationLine,
  href: string,
  line: string,
  done?: Content,
) {
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name"><a href="${href}">${organisation}</a></p>
    <p class="offer__line">${dotted(applicationId, about, line)}</p>
    ${done}
  </div>
</li>`;
}
