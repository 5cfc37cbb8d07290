import type { StaffScreening } from '../../../src/web/desk/screening.view.ts';
import { aboutScope } from '../../aboutScope.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { criterionLinks } from '../../components/explained.ts';
import { fileClock } from '../../components/fileClock.ts';
import { offerList } from '../../components/offerList.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import { reasonList } from '../../components/reasonList.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { reasonTexts } from '../../staffWords.ts';
import { stepCard } from './fileSteps.ts';

type Group = StaffScreening['groups'][number];

/** What an officer checks of a file before its evaluation, and the three ways on from there. */
export function screeningPage(frame: Frame, view: StaffScreening): Html {
  const { t } = frame;
  const { application, href, organisation, clock, version, groups, blockers } = view;
  const title = t('information.screening.title');
  return staffLayout(
    frame,
    {
      name: `${title} · ${organisation.name}`,
      back: html`<p><a href="${href}">${t('information.backToFile')}</a></p>`,
    },
    html`<div class="columns">
  <div>
    <p class="overline">${dotted(title, application.id, view.about)}</p>
    <h1>${organisation.name}</h1>
    <p class="lead">${t('information.screening.lead')}</p>
    ${aboutScope(frame, view)}
    ${groups.map((group) => checkGroup(frame, version, group))}
    ${
      view.may.accept
        ? [
            stepCard(frame, view, 'accept'),
            wayOn(frame, `${href}/information`, 'request', blockers.requestInformation),
            wayOn(frame, `${href}/ineligible`, 'ineligible', blockers.declareIneligible),
          ]
        : html`<p class="banner banner--sun">${t('information.screening.over')}</p>`
    }
  </div>
  <aside>
    ${panel({ title: t('staff.organisation.title') }, definitions(organisation.facts))}
    ${clock && panel({ title: t('information.clock.title') }, fileClock(frame, clock, 'staff'))}
    ${panel({ title: t('staff.organisation.offers', { count: organisation.offers.length }) }, offerList(organisation))}
  </aside>
</div>`,
  );
}

const tones = { held: 'leaf', notHeld: 'coral', look: 'sun' } as const;

function checkGroup(frame: Frame, version: string, { group, checks }: Group): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t(`information.screening.group.${group}`)}</h2>
  <ul class="plain">
    ${checks.map(
      ({ result, name, text, places }) => html`<li class="screened">
      <p>${pill({ tone: tones[result], text: t(`information.screening.result.${result}`) })} <strong>${name}</strong></p>
      <p class="small">${text}</p>
      ${places.length > 0 && html`<ul class="small">${places.map((place) => html`<li>${criterionLinks(frame, version, place)}</li>`)}</ul>`}
    </li>`,
    )}
  </ul>
</section>`;
}

function wayOn(frame: Frame, href: string, way: 'request' | 'ineligible', blockers: readonly string[]): Html {
  const { t } = frame;
  const go = () =>
    html`<p>${t(`information.${way}.text`)}</p>${button({ text: t(`information.${way}.go`), href, kind: 'quiet' })}`;
  return html`<section class="card">
  <h2>${t(`information.${way}.title`)}</h2>
  ${blockers.length > 0 ? reasonList(reasonTexts(frame, blockers), 'stop') : go()}
</section>`;
}
