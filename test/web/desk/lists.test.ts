// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { parseSearch } from '../../../src/commands/desk/lists/searchLanguage.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { deskKinds } from '../../../src/commands/ports/deskPorts.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { indexDesk } from '../../../src/storage/desk/indexDesk.ts';
import { operatorsOf, valuesOf, vocabularyOf } from '../../../src/web/desk/lists/vocabulary.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { manyFiles } from '../../support/samples/manyFiles.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** The files of a page of a list, in their order. */
const shown = (root: ReturnType<typeof parse>) =>
  root.querySelectorAll('tbody th a').map((link) => link.getAttribute('href')?.split('/').at(-1));

describe('the lists of files and labels', () => {
  let web: WebWithCast;
  let file: string;
  let organisationId: string;
  let tied: Person;

  before(async () => {
    web = await webWithCast('desk-lists');
    file = await web.submittedFile();
    organisationId = (await currentApplication(web.deps, file)).context.organisationId;
    tied = await web.person('tied', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, tied, { ...tie, personId: tied.id, organisationId });
  });
  after(() => web.stop());

  const page = async (path: string, person = web.cast.officer) => {
    const { status, text } = await (await web.browserOf(person)).get(path);
    expect(status, path).to.equal(200);
    return parse(text);
  };
  const search = async (q: string, person?: Person) =>
    shown(await page(`/fr/lists/files?q=${encodeURIComponent(q)}`, person));

  it('find a file by a word in its answers, by its number, and by what it is', async () => {
    const { content } = requireVisible(await web.deps.store.snapshot(file, 1));
    const comments = content.assessment.answers.map(({ comment }) => comment).join(' ');
    const word = requireVisible(/\p{L}{8,}/u.exec(comments))[0];
    const name = content.organisation.name;
    for (const q of [
      word,
      word.toUpperCase(),
      `"${word}"`,
      file,
      name,
      'étape:recevabilite',
      'state:screening',
    ])
      expect(await search(q), q).to.deep.equal([file]);
    for (const q of ['introuvable', 'state:granted', `${word} introuvable`, 'responsable:moi', 'retard:oui'])
      expect(await search(q), q).to.deep.equal([]);
    expect(await search('responsable:personne')).to.deep.equal([file]);
  });

  const misspelt: readonly (readonly [string, string])[] = [
    ['etpae:recevabilite', '« etpae » ne peut pas précéder deux-points.'],
    ['étape:recevabilitée', 'Dans « étape:recevabilitée », ce qui suit « étape » n’est pas compris.'],
    ['retard:peut-être', 'Dans « retard:peut-être », ce qui suit « retard » n’est pas compris.'],
    ['responsable:', 'Dans « responsable: », ce qui suit « responsable » n’est pas compris.'],
    ['responsable:Nemo', 'Personne ne s’appelle « Nemo ».'],
    ['pain "levain', 'Un guillemet reste ouvert à « "levain ».'],
    ['$regex .*', 'Aucun dossier ne correspond.'],
    ['"" !!', '« !! » ne contient aucun mot à chercher.'],
    [`${'a '.repeat(30)}`, 'vingt au plus.'],
    ['x'.repeat(10_000), 'Elle est trop longue : 300 caractères au plus.'],
    ['<script>alert(1)</script>:', 'Aucun dossier ne correspond.'],
  ];
  for (const [q, sentence] of misspelt) {
    it(`say what they do not understand of ${q.slice(0, 30)}`, async () => {
      const root = await page(`/fr/lists/files?q=${encodeURIComponent(q)}`);
      expect(shown(root)).to.deep.equal([]);
      expect(root.querySelector('main')?.textContent.replaceAll(/\s/gu, ' ')).to.include(sentence);
    });
  }

  it('are exported as they are asked for, and not at all when that is not understood', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const all = await officer.get('/fr/lists/files/list.csv');
    expect(all.text).to.include(file).and.to.include('Recevabilité');
    const theirs = await (await web.browserOf(tied)).get('/fr/lists/files/list.csv');
    expect(theirs.text).to.not.include(file);
    expect((await officer.get('/fr/lists/files/list.csv?q=etpae:x')).status).to.equal(409);
  });

  it('keep a search under a name, for its person alone, until it or its person is forgotten', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const keep = async (name: string, q: string) =>
      (await officer.post('/fr/lists/files/views', { name, q, 'col-due': 'yes' }, '/fr/lists/files')).status;
    const kept = async (person = web.cast.officer) => {
      const links = (await page('/fr/lists/files', person)).querySelectorAll('.desk__view a');
      return links.map((link) => [link.textContent, link.getAttribute('href')]);
    };
    expect([await keep('Les miens', 'owner:me'), await keep('Les miens', 'responsable:moi')]).to.deep.equal([
      303, 303,
    ]);
    const href = '/fr/lists/files?q=responsable%3Amoi&col-due=yes';
    expect(await kept()).to.deep.equal([['Les miens', href]]);
    expect(await kept(tied)).to.deep.equal([]);
    const data = await web.deps.store.personData(web.cast.officer);
    expect(data.savedViews).to.have.length(1);
    const long = { name: 'Le miel '.repeat(9), q: 'miel' };
    const refused = await officer.post('/fr/lists/files/views', long, '/fr/lists/files');
    const again = parse(refused.text);
    expect([
      refused.status,
      again.querySelector('.govuk-error-summary a')?.getAttribute('href'),
    ]).to.deep.equal([422, '#name']);
    const typed = ['#name', '[name=q]'].map((field) => again.querySelector(field)?.getAttribute('value'));
    expect(typed, 'nothing typed is lost').to.deep.equal([long.name, 'miel']);
    const [view] = await web.deps.store.savedViews(web.cast.officer.id, 'files');
    const remove = `/fr/lists/files/views/${view?.id}/remove`;
    await (await web.browserOf(tied)).post(remove, {}, '/fr/lists/files');
    expect(await kept(), 'by nobody else').to.have.length(1);
    await officer.post(remove, {}, '/fr/lists/files');
    expect(await kept()).to.deep.equal([]);
  });

  it('have addresses of what they ask alone, not misled by operators of the database', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const first = ['state', 'clock', 'due', 'owner', 'tags'].map((column) => `col-${column}=yes`).join('&');
    for (const [query, short] of [
      ['q[$ne]=x', ''],
      ['state[$gt]=', ''],
      ['after[$gt]=1', ''],
      ['sort=$natural', ''],
      ['q=a&q=b', ''],
      [`q=&state=&owner=&sort=changed&${first}`, ''],
      [`q=+miel+&state=screening&owner=&sort=due&${first}`, '?q=miel&state=screening&sort=due'],
      ['q=miel&col-due=yes&after=', '?q=miel&col-due=yes'],
    ]) {
      const { status, headers } = await officer.get(`/fr/lists/files?${query}`);
      expect([status, headers.location], query).to.deep.equal([302, `/fr/lists/files${short}`]);
    }
    expect(shown(await page('/fr/lists/files?after=files/x~$gt'))).to.be.an('array');
  });

  it('show what is asked, each with a link that takes it away alone', async () => {
    const root = await page('/fr/lists/files?q=miel&state=recevabilite&owner=me&sort=name&col-due=yes');
    const links = root.querySelectorAll('.desk__set a');
    const name = (text: string) => text.replaceAll(/\s+/gu, ' ');
    expect(links.map((link) => [name(link.textContent), link.getAttribute('href')])).to.deep.equal([
      ['Texte : miel ×, retirer', '/fr/lists/files?state=recevabilite&owner=me&sort=name&col-due=yes#found'],
      ['Étape : Recevabilité ×, retirer', '/fr/lists/files?q=miel&owner=me&sort=name&col-due=yes#found'],
      [
        'Responsable : Moi ×, retirer',
        '/fr/lists/files?q=miel&state=recevabilite&sort=name&col-due=yes#found',
      ],
      ['Ordre : Nom ×, retirer', '/fr/lists/files?q=miel&state=recevabilite&owner=me&col-due=yes#found'],
      ['Tout effacer', '/fr/lists/files?col-due=yes#found'],
    ]);
    expect(root.querySelector('[name=state] option[selected]')?.getAttribute('value')).to.equal('screening');
    expect(root.querySelector('[role=search] details')?.hasAttribute('open')).to.equal(false);
    expect((await page('/fr/lists/files')).querySelector('.desk__set')).to.equal(null);
  });

  it('are where the pages of what they found lead back to, to each as they narrowed them down', async () => {
    const back = async (path: string) => (await page(path)).querySelector('main p a')?.getAttribute('href');
    await page('/fr/lists/files?state=screening&sort=due');
    await page('/fr/lists/labels?q=miel', tied);
    for (const path of [`/fr/files/${file}`, `/de/files/${file}`])
      expect(await back(path)).to.equal(`${path.slice(0, 3)}/lists/files?state=screening&sort=due`);
    await (await web.browserOf(web.cast.officer)).get('/fr/lists/files?sort=elsewhere.example');
    await page('/fr/lists/labels');
    expect(await back(`/fr/files/${file}`)).to.equal('/fr/lists/labels');
  });

  it('tell a tied officer nothing, and other people nothing at all', async () => {
    const root = await page('/fr/lists/files', tied);
    expect(shown(root)).to.deep.equal([]);
    expect(root.textContent).to.include('Aucun dossier ne correspond.').and.not.include(file);
    expect(await search(file, tied)).to.deep.equal([]);
    for (const person of [web.cast.owner, web.cast.reviewers[0], web.cast.committee[1]]) {
      const { status } = await (await web.browserOf(person)).get('/fr/lists/files');
      expect(status).to.be.oneOf([403, 404]);
    }
  });

  it('are exported with the rows that were ticked alone', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const other = await web.submittedFile();
    const none = await officer.post('/fr/lists/files/act', { act: 'exportCsv' }, '/fr/lists/files');
    expect([none.status, none.text.includes('Rien n’est coché.')]).to.deep.equal([409, true]);
    const ticked = { act: 'exportCsv', 'col-due': 'yes', [`pick-files/${file}`]: 'yes' };
    const sent = await officer.post('/fr/lists/files/act', ticked, '/fr/lists/files');
    const address = `/fr/lists/files/list.csv?col-due=yes&rows=${file}`;
    expect([sent.status, sent.headers.location]).to.deep.equal([303, address]);
    const { text } = await officer.get(address);
    expect(text).to.include(file).and.not.include(other).and.not.include('Recevabilité');
    const theirs = await (await web.browserOf(tied)).get(address);
    expect([theirs.status, theirs.text.includes(file)]).to.deep.equal([200, false]);
  });
});

