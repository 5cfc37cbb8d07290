import { X509Certificate } from 'node:crypto';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { registerKeys } from '../../../src/commands/label/keys.ts';
import { trustBundle } from '../../../src/commands/verify/trustBundle.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { isWholeRoot, shownRootDigest, trustRoot } from '../../../src/register/trust/trustRoot.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('what files are checked by without us', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('keys', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    await registerKeys(web.deps);
  });
  after(() => web.stop());

  const addresses = async (): Promise<string[]> => {
    const page = parse((await visitor.get('/fr/verify/keys')).text);
    return page.querySelectorAll('a[download]').map((link) => link.getAttribute('href') ?? '');
  };
  /** A certificate as it is downloaded. */
  const certificate = async (address: string): Promise<X509Certificate> => {
    const { body, headers } = await visitor.get(address).responseType('arraybuffer');
    expect(headers['content-type']).to.equal('application/pkix-cert');
    return new X509Certificate(body);
  };

  it('shows the digest of the root that is served, in every language', async () => {
    const { text, headers } = await visitor.get('/api/v1/trust-root');
    const root = trustRoot.parse(JSON.parse(text));
    expect(isWholeRoot(root)).to.equal(true);
    expect(headers['access-control-allow-origin']).to.equal('*');
    for (const language of languages) {
      const page = parse((await visitor.get(`/${language}/verify/keys`)).text);
      expect(page.querySelectorAll('.code').map((one) => one.text)).to.include(shownRootDigest(root));
      expect(page.text).to.include('Acrobat').and.to.include('did:web:label.example');
    }
  });

  it('gives the certificate of the seal and its root, as programs import them', async () => {
    const [seal, root, ...others] = await Promise.all((await addresses()).map(certificate));
    const { anchor, anchorIssuers } = await web.deps.issuing.keys();
    expect([seal, root].map(String)).to.deep.equal(
      [anchor, ...anchorIssuers].map((pem) => String(new X509Certificate(pem))),
    );
    expect([root?.subject, others]).to.deep.equal([root?.issuer, []]);
    for (const path of ['/seals/none.cer', '/seals/__proto__', `/seals/${'0'.repeat(64)}.cer`])
      expect((await visitor.get(path)).status).to.equal(404);
  });

  it('has the same certificates in the issuer’s document and in the bundle', async () => {
    const { anchor, anchorIssuers } = await web.deps.issuing.keys();
    const { body: document } = await visitor.get('/.well-known/did.json');
    const methods = document.verificationMethod.filter(({ id }: { id: string }) => id.includes('#seal-'));
    const expected = [anchor, ...anchorIssuers].map((pem) => new X509Certificate(pem).raw.toString('base64'));
    expect(
      methods.map(({ publicKeyJwk }: { publicKeyJwk: { x5c: string[] } }) => publicKeyJwk.x5c),
    ).to.deep.equal([expected]);
    expect(document.assertionMethod.join()).to.not.include('#seal-');
    for await (const line of trustBundle(web.deps)) {
      const head = JSON.parse(String(line));
      expect([head.anchors, head.anchorIssuers]).to.deep.equal([[anchor], anchorIssuers]);
      break;
    }
  });

  it('says that there is no root where none is published, and no seal where nothing was sealed', async () => {
    const { deps } = web;
    const issuing = { ...deps.issuing, specimenRoot: async () => null };
    const empty = await testWeb('keys-none', { publicUrl: 'https://other.example', issuing });
    try {
      const browser = await empty.browser();
      const { text } = await browser.get('/fr/verify/keys');
      expect(text)
        .to.include('Aucune racine n’est encore publiée')
        .and.to.include('Rien n’a encore été scellé');
      expect((await browser.get('/api/v1/trust-root')).status).to.equal(404);
      expect((await browser.get('/api/v1/trust-bundle')).status).to.equal(503);
    } finally {
      await empty.stop();
    }
  });
});
