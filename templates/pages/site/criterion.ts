import type { CriterionView } from '../../../src/web/views/criterion.view.ts';
import { explained } from '../../components/explained.ts';
import { pagination } from '../../components/pagination.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import { scaleBar } from '../../components/scaleBar.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { criterionHead, unreviewed, versionList, type WithVersions } from './criteriaParts.ts';

interface CriterionPageView extends CriterionView, WithVersions {
  readonly reviewed: boolean;
}

/** One criterion: its question, how its level is found, what proves it and where it comes from. */
export function criterionPage(frame: Frame, view: CriterionPageView): Html {
  const { t } = frame;
  const { id, title, question, help, explained: parts, theme, figure, previous, next } = view;
  return layout(
    frame,
    { title: titleOf(frame, `${id} ${title}`), description: question },
    html`<div class="columns">
  <article>
    <p class="overline"><a class="theme-link" href="${theme.href}">${pictogram(theme.pictogram, 'pictogram--tiny')}${theme.title}</a></p>
    ${criterionHead(frame, view)}
    <h1>${title}</h1>
    <div class="lead lead--ink said">${explained(parts.question)}</div>
    ${help && html`<div class="said">${explained(parts.help)}</div>`}
    ${unreviewed(frame, view)}
    ${figure && howComputed(frame, figure)}
    <h2>${t('pages.criterion.levels')}</h2>
    ${ladder(frame, view)}
    <p class="quiet">${t('pages.criterion.cumulative')}</p>
  </article>

  <aside>
    ${beside(frame, view)}
  </aside>
</div>
${pagination({ label: t('pages.criterion.neighbours'), previous, next })}`,
  );
}

function howComputed({ t }: Frame, figure: NonNullable<CriterionView['figure']>): Html {
  const { parts, bar, other, cap, noData } = figure;
  return html`<div class="well">
  <h2 class="well__title">${t('pages.criterion.figure')}</h2>
  <p class="formula">${parts.map(({ fact, text }) => html`<span class="formula__${fact ? 'fact' : 'sign'}">${text}</span>`)}</p>
  ${scaleBar(bar)}
  ${other && html`<h3>${t('before.criteria.otherBar', { option: other.option })}</h3>${scaleBar(other.bar)}`}
  ${cap && html`<p class="quiet">${t('before.criteria.cap', cap)}</p>`}
  ${noData && html`<p class="quiet">${noData}</p>`}
</div>`;
}

function ladder({ t }: Frame, { levels }: CriterionView): Html {
  return html`<ol class="ladder">
  ${levels.map(
    ({
      level,
      due,
      text,
      name,
    }) => html`<li class="ladder__step ladder__step--${level}${due && ' ladder__step--due'}">
    <span class="ladder__number"><span class="govuk-visually-hidden">${t('pages.criterion.level', { level })}</span><span aria-hidden="true">${level}</span></span>
    <span class="ladder__text"><strong>${text}</strong><span class="quiet">${name}${due && ` · ${t('pages.criterion.due')}`}</span></span>
  </li>`,
  )}
</ol>`;
}

function beside({ t, label }: Frame, view: CriterionPageView): Content {
  const { id, version, evidence, minimum, weight, na, sources, versions } = view;
  return [
    panel(
      { title: t('pages.criterion.evidence') },
      html`<ul class="proofs">${evidence.map((proof) => html`<li>${pictogram('document', 'pictogram--tiny')}<span>${proof}</span></li>`)}</ul>
  <p class="quiet small">${t('pages.criterion.evidenceText')}</p>`,
    ),
    panel(
      { title: t('before.criteria.minimum.title') },
      html`<p>${minimum ? t(`before.criteria.minimum.${minimum.due}`, { level: minimum.level }) : t('before.criteria.minimum.none')}</p>
  <p class="small"><span class="quiet">${t('pages.criterion.weightTerm')}</span> ${t(`pages.criterion.weight.${weight}`)}</p>`,
    ),
    na &&
      panel({ title: t('pages.criterion.na') }, html`<p>${t('pages.criterion.naText', { reason: na })}</p>`),
    panel(
      { title: t('before.criteria.sources.title') },
      html`<p>${t(`before.criteria.sources.${sources.basis}`)}</p>
  <ul class="small">${sources.names.map((name) => html`<li>${name}</li>`)}</ul>
  ${sources.ours && html`<p class="small"><span class="quiet">${t('before.criteria.sources.ours')}</span> <span lang="${label.binding.code}">${sources.ours}</span></p>`}`,
    ),
    panel(
      { title: t('before.criteria.versions') },
      html`${versionList(versions)}
  <p class="quiet small">${t('pages.criterion.permanent', { id, version })}</p>`,
    ),
  ];
}
