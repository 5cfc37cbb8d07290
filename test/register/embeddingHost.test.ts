import { expect } from 'chai';
import { embeddingHost } from '../../src/register/embeddingHost.ts';

const host = (address: string) => embeddingHost(address, 'label.example');

describe('the host of a page that embeds', () => {
  it('is its lower-case name, without port and path', () => {
    const addresses = {
      'https://shop.example/': 'shop.example',
      'http://shop.example': 'shop.example',
      'HTTPS://WWW.Shop.Example:8443/panier?secret=1#x': 'www.shop.example',
      'https://shop.example.': 'shop.example',
      'https://shop.example?x': 'shop.example',
      'https://my_shop.host-1.example/': 'my_shop.host-1.example',
      'https://xn--spcimen-8ya.example/': 'xn--spcimen-8ya.example',
      'https://xn--i-7iq.ws/': 'xn--i-7iq.ws',
      'https://sub.label.example/': 'sub.label.example',
    };
    expect(Object.fromEntries(Object.keys(addresses).map((one) => [one, host(one)]))).to.deep.equal(
      addresses,
    );
  });

  it('is empty for our own pages and for whatever is no web site', () => {
    const none = [
      'https://label.example/fr',
      'http://LABEL.example:8080/',
      '',
      'https://',
      'https:///shop.example',
      '//shop.example/',
      'shop.example',
      'javascript:alert(1)//shop.example/',
      'javascript://shop.example/%0aalert(1)',
      'data:text/html,https://shop.example/',
      'file:///etc/passwd',
      'ftp://shop.example/',
      'android-app://com.example/',
      'https://name:secret@shop.example/',
      'https://name@shop.example/',
      'https://shop.example@evil.example/',
      'https://192.0.2.1/',
      'https://3221225985/',
      'https://0x7f.1/',
      'https://[2001:db8::1]/',
      'https://localhost:3000/',
      'https://intranet/',
      'https://shop..example/',
      'https://.example/',
      'https://shop.example:port/',
      'https://shop.example:123456/',
      'https://$where.example/',
      'https://shop.example\\evil/',
      'https://shop.example\n/',
      'https://shop .example/',
      ' https://shop.example/',
      'https://<script>.example/',
      'https://😀.example/',
      'https://ð\u009f\u0098\u0080.example/',
      'https://spécimen.example/',
      'https://shop%2eexample/',
    ];
    for (const address of none) expect(host(address), address).to.equal(null);
  });

  it('has at most a hundred characters', () => {
    const long = (n: number) => `${'a.'.repeat((n - 8) / 2)}.example`.replace('..', '.').padStart(n, 'a');
    expect(host(`https://${long(100)}:65535/${'p'.repeat(10_000)}`)).to.equal(long(100));
    expect(host(`https://${long(101)}/`)).to.equal(null);
    for (const part of ['a', 'a.', '.', ':', '@', '/', '%']) {
      expect(host(`https://${part.repeat(10_000)}.example/`), part).to.equal(null);
    }
  });
});
