import { describedBy } from '../../criteria/offer.ts';
import { signer } from '../../profile/specimenPeople.ts';
import { askedOn, hasForm, home, linksTo, namesOn, type Say } from './pageParts.ts';
import type { SpecimenAnswers, SpecimenData } from './specimen.ts';
import type { Page, Values, Visitor } from './visitor.ts';

/** The owner's part up to the submission: organisation, figures, themes, offers, declarations. Gives the application's address. */
export async function apply(owner: Visitor, specimen: SpecimenData, say: Say): Promise<string> {
  const address = await application(owner, specimen, say);
  const draft = await owner.open(address);
  const themes = linksTo(draft, `${address}/themes/`);
  if (linksTo(draft, `${address}/submit`).length === 0) return address;

  const figures = await owner.open(`${address}/figures`);
  const facts = askedOn(figures, texts(specimen.facts));
  await owner.send(figures, '/figures', facts);
  say(`${Object.keys(facts).length} figures entered`);
  for (const [i, theme] of themes.entries()) {
    if (i % 4 === 0) say(`themes ${i + 1} to ${Math.min(i + 4, themes.length)} of ${themes.length}`);
    const page = await owner.open(theme);
    await owner.send(page, theme, answersOn(page, specimen.answers));
  }
  say(`${themes.length} themes answered`);
  await offers(owner, address, specimen, say);

  const check = await owner.open(`${address}/submit`);
  const exclusions = namesOn(check).filter((name) => name.startsWith('exclusion.'));
  await owner.send(check, '/submit', {
    showScores: 'yes',
    rulesAccepted: 'yes',
    name: signer,
    ...Object.fromEntries(exclusions.map((name) => [name, 'no'])),
  });
  say('application sent: the file is frozen');
  return address;
}

async function application(owner: Visitor, { organisation }: SpecimenData, say: Say): Promise<string> {
  let space = await owner.open(`${home}/my`);
  const [known] = linksTo(space, `${home}/applications/`);
  if (known) return known;
  if (!hasForm(space, '/applications')) {
    const fields = Object.entries(organisation).filter(([, value]) => value !== false);
    const values = Object.fromEntries(
      fields.map(([name, value]) => [name, value === true ? 'yes' : String(value)]),
    );
    space = await owner.send(await owner.open(`${home}/organisations/new`), '/organisations/new', values);
    say(`organisation registered: ${organisation.name}`);
  }
  const { path } = await owner.send(space, '/applications');
  say(`application opened: ${path.split('/').at(-1)}`);
  return path;
}

async function offers(owner: Visitor, address: string, specimen: SpecimenData, say: Say): Promise<void> {
  for (const { facts, answers, ...described } of specimen.offers) {
    const list = await owner.open(`${address}/offers`);
    const known = list.html.querySelectorAll('a').find((link) => link.textContent.trim() === described.name);
    const page = known
      ? await owner.open(known.getAttribute('href') ?? '')
      : await owner.send(list, '/offers', describedBy(described));
    await owner.send(page, page.path, { ...askedOn(page, texts(facts)), ...answersOn(page, answers) });
    say(`offer described: ${described.name}`);
  }
}

/** Values for the answers that a page asks for: a level, "na", or "figures" where figures give it. */
function answersOn(page: Page, answers: SpecimenAnswers): Values {
  const values = Object.entries(answers).flatMap(([id, { level, na, evidence = '', comment = '' }]) => {
    const chosen = na ? 'na' : level;
    return [
      ...(chosen === undefined ? [] : [[`${id}.level`, String(chosen)]]),
      [`${id}.evidence`, evidence],
      ...(comment ? [[`${id}.comment`, comment]] : []),
    ];
  });
  return askedOn(page, Object.fromEntries(values));
}

function texts(facts: SpecimenData['facts']): Values {
  return Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, String(value)]));
}
