import type { EarlierSummary } from '../../../src/web/application/answers/earlierAnswer.view.ts';
import type { TasksView } from '../../../src/web/application/answers/tasks.view.ts';
import { type ApplicationView, applicationLayout } from '../../applicationLayout.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { score } from './parts/score.ts';
import { tasks } from './parts/tasks.ts';

/** An application as a list of things to do. */
export function tasksPage(frame: Frame, view: TasksView & ApplicationView): Html {
  const { t } = frame;
  const { href, beside } = view.frame;
  return applicationLayout(frame, view, {
    name: t('applicant.mine'),
    form: html`<h1>${t('applicant.tasks.title')}</h1>
<p class="lead">${t('applicant.tasks.lead')}</p>
${
  beside
    ? html`<p class="banner banner--sun"><span>${beside} <a href="${href}">${t('deposit.toProgress')}</a></span></p>`
    : banners(view.frame)
}
${view.earlier && renewal(frame, view.earlier)}
<h2>${t('applicant.tasks.prepare')}</h2>
${tasks(view.prepare)}
<h2>${t('applicant.tasks.themes')}</h2>
${tasks(view.themes)}
<h2>${t('applicant.tasks.offers')}</h2>
${tasks(view.offers)}
<h2>${t('applicant.tasks.finish')}</h2>
${tasks(view.finish)}
<p class="after"><a href="${href}/import">${t('transfer.link')}</a></p>`,
    side: score(frame, view.score, true),
  });
}

/** What differs between the criteria of the last cycle and those of this one. */
function renewal({ t }: Frame, earlier: EarlierSummary): Html {
  return html`<section class="card question">
  <h2 class="question__title">${t('renewal.title')}</h2>
  <p>${earlier.lead}</p>
  ${(['retired', 'added'] as const).map(
    (group) =>
      earlier[group].length > 0 &&
      html`<p>${t(`renewal.${group}`)}</p>
  <ul>${earlier[group].map(({ id, title }) => html`<li><span class="code">${id}</span> ${title}</li>`)}</ul>`,
  )}
</section>`;
}
