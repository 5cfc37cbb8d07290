import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { type Directory, openDirectory, schemas, scimToken } from '../../../support/scim/directory.ts';
import { type TestWeb, testWeb } from '../../../support/web.ts';

describe('directories that are in use', () => {
  let web: TestWeb;
  let directory: Directory;
  before(async () => {
    web = await testWeb('scim-directories', { scimToken });
    directory = openDirectory(web.server);
    await web.person('administrator', 'administrator');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'failures of ours').to.deep.equal([]));

  const stored = async (id: string) => requireVisible(await web.deps.store.person(id));

  // https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups
  it('are served as Entra ID asks: it tries the connection, matches, creates, renames, disables in its own way and deletes', async () => {
    const tried = await directory.find('userName eq "2b8f1b4a-nobody"');
    expect(tried).to.deep.equal([]);
    const officer = await web.person('matched', 'officer');
    const [matched] = await directory.find(`userName eq "${officer.email.toUpperCase()}"`);
    expect(matched).to.include({ id: officer.id, active: true });
    const linked = await directory.patch(officer.id, { op: 'Add', path: 'externalId', value: 'matched' });
    expect(linked.body.externalId).to.equal('matched');

    const created = await directory.ask('post', '/Users', {
      schemas: [schemas.user, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
      externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
      userName: 'Nina.Specimen@chamber.example',
      active: true,
      emails: [{ primary: true, type: 'work', value: 'Nina.Specimen@chamber.example' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Nina Spécimen', familyName: 'Spécimen', givenName: 'Nina' },
      preferredLanguage: 'de-CH',
      roles: [],
    });
    expect(created.status).to.equal(201);
    expect(created.headers.location).to.equal(`http://label.example/scim/v2/Users/${created.body.id}`);
    expect(created.body).to.deep.include({
      userName: 'nina.specimen@chamber.example',
      displayName: 'Nina Spécimen',
      preferredLanguage: 'de',
      active: true,
      emails: [{ value: 'nina.specimen@chamber.example', type: 'work', primary: true }],
    });
    const { id } = created.body;
    const renamed = await directory.patch(
      id,
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'nina.neue@chamber.example' },
      { op: 'Replace', path: 'userName', value: 'nina.neue@chamber.example' },
      { op: 'Replace', path: 'name.familyName', value: 'Neue' },
      { op: 'Replace', path: 'displayName', value: 'Nina Neue' },
    );
    expect(renamed.status).to.equal(200);
    expect(await stored(id)).to.include({ email: 'nina.neue@chamber.example', name: 'Nina Neue' });
    // Without the flag `aadOptscim062020`, booleans are words.
    const disabled = await directory.patch(id, { op: 'Replace', path: 'active', value: 'False' });
    expect(disabled.body.active).to.equal(false);
    expect(
      (await directory.patch(id, { op: 'Replace', path: 'active', value: 'True' })).body.active,
    ).to.equal(true);
    expect((await directory.ask('delete', `/Users/${id}`)).status).to.equal(204);
    expect(await stored(id)).to.include({ name: 'Nina Neue' });
  });

  // https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20
  it('are served as Okta asks: it reads a page, matches, creates, replaces as a whole, and ends without a path', async () => {
    const page = await directory.ask('get', '/Users?startIndex=1&count=2');
    expect(page.body).to.include({ startIndex: 1 });
    expect(await directory.find('userName eq "luc@chamber.example"')).to.deep.equal([]);
    const user = {
      schemas: [schemas.user],
      userName: 'luc@chamber.example',
      name: { givenName: 'Luc', familyName: 'Spécimen' },
      emails: [{ primary: true, value: 'luc@chamber.example', type: 'work' }],
      displayName: 'Luc Spécimen',
      locale: 'fr-CH',
      externalId: '00ujl29u0le5T6Aj10h7',
      groups: [],
      password: '1mz050nq',
      active: true,
    };
    const { body } = await directory.ask('post', '/Users', user);
    expect(body)
      .to.include({ externalId: user.externalId, preferredLanguage: 'fr' })
      .and.not.have.property('password');
    const put = { ...user, id: body.id, displayName: 'Luc S. Spécimen' };
    for (let i = 0; i < 2; i += 1) {
      expect((await directory.ask('put', `/Users/${body.id}`, put)).body.displayName).to.equal(
        'Luc S. Spécimen',
      );
    }
    const ended = await directory.patch(body.id, { op: 'replace', value: { active: false } });
    expect(ended.body.active).to.equal(false);
    const again = await directory.ask('put', `/Users/${body.id}`, put);
    expect(again.body).to.include({ active: true, displayName: 'Luc S. Spécimen' });
    expect((await stored(body.id)).roles).to.deep.equal([]);
  });
});
