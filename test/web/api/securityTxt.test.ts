import { expect } from 'chai';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('/.well-known/security.txt', () => {
  let web: TestWeb;
  before(async () => {
    const securityContact = {
      contact: 'mailto:security@label.example',
      policy: 'https://label.example/security',
    };
    web = await testWeb('security-txt', { securityContact });
  });
  after(() => web.stop());

  it('names the contact, the languages and an expiry within a year (RFC 9116)', async () => {
    const answer = await (await web.browser()).get('/.well-known/security.txt');
    expect(answer.status).to.equal(200);
    expect(answer.headers['content-type']).to.equal('text/plain; charset=utf-8');
    expect(answer.text.split('\n')).to.deep.equal([
      'Contact: mailto:security@label.example',
      'Expires: 2027-05-01T00:00:00Z',
      'Preferred-Languages: fr, de, it, en',
      'Canonical: http://label.example/.well-known/security.txt',
      'Policy: https://label.example/security',
      '',
    ]);
  });

  it('is not found without a contact', async () => {
    const nobody = await testWeb('security-txt-nobody');
    try {
      expect((await (await nobody.browser()).get('/.well-known/security.txt')).status).to.equal(404);
    } finally {
      await nobody.stop();
    }
  });
});
