import { signer } from '../../profile/specimenPeople.ts';
import { said } from '../living/organisations.ts';
import { home, type Say, sendOffered } from './pageParts.ts';
import type { Page, Visitor } from './visitor.ts';

const reason = said.granted;

const ofOfficer = {
  '/accept': 'application admitted',
  '/staff': 'file given to two reviewers',
  '/announce': 'decision announced',
};

/** What an officer may do next with a file, if anything: accept it, invite a reviewer, hand it over, announce. */
export async function handle(officer: Visitor, file: string, say: Say): Promise<boolean> {
  const page = await officer.open(file);
  for (const [form, line] of Object.entries(ofOfficer)) {
    if (await sendOffered(officer, page, form, () => say(line))) return true;
  }
  return false;
}

/** Invites the next of the people who review in the demonstration. */
export async function invite(officer: Visitor, file: string, name: string, say: Say): Promise<boolean> {
  const page = await officer.open(file);
  const box = page.html
    .querySelectorAll('.suggestion')
    .find((one) => one.textContent.includes(name))
    ?.querySelector('input[name="person"]');
  if (!box) return false;
  await officer.send(page, '/invite', { person: box.getAttribute('value') ?? '' });
  say(`invitation sent: ${name}`);
  return true;
}

/** The rapporteur's draft, when the file waits for it. */
export async function recommend(rapporteur: Visitor, file: string, say: Say): Promise<boolean> {
  const page = await rapporteur.open(file);
  const given = () => say('recommendation: grant');
  const draft = { draft: 'granted', reason };
  return (await sendOffered(rapporteur, page, '/recommend', given, draft)) || call(rapporteur, page, say);
}

/** A call to the applicant, where something demands one before the recommendation. */
async function call(rapporteur: Visitor, page: Page, say: Say): Promise<boolean> {
  if (!page.html.querySelector('.visits--missing')) return false;
  const visit = { kind: 'call', people: signer, notes: said.call };
  return sendOffered(rapporteur, page, '/visits', () => say('call noted'), visit);
}

/** The chair enters what the committee decided, once everyone voted. */
export async function decide(chair: Visitor, number: string, say: Say): Promise<boolean> {
  const agenda = await chair.open(`${home}/committee`);
  if (!agenda.html.querySelector(`a[href$="/committee/${number}"]`)) return false;
  const page = await chair.open(`${home}/committee/${number}`);
  const taken = () => say('decided, sealed until it is announced');
  return sendOffered(chair, page, '/decide', taken, { outcome: 'granted', reason });
}
