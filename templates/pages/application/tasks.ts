import type { EarlierSummary } from '../../../src/web/application/answers/earlierAnswer.view.ts';
import type { TasksView } from '../../../src/web/application/answers/tasks.view.ts';
import { type ApplicationView, applicationLayout } from '../../applicationLayout.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { score } from './parts/score.ts';
import { offerTasks, stateOf, tasks } from './parts/tasks.ts';

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
${view.over.length > 0 && over(frame, view)}
${view.onLabel && onLabel(frame, view.onLabel)}
<h2>${t('applicant.tasks.prepare')}</h2>
${prepare(frame, view)}
${view.themes.length > 0 && [html`<h2>${t('applicant.tasks.themes')}</h2>`, themes(frame, view)]}
${view.asksOffers && [html`<h2>${t('applicant.tasks.offers')}</h2>`, offers(frame, view)]}
<h2>${t('applicant.tasks.finish')}</h2>
${finish(frame, view)}
<p class="after"><a href="${href}/import">${t('transfer.link')}</a></p>
<p><a href="${href}/messages">${t('correspondence.link')}</a></p>`,
    side: score(frame, view.score, true),
  });
}

function prepare(frame: Frame, { figures, frame: { href } }: TasksView): Html {
  const { t } = frame;
  return tasks([
    ...(figures.progress.of === 0
      ? []
      : [
          {
            href: `${href}/figures`,
            pictogram: 'sum',
            title: t('applicant.figures.title'),
            line: t('applicant.tasks.figuresLine', { count: figures.computed }),
            state: stateOf(frame, figures.progress),
          } as const,
        ]),
    {
      href: `${href}/evidence`,
      pictogram: 'document',
      title: t('evidence.task'),
      line: t('evidence.taskLine'),
    },
    {
      href: `${href}/certificates`,
      pictogram: 'shield',
      title: t('certificates.task'),
      line: t('certificates.taskLine'),
    },
    {
      href: `${href}/questionnaires`,
      pictogram: 'person',
      title: t('questionnaire.task'),
      line: t('questionnaire.taskLine'),
    },
  ]);
}

function themes(frame: Frame, view: TasksView): Html {
  return tasks(
    view.themes.map(({ id, progress, ...theme }) => ({
      ...theme,
      href: `${view.frame.href}/themes/${id}`,
      line: frame.t('applicant.tasks.themeLine', { count: progress.of }),
      state: stateOf(frame, progress),
    })),
  );
}

function offers(frame: Frame, view: TasksView): Html {
  const { t } = frame;
  const { href } = view.frame;
  const none = view.offers.length === 0;
  const another = {
    href: `${href}/offers`,
    pictogram: 'basket',
    title: t(none ? 'applicant.tasks.firstOffer' : 'applicant.tasks.moreOffers'),
    line: t('applicant.tasks.offersLine'),
    ...(none && { state: stateOf(frame, { rivals: 0, done: 0, of: 1 }) }),
  } as const;
  return tasks([...offerTasks(frame, href, view.offers), ...(view.namesOffers ? [another] : [])]);
}

const tones = { sent: 'leaf', ready: 'lake', notYet: '' } as const;

function finish({ t }: Frame, { state, onLabel: about, frame: { href } }: TasksView): Html {
  const sponsors = {
    href: `${href}/sponsors`,
    pictogram: 'hands',
    title: t('sponsorship.task'),
    line: t('sponsorship.taskLine'),
  } as const;
  return tasks([
    // A label that is there was supported, or not, when it was applied for.
    ...(about ? [] : [sponsors]),
    {
      href: `${href}/submit`,
      pictogram: 'shield',
      title: t('applicant.submit.title'),
      line: t('applicant.tasks.submitLine'),
      state: { tone: tones[state], text: t(`applicant.state.${state}`) },
    },
  ]);
}

/** What differs between the criteria of the last cycle and those of this one. */
function renewal({ t }: Frame, earlier: EarlierSummary): Html {
  const of = earlier.isSuccession ? 'succession.begins' : 'renewal';
  return html`<section class="card question">
  <h2 class="question__title">${t(`${of}.title`)}</h2>
  <p>${t(`${of}.lead`, { number: earlier.labelNumber })} <a href="${earlier.newsHref}">${t(`${of}.news`)}</a></p>
  ${(['retired', 'added'] as const).map(
    (group) =>
      earlier[group].length > 0 &&
      html`<p>${t(`renewal.${group}`)}</p>
  <ul>${earlier[group].map(({ id, title }) => html`<li><span class="code">${id}</span> ${title}</li>`)}</ul>`,
  )}
</section>`;
}

/** Certificates that answers lean on and that are over. */
function over({ t }: Frame, { over: certificates }: TasksView): Html {
  return html`<section class="card question" aria-labelledby="over">
  <h2 class="question__title" id="over">${t('certificates.over')}</h2>
  <ul class="missing">${certificates.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>
</section>`;
}

/** What a file on a label that is there asks for, and what somebody else opened it for. */
function onLabel({ t, date }: Frame, { text, dueAt, reason }: NonNullable<TasksView['onLabel']>): Html {
  return html`<section class="card question">
  <p>${text}</p>
  ${reason && html`<h2 class="question__title">${t('scope.why')}</h2><p class="typed">${reason}</p>`}
  ${dueAt && html`<p><strong>${t('scope.until', { due: date(dueAt) })}</strong></p>`}
</section>`;
}
