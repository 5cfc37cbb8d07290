import type { DemoPerson } from '../src/commands/ports/demonstrationPorts.ts';
import { csrfField } from './components/hidden.ts';
import type { Frame } from './frame.ts';
import { type Content, type Html, html } from './html.ts';

const parts: readonly DemoPerson['part'][] = [
  'applicant',
  'reviewer',
  'officer',
  'committee',
  'administrator',
];
const lastStep = 6;

/** In development: who one is, everybody else in one click, and the tour. A public page, the same for all, links to where that is. */
export function demoBar(frame: Frame): Content {
  const { t, lang, demonstration, isPrivate } = frame;
  if (!demonstration) return '';
  const { tour, done, of } = demonstration;
  const isOn = tour !== null && tour < lastStep;
  return html`<div class="band demobar"><div class="wide demobar__inside">
  ${isPrivate ? personMenu(frame, demonstration.people) : html`<a href="/${lang}/dev/people">${t('demo.become')}</a>`}
  <a href="/${lang}/dev/tour${isOn && `/${tour + 1}`}">${isOn ? t('demo.tourNext', { step: tour + 1 }) : t('demo.tour')}</a>
  ${isPrivate && done < of && html`<span class="demobar__grows">${t('demo.grows', { done, of })}</span>`}
</div></div>`;
}

function personMenu(frame: Frame, people: readonly DemoPerson[]): Html {
  const { t, asker } = frame;
  const name =
    people.find(({ email }) => email === asker?.email)?.name ||
    asker?.name ||
    asker?.email ||
    t('demo.visitor');
  return html`<details class="menu demobar__menu">
  <summary>${t('demo.youAre', { name })}</summary>
  <div class="menu__sheet demobar__sheet">${becomeForm(frame, people)}</div>
</details>`;
}

/** A button for each person of the demonstration, by what they do, and one for nobody. */
export function becomeForm(frame: Frame, people: readonly DemoPerson[]): Html {
  const { t, lang, asker } = frame;
  const person = ({ email, name }: Pick<DemoPerson, 'email' | 'name'>) => {
    const isSelf = email === (asker?.email ?? '');
    return html`<li><button class="demobar__person" name="person" value="${email}"${isSelf && html` aria-current="true"`}>${name}</button></li>`;
  };
  return html`<form class="demobar__people" method="post" action="/${lang}/dev/people">
  ${csrfField(frame)}
  <ul class="plain">${person({ email: '', name: t('demo.visitor') })}</ul>
  ${parts.map(
    (part) => html`<p class="demobar__part">${t(`demo.parts.${part}`)}</p>
  <ul class="plain">${people.filter((one) => one.part === part).map(person)}</ul>`,
  )}
</form>`;
}
