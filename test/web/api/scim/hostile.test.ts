import { expect } from 'chai';
import { type Directory, openDirectory, schemas, scimToken } from '../../../support/scim/directory.ts';
import { type TestWeb, testWeb } from '../../../support/web.ts';

describe('hostile requests to the directory of the staff', () => {
  let web: TestWeb;
  let directory: Directory;
  let id: string;
  before(async () => {
    web = await testWeb('scim-hostile', { scimToken });
    directory = openDirectory(web.server);
    id = await directory.create('target@chamber.example', { displayName: 'Spécimen' });
  });
  after(() => web.stop());
  afterEach(() => {
    expect(web.logged, 'failures of ours').to.deep.equal([]);
    expect(Object.keys(Object.prototype), 'what every object has').to.deep.equal([]);
    expect('polluted' in {}).to.equal(false);
  });

  const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) });
  const user = (also: object) => ({ schemas: [schemas.user], userName: 'new@chamber.example', ...also });
  const patch = (...Operations: unknown[]) => ({ schemas: [schemas.patch], Operations });
  const replace = (path: string, value: unknown) => patch({ op: 'replace', path, value });

  /** Bodies that create nobody, with how each is refused. */
  const creations: readonly (readonly [string, object | string, string])[] = [
    ['nothing', '', '400 invalidValue'],
    ['no JSON', '{', '400 invalidSyntax'],
    ['a list', [], '400 invalidSyntax'],
    ['a list of users', [user({})], '400 invalidSyntax'],
    ['no name', { schemas: [schemas.user] }, '400 invalidValue'],
    ['a name that is no address', user({ userName: 'nina' }), '400 invalidValue'],
    ['two addresses', user({ userName: 'a@b.example,c@d.example' }), '400 invalidValue'],
    [
      'a letter’s header in an address',
      user({ userName: 'a@b.example\r\nBcc: c@d.example' }),
      '400 invalidValue',
    ],
    ['look-alikes in an address', user({ userName: 'nınа@chamber.example' }), '400 invalidValue'],
    ['an object as a name', user({ userName: { $gt: '' } }), '400 invalidValue'],
    ['a list as a name', user({ userName: ['a@b.example'] }), '400 invalidValue'],
    ['another schema', { ...user({}), schemas: ['urn:other'] }, '400 invalidSyntax'],
    ['an operator as an external id', user({ externalId: { $ne: null } }), '400 invalidValue'],
    ['a long external id', user({ externalId: 'x'.repeat(201) }), '400 invalidValue'],
    ['a long name', user({ displayName: 'x'.repeat(121) }), '400 invalidValue'],
    ['an address in a name', user({ displayName: 'Win at www.prize.example' }), '400 invalidValue'],
    ['a turn of direction in a name', user({ displayName: 'a\u202Eb' }), '400 invalidValue'],
    ['NUL in a name', user({ displayName: 'a\u0000b' }), '400 invalidSyntax'],
    ['half a character', `{"userName":"a@b.example","displayName":"\\ud800"}`, '400 invalidSyntax'],
    ['a word as a boolean', user({ active: 'perhaps' }), '400 invalidValue'],
    ['depth', user(deep(12)), '400 invalidSyntax'],
    ['a megabyte', user({ displayName: 'x'.repeat(1 << 20) }), '413'],
  ];
  for (const [what, body, expected] of creations) {
    it(`create nobody: ${what}`, async () => {
      const { status, body: said } = await directory.ask('post', '/Users', body);
      expect([status, said.scimType].filter(Boolean).join(' ')).to.equal(expected);
      expect(said.schemas).to.deep.equal([schemas.error]);
      expect(await directory.find('userName eq "new@chamber.example"')).to.deep.equal([]);
    });
  }

  it('create nobody by what is not sent as JSON', async () => {
    const form = `schemas=${encodeURIComponent(schemas.user)}&userName=new@chamber.example`;
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', form],
      ['text/plain', JSON.stringify(user({}))],
      ['application/xml', '<a/>'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['application/scim+json; charset=latin1', JSON.stringify(user({}))],
    ] as const) {
      for (const [method, path] of [
        ['post', '/Users'],
        ['put', `/Users/${id}`],
        ['patch', `/Users/${id}`],
      ] as const) {
        const { status, body: said } = await directory.ask(method, path, body, { 'Content-Type': type });
        expect([type, method, status, said.scimType]).to.deep.equal([type, method, 400, 'invalidSyntax']);
      }
    }
    expect(await directory.find('userName eq "new@chamber.example"')).to.deep.equal([]);
  });

  /** Patches that change nothing, with how each is refused. */
  const patches: readonly (readonly [string, unknown, string])[] = [
    ['nothing', {}, '400 invalidSyntax'],
    ['no operations', patch(), '400 invalidValue'],
    ['null as an operation', patch(null), '400 invalidSyntax'],
    ['a list as an operation', patch([]), '400 invalidSyntax'],
    ['an unknown operation', patch({ op: 'move', path: 'active', value: true }), '400 invalidSyntax'],
    ['no schema', { Operations: [{ op: 'replace', path: 'active', value: false }] }, '400 invalidSyntax'],
    ['another id', replace('id', 'other'), '400 mutability'],
    ['no address any more', patch({ op: 'remove', path: 'userName' }), '400 invalidValue'],
    ['the prototype', replace('__proto__.polluted', true), '400 invalidPath'],
    ['the constructor', replace('constructor.prototype.polluted', true), '400 invalidPath'],
    ['the prototype in a filter', replace('emails[__proto__.polluted eq "1"].value', 'x'), '400 invalidPath'],
    ['a long path', replace('a'.repeat(301), 1), '400 invalidPath'],
    ['a number as a path', patch({ op: 'replace', path: 7, value: 1 }), '400 invalidPath'],
    ['a path without an end', replace('emails[type eq "work"', 'x'), '400 invalidPath'],
    [
      'many operations',
      patch(...Array(101).fill({ op: 'replace', path: 'active', value: false })),
      '400 invalidSyntax',
    ],
    ['a word as a boolean', replace('active', 'perhaps'), '400 invalidValue'],
    ['an operator as an address', replace('userName', { $gt: '' }), '400 invalidValue'],
  ];
  for (const [what, body, expected] of patches) {
    it(`change nothing: ${what}`, async () => {
      const before = await web.deps.store.person(id);
      const { status, body: said } = await directory.ask('patch', `/Users/${id}`, body as object);
      expect([status, said.scimType].filter(Boolean).join(' ')).to.equal(expected);
      expect(await web.deps.store.person(id)).to.deep.equal(before);
    });
  }

  const filters: readonly string[] = [
    ...['userName', 'userName xx "a"', '(', 'userName eq "', ' ', '[', '"a"', 'eq "a"', '()', 'and and and'],
    ...['__proto__.polluted eq "1"', 'constructor.prototype.polluted eq "1"', 'a.__PROTO__.b eq 1'],
    ...['('.repeat(300), 'a.'.repeat(150), `a eq "${'\\"'.repeat(140)}"`, '[]'.repeat(150), 'x'.repeat(301)],
  ];
  for (const filter of filters) {
    it(`find nobody by ${filter.slice(0, 30)}`, async () => {
      const { status, body } = await directory.ask('get', `/Users?filter=${encodeURIComponent(filter)}`);
      expect([status, body.scimType]).to.deep.equal([400, 'invalidFilter']);
    });
  }

  it('answer other questions that cannot be answered in the same form', async () => {
    for (const query of [
      'count=x',
      'startIndex=1e9',
      'attributes=(((',
      'filter=a&filter=b',
      'count[$gt]=1',
    ]) {
      const { status } = await directory.ask('get', `/Users?${query}`);
      expect(status, query).to.be.oneOf([200, 400]);
    }
    for (const path of [
      '/Users/..%2fUsers',
      '/Users/%00',
      '/Users/a b',
      `/Users/${'a'.repeat(65)}`,
      '/Schemas/x',
    ])
      expect((await directory.ask('get', path)).status, path).to.be.oneOf([400, 404]);
  });
});
