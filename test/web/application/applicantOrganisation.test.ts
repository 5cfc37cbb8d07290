import { expect } from 'chai';
import { specimen } from '../../support/samples/specimen.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('registering an organisation', () => {
  let web: TestWeb;
  let browser: Browser;
  before(async () => {
    web = await testWeb('applicant-organisation');
    browser = await web.browser(await web.person('founder'));
  });
  after(() => web.stop());

  const { acceptsLeman: _, founded: __, ...fields } = specimen.organisation;
  const count = () => web.connection.collection('organisations').countDocuments();
  const register = (changed: Record<string, string>) =>
    browser.post('/fr/organisations/new', { ...fields, ...changed });

  it('refuses what is missing, too long, not printable or not an identifier, and says where', async () => {
    const wrong: [string, string, string][] = [
      ['name', '', 'Remplissez ce champ.'],
      ['name', 'x'.repeat(121), '120'],
      ['name', 'Spécimen 🍞', '🍞'],
      ['name', 'Spécimen\u202e', 'caractères invisibles'],
      ['legalForm', '', 'Choisissez une réponse.'],
      ['legalForm', 'government', 'Choisissez une des réponses proposées.'],
      ['identifier', 'CHE-123.456.789', 'ne passe pas le contrôle'],
      ['identifier', '732829321', 'ne passe pas le contrôle'],
      ['postcode', 'GE-1227', 'comme 1205 en Suisse'],
      ['region', 'paris', 'Choisissez une des réponses proposées.'],
      ['street', '', 'Remplissez ce champ.'],
      ['founded', '31.2.2018', 'date qui existe'],
      ['founded', '2026-11-03', 'dans le futur'],
      ['acceptsLeman', 'maybe', 'Choisissez une des réponses proposées.'],
      ['specimen', 'no', 'n’existe pas'],
      ['id', 'ORG1', 'n’existe pas'],
    ];
    for (const [field, value, sentence] of wrong) {
      const answer = await register({ [field]: value });
      expect(answer.status, `${field}=${value}`).to.equal(422);
      expect(answer.text, `${field}=${value}`).to.include(sentence).and.include(`href="#${field}"`);
    }
    const unsure = await register({ postcode: '1188', region: '' });
    expect(unsure.text, 'a postcode of two regions').to.include('href="#region"');
    expect(await count()).to.equal(0);
  });

  it('tells every fault at once, those of its fields and those of its command', async () => {
    const answer = await register({ name: '', legalForm: '', identifier: '12', postcode: '12', street: '' });
    const named = [...answer.text.matchAll(/<a href="#(\w+)">/g)].map(([, field]) => field);
    expect(named).to.include.ordered.members(['name', 'legalForm', 'identifier', 'street', 'postcode']);
  });

  it('shows input again, as text', async () => {
    const answer = await register({ name: '<b>Spécimen</b>', commune: '', acceptsLeman: 'yes' });
    expect(answer.text).to.include('value="&lt;b&gt;Spécimen&lt;/b&gt;"').and.not.include('<b>Spécimen');
    expect(answer.text).to.match(/value="cooperative" selected/);
    expect(answer.text).to.match(/name="acceptsLeman"[^>]* checked/);
  });

  it('stores the identifier in one form, and accepts none, and no date', async () => {
    expect((await register({ identifier: '732 829 320', founded: '2026-11-02' })).status).to.equal(303);
    expect((await register({ identifier: '', name: 'Une autre (spécimen)' })).status).to.equal(303);
    const kept = await web.connection.collection('organisations').find({}).sort({ _id: 1 }).toArray();
    expect(
      kept.map(({ identifier, founded, acceptsLeman }) => [identifier, founded, acceptsLeman]),
    ).to.deep.equal([
      ['732 829 320', '2026-11-02', false],
      ['', null, false],
    ]);
    const mine = (await browser.get('/fr/my')).text;
    expect(mine).to.include('Une autre (spécimen)').and.include('Spécimen, coopérative');
    expect(mine.match(/Commencer une demande/g)).to.have.length(2);
  });

  it('takes the region of the postcode unless another one is given', async () => {
    const kept = (name: string) => web.connection.collection('organisations').findOne({ name });
    await register({ name: 'Suggérée (spécimen)', postcode: '74100', region: '' });
    await register({ name: 'Choisie (spécimen)', postcode: '74100', region: 'geneva' });
    expect((await kept('Suggérée (spécimen)'))?.region).to.equal('genevois');
    expect((await kept('Choisie (spécimen)'))?.region).to.equal('geneva');
  });

  it('shows people with a staff role their work', async () => {
    const work = async (...roles: Parameters<TestWeb['person']>[1][]) => {
      const person = await web.browser(await web.person(`with-${roles.join('-')}`, ...roles));
      const { text } = await person.get('/fr/my');
      return ['review', 'lists/files', 'committee'].filter((page) => text.includes(`href="/fr/${page}"`));
    };
    expect(await work()).to.deep.equal([]);
    expect(await work('reviewer')).to.deep.equal(['review']);
    expect(await work('officer')).to.deep.equal(['lists/files']);
    expect(await work('committee')).to.deep.equal(['committee']);
    expect(await work('chair', 'reviewer')).to.deep.equal(['review', 'committee']);
  });
});
