import { expect } from 'chai';
import { startWarnings } from '../../src/boot/startWarnings.ts';

const quiet = {
  mode: 'production',
  clamav: { host: 'scanner', port: 3310 },
  oidc: null,
  requireStrongSignIn: true,
  timestampUrl: 'https://time.chambre.ch',
  witnesses: [{ url: 'https://witness.chambre.ch', vkey: 'witness.chambre.ch+00000000+A' }],
  mongodbUri: 'mongodb://one.chambre.ch,two.chambre.ch:27018/label?replicaSet=rs0&tls=true',
} as const;
const provider = { issuer: 'https://accounts.chambre.ch', clientId: 'label', clientSecret: 'x', name: 'C' };
const inClear = /^What goes to the database [^\n]* tls=true to MONGODB_URI\.$/;
const weak = { ...provider, strong: { acr: [], amr: [] } };

describe('start warnings', () => {
  const rows = [
    ['nothing, where all is set', {}, /^$/],
    ['files that are not scanned', { clamav: null }, /^No virus scanner .* CLAMAV_HOST[^\n]*$/],
    ['a provider that nobody is strong by', { oidc: weak }, /^Roles of staff .* OIDC_STRONG_ACR[^\n]*$/],
    ['not of a strong provider', { oidc: { ...provider, strong: { acr: ['phr'], amr: [] } } }, /^$/],
    ['not of a provider where nobody has to be strong', { oidc: weak, requireStrongSignIn: false }, /^$/],
    ['seals that do not last', { timestampUrl: undefined }, /^No authority of time .* TIMESTAMP_URL\.$/],
    ['a log that nobody sees', { witnesses: [] }, /^No witness .* LOG_WITNESSES\.$/],
    ['its own database', { mongodbUri: undefined }, /^The embedded database .* MONGODB_URI[^\n]*$/],
    ['a database beyond this machine in clear', { mongodbUri: 'mongodb://one.chambre.ch' }, inClear],
    [
      'one of several such',
      { mongodbUri: 'mongodb://u:p@localhost:1,one.chambre.ch/?replicaSet=a' },
      inClear,
    ],
    ['one that says so', { mongodbUri: 'mongodb+srv://label.chambre.ch/?tls=false' }, inClear],
    ['not of an encrypted one', { mongodbUri: 'mongodb+srv://u:p@label.chambre.ch/label' }, /^$/],
    ['not of one by the older name', { mongodbUri: 'mongodb://one.chambre.ch/?ssl=true' }, /^$/],
    ['not of one on this machine', { mongodbUri: 'mongodb://127.0.0.1:27017,[::1]:27018/label' }, /^$/],
    [
      'all of it together',
      { clamav: null, oidc: weak, mongodbUri: undefined, timestampUrl: undefined },
      /^No .*\nRoles .*\nNo .*\nThe [^\n]*$/,
    ],
  ] as const;
  for (const [title, also, text] of rows) {
    it(`production warns of ${title}; development does not`, () => {
      expect(startWarnings({ ...quiet, ...also }).join('\n')).to.match(text);
      expect(startWarnings({ ...quiet, ...also, mode: 'development' })).to.deep.equal([]);
    });
  }
});
