import { specimenPeople } from '../../profile/specimenPeople.ts';
import { dayOf } from '../../register/day.ts';
import { said } from '../living/organisations.ts';
import { home, linksTo, namesOn, type Say, sendOffered } from './pageParts.ts';
import type { Page, Values, Visitor } from './visitor.ts';

const { chair, member } = specimenPeople.names;
/** How the names end of those who come to the session; the others of the committee are kept for appeals. */
const seated = [chair, `${member} 1`, `${member} 2`];

/**
 * The officer's part: plans a session with the file on its agenda and calls the committee together. A session opens on its day only, so
 * that one planned before midnight is moved.
 */
export async function convene(officer: Visitor, number: string, say: Say): Promise<boolean> {
  const today = dayOf(new Date().toISOString());
  const list = await officer.open(`${home}/sessions`);
  if (namesOn(list).includes(`file.${number}`)) {
    const others = namesOn(list).filter((name) => name.startsWith('file.') && name !== `file.${number}`);
    await officer.send(list, '/sessions', {
      // Whatever else waits is for another session.
      ...Object.fromEntries(others.map((name) => [name, []])),
      day: today,
      time: '18:30',
      place: said.room,
    });
    say('session planned');
    return true;
  }
  const moved = () => say('session moved to today');
  const isPast = ({ html }: Page) => {
    return html.querySelector('form[action$="/plan"] input[name="day"]')?.getAttribute('value') !== today;
  };
  if (await onSession(officer, number, '/plan', moved, () => ({ day: today }), isPast)) return true;
  return onSession(officer, number, '/convene', () => say('committee convened'));
}

/** The chair's part: opens the session, then closes it and approves its minutes. */
export async function preside(chair: Visitor, number: string, say: Say): Promise<boolean> {
  const opened = (page: Page) => say(`session opened, ${seatsOf(page).length} people in the room`);
  const seated = (page: Page) => Object.fromEntries(seatsOf(page).map((name) => [name, 'yes']));
  if (await onSession(chair, number, '/open', opened, seated)) return true;
  return onSession(chair, number, '/close', () => say('session closed'));
}

/** Boxes of those who come to the session. */
function seatsOf({ html }: Page): string[] {
  return html.querySelectorAll('input[name^="present."]').flatMap((box) => {
    const name = html.querySelector(`label[for="${box.getAttribute('id')}"]`)?.textContent.trim() ?? '';
    return seated.some((end) => name.endsWith(end)) ? [box.getAttribute('name') ?? ''] : [];
  });
}

/** A member's part: votes once on the file, if it is theirs to vote on. */
export async function vote(member: Visitor, number: string, say: Say): Promise<boolean> {
  const agenda = await member.open(`${home}/committee`);
  if (!linksTo(agenda, `${home}/committee/`).some((href) => href.endsWith(`/${number}`))) return false;
  const page = await member.open(`${home}/committee/${number}`);
  if (page.html.querySelector('input[name="choice"][checked]')) return false;
  return sendOffered(member, page, '/vote', () => say('voted'), { choice: 'for' });
}

/** Approves the minutes of the session that dealt with the file. */
export async function approve(member: Visitor, number: string, say: Say): Promise<boolean> {
  return onSession(member, number, '/sign', () => say('minutes approved'));
}

/** Sends a form on the first session page that names the file and offers it; false when there is none. */
async function onSession(
  who: Visitor,
  number: string,
  form: string,
  tell: (page: Page) => void,
  values: (page: Page) => Values = () => ({}),
  isFor: (page: Page) => boolean = () => true,
): Promise<boolean> {
  for (const href of linksTo(await who.open(`${home}/sessions`), `${home}/sessions/`)) {
    const page = await who.open(href);
    const isNamed = page.html.querySelector('main')?.textContent.includes(number);
    if (isNamed && isFor(page) && (await sendOffered(who, page, form, () => tell(page), values(page))))
      return true;
  }
  return false;
}
