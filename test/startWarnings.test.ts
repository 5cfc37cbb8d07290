import { expect } from 'chai';
import { startWarnings } from '../src/startWarnings.ts';

const quiet = {
  mode: 'production',
  clamav: { host: 'scanner', port: 3310 },
  oidc: null,
  requireStrongSignIn: true,
  mongodbUri: 'mongodb://one.chambre.ch',
} as const;
const provider = { issuer: 'https://accounts.chambre.ch', clientId: 'label', clientSecret: 'x', name: 'C' };
const weak = { ...provider, strong: { acr: [], amr: [] } };

describe('warnings of the start', () => {
  const rows = [
    ['nothing, where all is set', {}, /^$/],
    ['files that are not scanned', { clamav: null }, /^No virus scanner .* CLAMAV_HOST[^\n]*$/],
    ['a provider that nobody is strong by', { oidc: weak }, /^Roles of staff .* OIDC_STRONG_ACR[^\n]*$/],
    ['not of a strong provider', { oidc: { ...provider, strong: { acr: ['phr'], amr: [] } } }, /^$/],
    ['not of a provider where nobody has to be strong', { oidc: weak, requireStrongSignIn: false }, /^$/],
    ['its own database', { mongodbUri: undefined }, /^The embedded database .* MONGODB_URI[^\n]*$/],
    [
      'all of it together',
      { clamav: null, oidc: weak, mongodbUri: undefined },
      /^No .*\nRoles .*\nThe [^\n]*$/,
    ],
  ] as const;
  for (const [title, also, text] of rows) {
    it(`production tells of ${title}; development of nothing`, () => {
      expect(startWarnings({ ...quiet, ...also }).join('\n')).to.match(text);
      expect(startWarnings({ ...quiet, ...also, mode: 'development' })).to.deep.equal([]);
    });
  }
});
