import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { type InsertedLabel, insertLabel } from '../../support/insertLabel.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

/** What is sought, the labels offered, and whether the page says that nothing was found. */
const table: readonly {
  readonly title: string;
  readonly q: string;
  readonly offers: readonly ('verrerie' | 'brasserie')[];
  readonly saysNone?: boolean;
}[] = [
  { title: 'without a search', q: '', offers: [] },
  { title: 'with a blank search', q: '   ', offers: [] },
  { title: 'by a name', q: 'Spécimen verrerie', offers: ['verrerie'] },
  { title: 'by a name without accents, in capitals', q: 'VERRERIE', offers: ['verrerie'] },
  { title: 'by the beginning of a name', q: 'brasser', offers: ['brasserie'] },
  { title: 'by a name that nobody has', q: 'Zymurgie', offers: [], saysNone: true },
  { title: 'by signs alone', q: '<b>', offers: [], saysNone: true },
  { title: 'by the name of an ended label', q: 'menuiserie', offers: [], saysNone: true },
  { title: 'by the name of a label whose day passed', q: 'vannerie', offers: [], saysNone: true },
  { title: 'by the name of a suspended label', q: 'poterie', offers: [], saysNone: true },
  { title: 'by the name of the applicant’s own label', q: 'cordonnerie', offers: [], saysNone: true },
  { title: 'by the name of an organisation asked before', q: 'imprimerie', offers: [], saysNone: true },
];

const noneFound = {
  fr: 'Aucune autre organisation qui a un label valable',
  de: 'Keine andere Organisation mit gültigem Label',
  it: 'Nessun’altra organizzazione con un label valido',
  en: 'No other organisation with a valid label',
} as const;

describe('the search for a sponsor by name', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  const labels: Record<string, InsertedLabel> = {};
  const purpose = 'Pour être reconnus au marché.';
  const numberOf = (name: string) => requireVisible(labels[name]).number;
  before(async () => {
    web = await webWithApplicants('web-find-sponsor');
    for (const name of ['verrerie', 'brasserie', 'cordonnerie', 'imprimerie'])
      labels[name] = await insertLabel(web, name);
    await insertLabel(web, 'menuiserie', { state: 'expired' });
    await insertLabel(web, 'vannerie', { until: '2026-05-02' });
    await insertLabel(web, 'poterie', { state: 'suspended' });
    const { owner, organisationId } = requireVisible(labels.cordonnerie);
    const browser = await web.browser(owner);
    const started = await browser.post('/fr/applications', { organisationId }, '/fr/my');
    const at = String(started.headers.location);
    draft = { id: requireVisible(at.split('/').at(-1)), owner, browser, at };
    await browser.post(`${at}/sponsors`, { labelNumber: numberOf('imprimerie'), purpose });
  });
  after(() => web.stop());

  const search = (q: string, language = 'fr') =>
    draft.browser.get(`/${language}/applications/${draft.id}/sponsors${q && `?q=${encodeURIComponent(q)}`}`);

  for (const { title, q, offers, saysNone = false } of table)
    for (const language of languages)
      it(`offers ${offers.length === 0 ? 'the field for a number' : offers.join(', ')} ${title} (${language})`, async () => {
        const { status, text } = await search(q, language);
        expect(status, text.slice(0, 3000)).to.equal(200);
        const radios = [...text.matchAll(/type="radio"[^>]*value="(MIE-[^"]+)"/g)].map(([, value]) => value);
        expect(radios).to.deep.equal(offers.map(numberOf));
        expect(/<input[^>]*name="labelNumber"[^>]*type="text"/.test(text), 'field for a number').to.equal(
          offers.length === 0,
        );
        expect(text.includes(noneFound[language]), 'says that nothing was found').to.equal(saysNone);
        expect(text).not.to.include('<b>');
      });

  it('keeps the organisations found when the request is refused, and asks the one chosen', async () => {
    const at = `${draft.at}/sponsors?q=verrerie`;
    const refused = await draft.browser.post(at, { labelNumber: '', purpose });
    expect(refused.status).to.equal(422);
    expect(refused.text)
      .to.include(`value="${numberOf('verrerie')}"`)
      .and.include(purpose);
    expect(refused.text).to.include('À quelle organisation demandez-vous un avis');
    const asked = await draft.browser.post(at, { labelNumber: numberOf('verrerie'), purpose });
    expect(asked.status).to.equal(303);
    const known = await web.deps.store.sponsorshipsFor(draft.id);
    expect(known.map(({ labelNumber }) => labelNumber)).to.include(numberOf('verrerie'));
  });
});
