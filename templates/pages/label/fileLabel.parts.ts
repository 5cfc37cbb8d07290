import type { FileLabelView } from '../../../src/web/label/fileLabel.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { definitions } from '../../components/definitions.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

type View = FileLabelView & FormState;

/** Takes the name that the organisation has today. */
export function renameCard(frame: Frame, { href, label, organisation }: View): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('issuing.label.rename.title')}</h2>
  <p>${t('issuing.label.rename.text', organisation)}</p>
  <form method="post" action="${href}/rename">${hidden(frame, label.revision)}${button({ text: t('issuing.label.rename.button') })}</form>
</section>`;
}

/** Takes the site that the organisation gives today. */
export function websiteCard(frame: Frame, { href, label, links, websites }: View): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('issuing.label.website.title')}</h2>
  ${definitions([
    { term: t('issuing.label.website.shown'), ...links.shown, outside: true },
    { term: t('issuing.label.website.today'), ...links.today, outside: true },
  ])}
  <p>${t('issuing.label.website.text')}</p>
  <form method="post" action="${href}/website">${hidden(frame, label.revision)}<input type="hidden" name="website" value="${websites.today}">${button({ text: t('issuing.label.website.button') })}</form>
</section>`;
}

/** Takes offers out of the label; all are ticked until some were chosen. */
export function reduceCard(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, label, values, refusal } = view;
  const box = ({ id, name: offer }: View['label']['offers'][number]) => {
    const name = `offer.${id}`;
    const isKept = refusal.summary.length === 0 || values[name] === 'yes';
    return checkbox(frame, { name, label: offer, value: isKept });
  };
  return html`<section class="card">
  <details class="disclosure">
    <summary>${t('issuing.label.reduce.title')}</summary>
    <p>${t('issuing.label.reduce.text')}</p>
    <form method="post" action="${href}/reduce" novalidate>
      ${hidden(frame, label.revision)}
      ${label.offers.map(box)}
      ${reasonField(frame, view, 'reduce')}
      ${button({ text: t('issuing.label.reduce.button') })}
    </form>
  </details>
</section>`;
}

function reasonField(frame: Frame, { values, refusal }: View, of: string): Html {
  const { t } = frame;
  return textarea(frame, {
    name: 'reason',
    id: `reason-${of}`,
    label: t('issuing.label.reason'),
    hint: t('sanctions.reasonHint'),
    value: values.reason,
    error: refusal.faults.reason,
    rows: 3,
  });
}
