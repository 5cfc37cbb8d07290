import type { VersionView } from '../../../src/web/site/criteriaPages.view.ts';
import type { CriteriaView, ThemeView } from '../../../src/web/views/criteria.view.ts';
import type { CriterionView } from '../../../src/web/views/criterion.view.ts';
import { explained } from '../../components/explained.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

/** What every page of criteria shows beside its view. */
export interface WithVersions {
  readonly versions: readonly VersionView[];
}

/** The versions of the criteria, each a link but the one that is shown. */
export function versionList(versions: readonly VersionView[]): Html {
  return html`<ul class="plain">${versions.map(({ current, text, href }) => html`<li>${current ? html`<strong>${text}</strong>` : html`<a href="${href}">${text}</a>`}</li>`)}</ul>`;
}

/** Said of criteria that nobody read in this language. */
export function unreviewed({ t }: Frame, { reviewed }: { readonly reviewed: boolean }): Content {
  return !reviewed && html`<p class="well">${t('pages.criteria.unreviewed')}</p>`;
}

/** The marks that are needed. */
export function thresholdList({ t }: Frame, { organisation, offer }: CriteriaView['thresholds']): Html {
  const row = (term: string, text: string) => html`<dt>${term}</dt><dd>${text}</dd>`;
  return html`<dl class="thresholds">${[
    row(
      t('pages.criteria.threshold.first.term'),
      t('pages.criteria.threshold.first.text', organisation.first),
    ),
    row(
      t('pages.criteria.threshold.renewal.term'),
      t('pages.criteria.threshold.renewal.text', organisation.renewal),
    ),
    row(
      t('pages.criteria.threshold.offer.term'),
      t('pages.criteria.threshold.offer.text', { overall: offer.overall }),
    ),
  ]}</dl>`;
}

/** What excludes an organisation or an offer, and for how long. */
export function exclusionList(exclusions: CriteriaView['exclusions']): Html {
  return html`<ul class="exclusions">${exclusions.map(({ question, effect }) => html`<li>${question}<span>${effect}</span></li>`)}</ul>`;
}

/** The picture of a theme before its name. */
export function themeTitle(theme: Pick<ThemeView, 'pictogram' | 'title'>): Html {
  return html`${pictogram(theme.pictogram, 'pictogram--small')}<span>${theme.title}</span>`;
}

/** The code of a criterion, and whether a level of it is compulsory. */
export function criterionHead(
  { t }: Frame,
  { id, minimum }: Pick<CriterionView, 'id' | 'minimum'>,
  code: Content = html`<span class="code">${id}</span>`,
): Html {
  return html`<p class="rules__head">${code}${minimum && html`<span class="pill pill--sun">${t(`pages.criteria.mandatory.${minimum.due}`, { level: minimum.level })}</span>`}</p>`;
}

/** One criterion in full, with headings from h3. */
export function fullCriterion(frame: Frame, criterion: CriterionView): Html {
  const { t, lang } = frame;
  const { id, version, title, explained: parts, help, levels, figure, evidence, na } = criterion;
  return html`<section class="rule" id="${id}" aria-labelledby="${id}-title">
  ${criterionHead(frame, criterion)}
  <h3 class="rules__title" id="${id}-title"><a href="/${lang}/criteria/${version}/${id}">${title}</a></h3>
  <div class="said">${explained(parts.question)}</div>
  ${help && html`<div class="said quiet">${explained(parts.help)}</div>`}
  <ol class="rule__levels" start="0">${levels.map(({ due, text }) => html`<li>${due ? html`<strong>${text}</strong> · ${t('pages.criterion.due')}` : text}</li>`)}</ol>
  ${figure && html`<p class="small"><span class="quiet">${t('pages.criterion.figure')}</span> ${figure.formula}${figure.noData && `. ${figure.noData}`}</p>`}
  <p class="small"><span class="quiet">${t('pages.criterion.evidence')}</span> ${evidence.join(' · ')}</p>
  ${na && html`<p class="small"><span class="quiet">${t('pages.criterion.na')}</span> ${t('pages.criterion.naText', { reason: na })}</p>`}
</section>`;
}