describe('a long list of files', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('long-lists');
  });
  after(() => web.stop());

  it('show each of many files once along the pages, in every order', async () => {
    const browser = await web.browser(await web.person('officer', 'officer'));
    const files = (await manyFiles(web.connection, 130)).filter(({ submittedAt }) => submittedAt !== null);
    // Databases of a process are used again, with what they noted of themselves.
    await web.connection.collection('migrations').deleteMany({ _id: /^rows of the desk/ as never });
    await indexDesk(web.connection);
    const all = files.map(({ id }) => id).sort();
    for (const sort of ['', '?sort=name', '?sort=since', '?sort=due']) {
      const ids: (string | undefined)[] = [];
      for (let href: string | undefined = `/fr/lists/files${sort}`; href !== undefined; ) {
        const root: ReturnType<typeof parse> = parse((await browser.get(href)).text);
        expect(root.querySelector('.lead')?.textContent).to.equal(`${all.length} dossiers.`);
        ids.push(...shown(root));
        href = root.querySelector('a[rel=next]')?.getAttribute('href');
      }
      expect(ids.sort(), sort).to.deep.equal(all);
    }
  });
});

describe('a search of a list', () => {
  const i18n = createI18n();
  const lists = deskKinds.flatMap((kind) => languages.map((language) => [kind, language] as const));
  for (const [kind, language] of lists) {
    it(`of ${kind} in ${language} takes each word before a colon, and says of each misspelt one which it was`, () => {
      const words = i18n[language];
      const vocabulary = vocabularyOf(kind, words);
      for (const op of operatorsOf(kind)) {
        const name = words.t(`desk.operators.${op}`);
        const [value] = valuesOf(op, kind, words) ?? [];
        const { asked, faults } = parseSearch(`${name}:"${value?.text ?? '1'}"`, vocabulary);
        expect([asked, faults], name).to.deep.equal([[{ op, value: value?.value ?? '1' }], []]);
        const misspelt = `${name.slice(1)}${name.slice(0, 1)}`;
        const read = parseSearch(`miel ${misspelt}:1`, vocabulary).faults;
        expect(read, misspelt).to.deep.equal([{ code: 'noOperator', piece: misspelt }]);
        const [of] = parseSearch(`${name}:"\t"`, vocabulary).faults;
        expect(of, name).to.include({ code: 'noValue', operator: op });
      }
    });
  }

  it('takes a former word that saved searches contain', () => {
    const vocabulary = vocabularyOf('files', i18n.de);
    expect(parseSearch('Honig Verspätet:ja', vocabulary)).to.deep.equal({
      asked: [
        { op: 'word', text: 'Honig' },
        { op: 'overdue', value: 'yes' },
      ],
      faults: [],
    });
  });
});
