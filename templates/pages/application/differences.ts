import type {
  DifferencesView,
  DifferenceView,
} from '../../../src/web/application/submission/differences.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

/** What differs between two states of a file. */
export function differencesPage(frame: Frame, view: DifferencesView): Html {
  const { t } = frame;
  const { groups, n, beforeN } = view;
  return applicationLayout(frame, view, {
    name: t('deposit.differences.title'),
    form: html`<h1>${t('deposit.differences.title')}</h1>
<p class="lead">${n === null ? t('deposit.differences.copy', { n: beforeN }) : t('deposit.differences.frozen', { n, before: beforeN })}</p>
${groups.map(
  ({
    key,
    items,
  }) => html`<h2>${t(`deposit.differences.${key}`)} <span class="pill">${items.length}</span></h2>
${items.map((item) => difference(frame, item))}`,
)}
${groups.length === 0 && html`<p class="banner banner--good">${pictogram('tick', 'pictogram--small')}<span>${t('deposit.differences.none')}</span></p>`}
<p class="after"><a href="${view.frame.href}">${t('deposit.toProgress')}</a></p>`,
  });
}

function difference(frame: Frame, { title, href, before, after }: DifferenceView): Html {
  const { t } = frame;
  return html`<section class="card question difference">
  <h3 class="question__title">${href ? html`<a href="${href}">${title}</a>` : title}</h3>
  <dl class="difference__sides">
    <div><dt>${t('deposit.differences.before')}</dt><dd>${lines(frame, before)}</dd></div>
    <div class="difference__now"><dt>${t('deposit.differences.after')}</dt><dd>${lines(frame, after)}</dd></div>
  </dl>
</section>`;
}

function lines({ t }: Frame, list: readonly string[]): Content {
  if (list.length === 0) return html`<p class="quiet">${t('deposit.differences.nothing')}</p>`;
  return list.map((line) => line && html`<p class="multiline">${line}</p>`);
}
