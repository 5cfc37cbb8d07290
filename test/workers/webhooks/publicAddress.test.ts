import { expect } from 'chai';
import { allowedAddresses } from '../../../src/boot/openWebhooks.ts';
import { isPublicAddress } from '../../../src/workers/webhooks/publicAddress.ts';

const open = ['8.8.8.8', '193.5.216.100', '2001:4860:4860::8888', '2a00:1450:400a::1'];

/** What is no public machine, by why. */
const closed: Readonly<Record<string, readonly string[]>> = {
  'this machine': ['127.0.0.1', '127.1.2.3', '0.0.0.0', '0.1.2.3', '::1', '::'],
  'a private network': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  'a link': ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fec0::1'],
  'shared by an operator (RFC 6598)': ['100.64.0.1', '100.127.255.255'],
  'many or all': ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  'kept for documents, tests and protocols': [
    ...['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1'],
    ...['192.88.99.1', '2001:db8::1', '2001:2::1', '2001:10::1', '100::1', '3fff::1'],
  ],
  'an IPv4 address in another': [
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:10.0.0.1', '64:ff9b::a00:1'],
    ...['64:ff9b:1::a00:1', '2002:a00:1::1', '2002:808:808::1', '2001:0:53aa:64c::1'],
  ],
  'given to nobody': ['4000::1', '5f00::1', 'e000::1'],
  'no address': ['', 'localhost', '999.1.1.1', '::g'],
};

describe('workers/webhooks/publicAddress', () => {
  it('lets through public machines alone', () => {
    expect(open.filter((address) => !isPublicAddress(address))).to.deep.equal([]);
    for (const [why, addresses] of Object.entries(closed))
      expect(
        addresses.filter((address) => isPublicAddress(address)),
        why,
      ).to.deep.equal([]);
  });

  it('is what production asks, and development asks for this machine as well', () => {
    const every = [...open, ...Object.values(closed).flat()];
    const allowed = (mode: 'production' | 'development') => every.filter(allowedAddresses(mode));
    expect(allowed('production')).to.deep.equal(open);
    expect(allowed('development')).to.deep.equal([...open, '127.0.0.1', '127.1.2.3', '::1']);
  });
});
