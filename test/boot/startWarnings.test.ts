import { expect } from 'chai';
import { startWarnings } from '../../src/boot/startWarnings.ts';
import { readConfig } from '../../src/config.ts';

const quiet = {
  mode: 'production',
  clamav: { host: 'scanner', port: 3310 },
  oidc: null,
  requireStrongSignIn: true,
  timestampUrl: 'https://time.chambre.ch',
  misspelt: [],
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
    [
      'seals that do not last',
      { timestampUrl: undefined },
      /^No time-stamping authority .* TIMESTAMP_URL\.$/,
    ],
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

  it('names a variable that was meant to be a setting, in development as well', () => {
    const environment = {
      ...{
        TIMESTAMP_ULR: 'x',
        LOG_WITNESES: 'x',
        OIDC_CLIENTID: 'x',
        SEAL_PASSWROD_FILE: 'x',
        SESSION_SECRETS: 'x',
      },
      ...{ HOSTNAME: 'x', LOGNAME: 'x', MONGODB_DATABASE: 'x', npm_config_cache: 'x', MAIL: 'x', PROT: 'x' },
    };
    const meant = readConfig(environment).misspelt.map((line) =>
      line.replace(/ is no.* is (\w+) meant.$/, ' $1'),
    );
    expect(meant).to.deep.equal([
      'TIMESTAMP_ULR TIMESTAMP_URL',
      'LOG_WITNESES LOG_WITNESSES',
      'OIDC_CLIENTID OIDC_CLIENT_ID',
      'SEAL_PASSWROD_FILE SEAL_PASSWORD_FILE',
      'SESSION_SECRETS SESSION_SECRET',
    ]);
    const told = { ...quiet, misspelt: ['X is no setting'] };
    for (const mode of ['production', 'development'] as const)
      expect(startWarnings({ ...told, mode })).to.deep.equal(['X is no setting']);
  });
});
