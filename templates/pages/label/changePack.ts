import type { ChangePackView } from '../../../src/web/label/changePack.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type View = ChangePackView & FormState;
type Change = View['data'][number];

/** What a new version of the criteria changes, whom it would cost the label, and the letters that are held until then. */
export function changePackPage(frame: Frame, view: View): Html {
  const { t, date } = frame;
  const { from, to, opensOn, data, wording, refusal } = view;
  return staffLayout(
    frame,
    { name: t('changePack.title'), refusal },
    html`<h1>${t('changePack.title')}</h1>
<p class="lead">${opensOn ? t('changePack.lead', { version: to, day: date(opensOn) }) : t('changePack.noneComing')}</p>
${versionsForm(frame, view)}
<section aria-labelledby="changes">
  <h2 id="changes">${t('changePack.changes', { from, to })}</h2>
  ${changesTable(frame, t('changePack.rules'), data)}
  ${changesTable(frame, t('changePack.wording'), wording)}
</section>
${opensOn && dryRun(frame, view)}
${opensOn && view.pack?.totals && letters(frame, view)}`,
  );
}

function versionsForm(frame: Frame, { versions, from, to }: View): Html {
  const { t, lang } = frame;
  const items = versions.map((version) => ({ value: version, text: version }));
  return html`<form method="get" action="/${lang}/criteria-changes" class="row">
  ${select(frame, { name: 'from', label: t('changePack.from'), value: from, items })}
  ${select(frame, { name: 'to', label: t('changePack.to'), value: to, items })}
  ${button({ text: t('changePack.compare'), kind: 'quiet' })}
</form>`;
}

function changesTable({ t }: Frame, title: string, changes: readonly Change[]): Html {
  return html`<details class="disclosure">
  <summary>${title} (${changes.length})</summary>
  ${
    changes.length === 0
      ? html`<p>${t('changePack.same')}</p>`
      : html`<table class="changes">
    <thead><tr><th scope="col">${t('changePack.where')}</th><th scope="col">${t('changePack.was')}</th><th scope="col">${t('changePack.is')}</th></tr></thead>
    <tbody>${changes.map((change) => changeRow(t, change))}</tbody>
  </table>`
  }
</details>`;
}

function changeRow(t: Frame['t'], { kind, name, field, detail, before, after }: Change): Html {
  return html`<tr><th scope="row">${name}${name && field && html`<br>`}${field}${detail && html`<br><span class="quiet">${detail}</span>`}</th>${
    kind === 'changed'
      ? html`<td>${before || '–'}</td><td>${after || '–'}</td>`
      : html`<td>${kind === 'added' ? '–' : t('changePack.removed')}</td><td>${kind === 'added' ? t('changePack.added') : '–'}</td>`
  }</tr>`;
}

function dryRun(frame: Frame, { pack, to, losing }: View): Html {
  const { t, lang, time } = frame;
  const totals = pack?.totals;
  return html`<section class="card" aria-labelledby="dry-run">
  <h2 id="dry-run">${t('changePack.dryRun.title')}</h2>
  <p>${t('changePack.dryRun.text')}</p>
  ${pack && !totals && html`<p class="banner banner--sun" role="status">${t('changePack.dryRun.waits')}</p>`}
  ${
    totals &&
    html`<p>${t('changePack.dryRun.done', { at: time(pack.triedAt ?? pack.preparedAt) })}</p>
  <p><strong>${t('changePack.dryRun.totals', { labels: totals.labels, drafts: totals.drafts, losing: totals.losing, toAnswer: totals.toAnswer })}</strong></p>
  ${totals.obstacles.length > 0 && obstaclesTable(frame, totals.obstacles)}
  ${losing.length > 0 && losingTable(frame, losing, totals.losing)}`
  }
  ${
    !pack?.releasedAt &&
    html`<form method="post" action="/${lang}/criteria-changes/dry-run">${csrfField(frame)}${button({ text: totals ? t('changePack.dryRun.again') : t('changePack.dryRun.button', { version: to }), kind: 'quiet' })}</form>`
  }
</section>`;
}

type Totals = NonNullable<NonNullable<View['pack']>['totals']>;

function obstaclesTable({ t, number }: Frame, obstacles: Totals['obstacles']): Html {
  return html`<table>
  <caption>${t('changePack.dryRun.obstacles')}</caption>
  <thead><tr><th scope="col">${t('changePack.dryRun.on')}</th><th scope="col" class="numeric">${t('changePack.dryRun.count')}</th></tr></thead>
  <tbody>${obstacles.map(({ name, count }) => html`<tr><th scope="row">${name}</th><td class="numeric">${number(count)}</td></tr>`)}</tbody>
</table>`;
}

function losingTable({ t, lang }: Frame, losing: View['losing'], count: number): Html {
  return html`<details class="disclosure">
  <summary>${t('changePack.dryRun.who', { count })}</summary>
  <table>
    <thead><tr><th scope="col">${t('changePack.dryRun.file')}</th><th scope="col">${t('changePack.dryRun.on')}</th></tr></thead>
    <tbody>${losing.map(
      ({ kind, number: of, name, lost }) =>
        html`<tr><th scope="row">${kind === 'label' ? html`<a href="/${lang}/labels/${of}">${of}</a>` : of}<br>${name}</th><td>${lost.join(', ')}</td></tr>`,
    )}</tbody>
  </table>
  ${count > losing.length && html`<p class="quiet">${t('changePack.dryRun.more', { shown: losing.length })}</p>`}
</details>`;
}

function letters(frame: Frame, { pack, status, to, opensOn }: View): Html {
  const { t, lang, date, time } = frame;
  const values = {
    version: to,
    opensOn: date(opensOn ?? ''),
    number: '…',
    organisation: '…',
    lost: 1,
    toAnswer: 1,
  };
  return html`<section class="card" aria-labelledby="letters">
  <h2 id="letters">${t('changePack.letters.title')}</h2>
  <p>${t('changePack.letters.text')}</p>
  ${(['criteriaForLabel', 'criteriaForDraft'] as const).map(
    (kind) => html`<div class="well">
    <p><strong>${t(`letters.${kind}.subject`, values)}</strong></p>
    <p>${t(`letters.${kind}.text.0`, values)}</p>
    <p>${t(`letters.${kind}.text.1`, values)}</p>
  </div>`,
  )}
  ${
    pack?.releasedAt
      ? html`<p class="banner" role="status">${t('changePack.letters.released', { at: time(pack.releasedAt) })}</p>`
      : status === 'published'
        ? html`<form method="post" action="/${lang}/criteria-changes/release">${hidden(frame, pack?.revision ?? 0)}${button({ text: t('changePack.letters.button') })}</form>`
        : html`<p class="quiet">${t('changePack.letters.held')}</p>`
  }
</section>`;
}
