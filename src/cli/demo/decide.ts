import { hasForm } from './pageParts.ts';
import type { Page, Visitor } from './visitor.ts';

const reason = 'Les critères obligatoires sont remplis et chaque thème dépasse son plancher.';

/** What an officer may do next with a file, if anything: accept it, invite a reviewer, hand it over, announce. */
export async function handle(officer: Visitor, file: string, say: (line: string) => void): Promise<boolean> {
  const page = await officer.open(file);
  if (hasForm(page, '/accept')) {
    await officer.send(page, '/accept');
    say('demande recevable');
    return true;
  }
  if (hasForm(page, '/staff')) {
    await officer.send(page, '/staff');
    say('dossier confié à deux évaluatrices');
    return true;
  }
  if (hasForm(page, '/announce')) {
    await officer.send(page, '/announce');
    say('décision annoncée');
    return true;
  }
  return false;
}

/** Invites the next of the people who review in the demonstration. */
export async function invite(
  officer: Visitor,
  file: string,
  name: string,
  say: (line: string) => void,
): Promise<boolean> {
  const page = await officer.open(file);
  const box = page.html
    .querySelectorAll('.suggestion')
    .find((one) => one.textContent.includes(name))
    ?.querySelector('input[name="person"]');
  if (!box) return false;
  await officer.send(page, '/invite', { person: box.getAttribute('value') ?? '' });
  say(`invitation envoyée : ${name}`);
  return true;
}

/** The rapporteur's draft, when the file waits for it. */
export async function recommend(
  rapporteur: Visitor,
  file: string,
  say: (line: string) => void,
): Promise<boolean> {
  const page = await rapporteur.open(file);
  if (!hasForm(page, '/recommend')) return call(rapporteur, page, say);
  await rapporteur.send(page, '/recommend', { draft: 'granted', reason });
  say('avis rendu : accorder');
  return true;
}

/** A call to the applicant, where something demands one before the recommendation. */
async function call(rapporteur: Visitor, page: Page, say: (line: string) => void): Promise<boolean> {
  if (!hasForm(page, '/visits') || !page.html.querySelector('.visits--missing')) return false;
  const people = 'Spécimen Owner, responsable';
  await rapporteur.send(page, '/visits', { kind: 'call', people, notes: 'Les chiffres sont expliqués.' });
  say('appel noté');
  return true;
}

/** The chair enters what the committee decided, once everyone voted. */
export async function decide(chair: Visitor, number: string, say: (line: string) => void): Promise<boolean> {
  const agenda = await chair.open('/fr/committee');
  if (!agenda.html.querySelector(`a[href$="/committee/${number}"]`)) return false;
  const page = await chair.open(`/fr/committee/${number}`);
  if (!hasForm(page, '/decide')) return false;
  await chair.send(page, '/decide', { outcome: 'granted', reason });
  say('décision prise, scellée jusqu’à l’annonce');
  return true;
}
