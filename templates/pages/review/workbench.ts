import type { Workbench } from '../../../src/web/review/workbench.view.ts';
import { lastCycle } from '../../components/beside.ts';
import { button } from '../../components/button.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import { pictogram } from '../../components/pictogram.ts';
import { radioCards } from '../../components/radioCards.ts';
import { savingStatus } from '../../components/savingStatus.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { criterionHead } from '../site/criteriaParts.ts';
import { placeAsked, placeClaim } from './place.ts';
import { jump, lacks, standing } from './standing.ts';

type View = Workbench & FormState;

/** One criterion of a review on one screen: the file on one side, the reviewer's own score on the other. */
export function workbenchPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { place, applicationId: number, at, within, locked, refusal } = view;
  const organisation = view.organisation.name;
  return staffLayout(
    frame,
    {
      name: `${place.id} ${place.title} · ${organisation}`,
      refusal,
      back: html`<p><a href="${view.reviewHref}">${t('workbench.back')}</a></p>`,
    },
    html`${banner(frame, view)}
<p class="overline bench__at">${t('workbench.at', at)} · ${within} · ${dotted(`${organisation}, ${number}`, view.about)}</p>
<div class="bench">
  <div class="bench__file">
    ${criterionHead(frame, place)}
    <h1 class="bench__title">${place.title}</h1>
    ${placeAsked(frame, place)}
    ${placeClaim(frame, place)}
    ${lastCycle(frame, view.earlier, view.sponsored)}
  </div>
  ${scoreForm(frame, view)}
</div>
<section class="bench__all" aria-labelledby="all">
  <h2 id="all">${t('workbench.all')}</h2>
  ${standing(frame, view)}
  ${jump(frame, view)}
  ${!locked && keys(frame)}
</section>
${!locked && [script(frame, 'autosave.js'), script(frame, 'workbench.js')]}`,
  );
}

function banner({ t }: Frame, { locked, savedCode, refusal }: View): Content {
  if (locked) return html`<p class="banner">${t('workbench.locked')}</p>`;
  if (!savedCode || refusal.summary.length > 0) return undefined;
  return html`<div class="banner banner--good" role="status">${pictogram('tick', 'pictogram--tiny')}<p>${t('workbench.saved', { code: savedCode })}</p></div>`;
}

function scoreForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, locked, versionToken, values, refusal } = view;
  return html`<form class="bench__score card" method="post" action="${href}" novalidate${!locked && html` data-autosave data-bench`}>
    <fieldset class="whole-form"${locked && html` disabled`}>
      <legend class="govuk-visually-hidden">${t('workbench.side')}</legend>
      <h2>${t('workbench.side')}</h2>
      ${csrfField(frame)}
      <input type="hidden" name="versionToken" value="${versionToken}">
      ${radioCards(frame, {
        name: 'level',
        legend: t('workbench.fields.level'),
        hint: view.naClaimed ? t('workbench.naClaimed') : undefined,
        items: view.choices.map((choice) => ({ ...choice, checked: values.level === choice.value })),
        error: refusal.faults.level,
      })}
      ${lacks(frame, view)}
      ${textarea(frame, {
        name: 'comment',
        label: t('workbench.fields.comment'),
        hint: t('workbench.commentHint'),
        value: values.comment,
        error: refusal.faults.comment,
        rows: 3,
      })}
      ${findingFields(frame, view)}
      <div class="private">
        ${textarea(frame, {
          name: 'note',
          label: t('workbench.fields.note'),
          hint: t('workbench.noteHint'),
          value: values.note,
          error: refusal.faults.note,
          rows: 2,
        })}
      </div>
      ${!locked && saveBar(frame, view)}
    </fieldset>
  </form>`;
}

function findingFields(frame: Frame, { values, refusal: { faults } }: View): Html {
  const { t } = frame;
  const grades = ['none', 'minor', 'major'] as const;
  return html`<div class="raise">
        ${radioCards(frame, {
          name: 'finding',
          legend: t('workbench.fields.finding'),
          hint: t('workbench.findingHint'),
          items: grades.map((grade) => ({
            value: grade,
            title: t(`workbench.grade.${grade}`),
            checked: values.finding === grade,
          })),
          error: faults.finding,
        })}
        ${textarea(frame, {
          name: 'missing',
          label: t('workbench.fields.missing'),
          hint: t('workbench.missingHint'),
          value: values.missing,
          error: faults.missing,
          rows: 3,
          groupClass: 'raise__text',
        })}
      </div>`;
}

function saveBar(frame: Frame, { at: { n, total } }: View): Html {
  const { t } = frame;
  const go = (value: 'next' | 'previous' | 'stay', text: string) =>
    button({ text, name: 'go', value, kind: value === 'next' ? undefined : 'quiet' });
  return html`<div class="savebar">
        ${savingStatus(frame, t('workbench.other', { value: '%s' }))}
        ${go('next', n === total ? t('workbench.finish') : t('workbench.next'))}
        ${n > 1 && go('previous', t('workbench.previous'))}
        ${go('stay', t('site.save'))}
      </div>`;
}

/** The keys of the workbench, and the switch that its script shows. */
function keys({ t }: Frame): Html {
  const uses = ['level', 'na', 'next', 'previous', 'comment', 'finding', 'leave', 'help'] as const;
  return html`<details class="disclosure keys" id="keys">
  <summary>${t('workbench.keys.title')}</summary>
  <dl class="keys__list">
    ${uses.map((use) => {
      const pressed = t(`workbench.keys.${use}.keys`).split(' ');
      return html`<div><dt>${pressed.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(`workbench.keys.${use}.does`)}</dd></div>`;
    })}
  </dl>
  <p class="small quiet">${t('workbench.keys.typing')}</p>
  <button class="button button--quiet" type="button" hidden data-keys data-on="${t('workbench.keys.on')}" data-off="${t('workbench.keys.off')}"></button>
</details>`;
}
