import type { Workbench } from '../../../src/web/review/workbench.view.ts';
import { lastCycle } from '../../components/beside.ts';
import { button } from '../../components/button.ts';
import { criterionLinks } from '../../components/explained.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { script } from '../../components/passkey.ts';
import { radioCards } from '../../components/radioCards.ts';
import { savingStatus } from '../../components/savingStatus.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { criterionHead } from '../site/criteriaParts.ts';
import { placeAsked, placeClaim } from './place.ts';
import { given, jump, lacks, onwards, standing } from './standing.ts';
import { viewer } from './viewer.ts';

type View = Workbench & FormState;

/** One criterion of a review on one screen: the file on one side, the reviewer's own score on the other. */
export function workbenchPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { place, applicationId: number, at, within, locked, refusal } = view;
  const organisation = view.organisation.name;
  return staffLayout(
    frame,
    { name: `${place.id} ${place.title} · ${organisation}`, refusal },
    html`${locked && html`<p class="banner">${t('workbench.locked')}</p>`}
<p class="overline bench__at" id="at"><a href="${view.reviewHref}">${t('workbench.back')}</a> · ${t('workbench.at', at)} · ${within} · ${dotted(`${organisation}, ${number}`, view.about)}</p>
<div class="bench">
  <div class="bench__file" tabindex="0" role="region" aria-labelledby="criterion">
    <div class="bench__said">
    ${criterionHead(frame, place, criterionLinks(frame, place.version, place.id))}
    <h1 class="bench__title" id="criterion">${place.title}</h1>
    ${placeAsked(frame, place)}
    ${placeClaim(frame, place)}
    ${lastCycle(frame, view.earlier, view.sponsored)}
    </div>
    ${viewer(frame)}
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

function scoreForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, locked, versionToken, values, refusal } = view;
  return html`<form class="bench__score card" method="post" action="${href}" novalidate${!locked && html` data-autosave data-bench`}>
    <fieldset class="whole-form"${locked && html` disabled`}>
      <legend class="govuk-visually-hidden">${t('workbench.side')}</legend>
      <h2 class="govuk-visually-hidden">${t('workbench.side')}</h2>
      ${csrfField(frame)}
      <input type="hidden" name="versionToken" value="${versionToken}">
      ${radioCards(frame, {
        name: 'level',
        legend: t('workbench.fields.level'),
        hint: view.naClaimed ? t('workbench.naClaimed') : undefined,
        items: view.choices.map((choice) => ({ ...choice, checked: values.level === choice.value })),
        error: refusal.faults.level,
      })}
      ${textarea(frame, {
        name: 'comment',
        label: t('workbench.fields.comment'),
        hint: t('workbench.commentHint'),
        value: values.comment,
        error: refusal.faults.comment,
        rows: 2,
      })}
      ${findingFields(frame, view)}
      <details class="disclosure private"${(values.note || refusal.faults.note) && html` open`}>
        <summary>${t('workbench.fields.note')}</summary>
        ${textarea(frame, {
          name: 'note',
          label: t('workbench.fields.note'),
          hint: t('workbench.noteHint'),
          value: values.note,
          error: refusal.faults.note,
          rows: 2,
        })}
      </details>
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

/** What is given here and what it lacks, above the ways to go on. */
function saveBar(frame: Frame, view: View): Html {
  const { t } = frame;
  const { at, savedCode, refusal } = view;
  const said = savedCode && refusal.summary.length === 0 ? t('workbench.saved', { code: savedCode }) : '';
  return html`<div class="savebar">
        ${given(frame, view)}
        ${savingStatus(frame, t('workbench.other', { value: '%s' }), said)}
        ${lacks(frame, view)}
        ${onwards(frame, view)}
        ${at.n > 1 && button({ text: t('workbench.previous'), name: 'go', value: 'previous', kind: 'quiet' })}
        ${button({ text: t('site.save'), name: 'go', value: 'stay', kind: 'quiet' })}
      </div>`;
}

/** The keys of the workbench, and the switch that its script shows. */
function keys({ t }: Frame): Html {
  const uses = [
    'level',
    'na',
    'next',
    'previous',
    'comment',
    'finding',
    'leave',
    'evidence',
    'inside',
    'help',
  ] as const;
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
