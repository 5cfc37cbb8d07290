import type { Hand } from './browser/hands.ts';
import type { SpecimenFile } from './samples/specimen.ts';
import { codeFor } from './servers/signInLetter.ts';
import type { TestWeb } from './web.ts';

/** Signs in, registers the organisation and fills the whole application up to the check page. Gives the application's address. */
export async function fillApplication(
  hand: Hand,
  { web, origin, email }: { readonly web: TestWeb; readonly origin: string; readonly email: string },
  file: SpecimenFile,
): Promise<string> {
  const { page } = hand;
  await page.goto(`${origin}/fr/my`);
  await hand.write('email', email);
  await hand.press('main form:has([name="email"]) button[type="submit"]');
  await hand.write('code', codeFor(web.letters, email));
  await hand.press('main form:has([name="code"]) button[type="submit"]');
  // Where the browser knows passkeys one is offered first.
  if (page.url().includes('/passkey-offer')) await hand.press('main a[href="/fr/my"]');
  await register(hand, file);
  await hand.press('form[action$="/applications"] button');
  const address = new URL(page.url()).pathname;
  await hand.press(`main a[href="${address}/figures"]`);
  await figures(hand, file.facts);
  await hand.press('.savebar button[value="next"]');
  while (/\/themes\//.test(page.url())) {
    await answers(hand, file.answers);
    await hand.press('.savebar button[value="next"]');
  }
  for (const offer of file.offers) await describe(hand, offer);
  await hand.press(`main a[href="${address}/submit"]`);
  return address;
}

/** Signs what an applicant declares and sends the file. */
export async function send(hand: Hand): Promise<void> {
  const questions = await namesOn(hand, '[name^="exclusion."]');
  for (const question of questions) await hand.choose(question, 'no');
  await hand.choose('showScores', 'yes');
  await hand.tick('rulesAccepted');
  await hand.press('main form:has([name="rulesAccepted"]) button[type="submit"]');
}

async function register(hand: Hand, { organisation }: SpecimenFile): Promise<void> {
  await hand.press('main a[href="/fr/organisations/new"]');
  await hand.write('name', organisation.name);
  await hand.choose('legalForm', organisation.legalForm);
  if (organisation.identifier !== '') await hand.write('identifier', organisation.identifier);
  for (const name of ['street', 'postcode', 'commune'] as const) await hand.write(name, organisation[name]);
  if (organisation.region) await hand.choose('region', organisation.region);
  await hand.write('website', organisation.website);
  if (organisation.acceptsLeman) await hand.tick('acceptsLeman');
  await hand.press('main form:has([name="legalForm"]) button[type="submit"]');
}

/** In the order of the page, so that a person who goes on with the Tab key meets each in turn. */
async function figures(hand: Hand, facts: SpecimenFile['facts']): Promise<void> {
  for (const name of await namesOn(hand, '[name^="F"], [name^="O0"]')) {
    const value = facts[name];
    if (typeof value === 'number') await hand.write(name, String(value).replace('.', ','));
    if (typeof value === 'string') await hand.choose(name, value);
  }
}

async function answers(hand: Hand, given: SpecimenFile['answers']): Promise<void> {
  for (const name of await namesOn(hand, '[name$=".level"], [name$=".evidence"]')) {
    const [id = '', field] = name.split('.');
    const answer = given[id];
    if (field === 'evidence' && answer?.evidence) await hand.write(name, answer.evidence);
    if (field === 'evidence' && answer?.comment) {
      await hand.unfold(`[id="${id}"] .question__comment summary`);
      await hand.write(`${id}.comment`, answer.comment);
    }
    const level = answer?.na ? 'na' : answer?.level;
    if (field === 'level' && level !== undefined) await hand.choose(name, String(level));
  }
}

async function describe(hand: Hand, offer: SpecimenFile['offers'][number]): Promise<void> {
  const { facts, answers: levels, ...described } = offer;
  for (const [field, text] of Object.entries(described)) {
    await (field === 'type' || field === 'category' ? hand.choose(field, text) : hand.write(field, text));
  }
  await hand.press('main form:has([name="once"]) button[type="submit"]');
  await figures(hand, facts);
  await answers(hand, levels);
  await hand.press('.savebar button[value="next"]');
}

/** Names of the fields that can be filled now, each once. */
async function namesOn({ page }: Hand, selector: string): Promise<string[]> {
  const fields = page.locator(selector).filter({ visible: true });
  const names = await fields.evaluateAll((all) => all.map((field) => field.getAttribute('name') ?? ''));
  return [...new Set(names)].filter((name) =>
    /^[A-Z]+(-\d+)?(\d+)?(\.(level|evidence))?$|^exclusion\./.test(name),
  );
}
