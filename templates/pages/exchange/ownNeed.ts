import type { categoryBranches } from '../../../src/criteria/category.ts';
import type { NeedState } from '../../../src/workflow/need/storedNeed.ts';
import { button } from '../../components/button.ts';
import { radios, select } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField, textarea, textField } from '../../components/fields.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { needPill } from './needPill.ts';

interface OwnNeedView {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Null for one that is yet to be published. */
  readonly need: {
    readonly id: string;
    readonly revision: number;
    readonly state: NeedState;
    readonly isOpen: boolean;
  } | null;
  readonly href: string;
  readonly exchanges: string;
  readonly branches: typeof categoryBranches;
  /** Needs that may be open at a time, and days that each is shown at most. */
  readonly limits: { readonly needs: number; readonly days: number };
}

/** Where an organisation says what it looks for, and what became of it. */
export function ownNeedPage(frame: Frame, view: OwnNeedView & FormState): Html {
  const { t } = frame;
  const { need, organisation, exchanges, limits, refusal } = view;
  const title = need ? t('exchange.form.editTitle') : t('exchange.form.newTitle');
  return layout(
    frame,
    { title: titleOf(frame, title, view) },
    html`<div class="narrow exchange">
${errorSummary(frame, refusal.summary)}
<p class="overline"><a href="${exchanges}">${organisation.name}</a></p>
<h1>${title}</h1>
${need ? html`<p>${needPill(frame, need.state)}</p>` : html`<p class="lead">${t('exchange.form.lead', { needs: limits.needs })}</p>`}
${(need === null || need.isOpen) && needForm(frame, view)}
${need?.isOpen && endForms(frame, view, need.revision)}
</div>`,
  );
}

function needForm(
  frame: Frame,
  { need, href, branches, limits, values, refusal: { faults } }: OwnNeedView & FormState,
): Html {
  const { t } = frame;
  const field = (name: 'title' | 'text' | 'quantity' | 'place' | 'until') => ({
    name,
    label: t(`exchange.form.${name}`),
    hint: t(`exchange.form.hints.${name}`, { days: limits.days }),
    value: values[name],
    error: faults[name],
  });
  const kind = (value: 'need' | 'project') => ({
    value,
    text: t(`exchange.kinds.${value}.name`),
    hint: t(`exchange.kinds.${value}.hint`),
  });
  const grouped = branches.map(({ branch, categories }) => ({
    text: t(`categories.${branch}`),
    items: categories.map((name) => ({ value: name, text: t(`categories.${name}`) })),
  }));
  return html`<form method="post" action="${href}" novalidate>
  ${need ? hidden(frame, need.revision) : csrfField(frame)}
  ${radios(frame, { name: 'kind', label: t('exchange.form.kind'), value: values.kind, error: faults.kind, items: [kind('need'), kind('project')] })}
  ${textField(frame, field('title'))}
  ${textarea(frame, { ...field('text'), rows: 6 })}
  ${select(frame, { name: 'category', label: t('offer.fields.category'), hint: t('exchange.form.hints.category'), value: values.category, error: faults.category, items: grouped, empty: t('exchange.form.noCategory') })}
  ${textField(frame, field('quantity'))}
  ${textField(frame, field('place'))}
  ${dateField(frame, field('until'))}
  ${button({ text: t(need ? 'exchange.form.save' : 'exchange.form.publish'), size: 'large' })}
</form>`;
}

function endForms(
  frame: Frame,
  { href, refusal: { faults } }: OwnNeedView & FormState,
  revision: number,
): Html {
  const { t } = frame;
  const outcome = (value: 'foundHere' | 'foundElsewhere' | 'notFound') => ({
    value,
    text: t(`exchange.close.outcomes.${value}`),
  });
  return html`<section class="card">
  <h2>${t('exchange.close.heading')}</h2>
  <form method="post" action="${href}/close" novalidate>
    ${hidden(frame, revision)}
    ${radios(frame, { name: 'outcome', label: t('exchange.close.outcome'), error: faults.outcome, items: [outcome('foundHere'), outcome('foundElsewhere'), outcome('notFound')] })}
    ${button({ text: t('exchange.close.button') })}
  </form>
</section>
<form method="post" action="${href}/withdraw">
  ${hidden(frame, revision)}
  <p class="quiet">${t('exchange.withdraw.text')}</p>
  ${button({ text: t('exchange.withdraw.button'), kind: 'quiet' })}
</form>`;
}
