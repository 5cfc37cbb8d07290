import { expect } from 'chai';
import { sameOrganisation } from '../../src/register/sameOrganisation.ts';

const one = { name: 'L’Échoppe, coopérative', postcode: '1227', identifier: '' };

describe('two registrations of the same organisation', () => {
  it('have the same name and postcode, in any spelling', () => {
    for (const name of [
      'L’Échoppe, coopérative',
      'l’echoppe cooperative',
      'L Echoppe - Coopérative',
      'LÉCHOPPE COOPERATIVE',
    ])
      expect(sameOrganisation(one, { ...one, name }), name).to.equal(true);
    expect(sameOrganisation(one, { ...one, postcode: '1228' })).to.equal(false);
    expect(sameOrganisation(one, { ...one, name: 'L’Échoppe' })).to.equal(false);
  });

  it('have the same identifier, of which a SIRET names the establishment', () => {
    const other = { name: 'Autre', postcode: '1003', identifier: '' };
    const same = (a: string, b: string) =>
      sameOrganisation({ ...one, identifier: a }, { ...other, identifier: b });
    expect(same('CHE-123.456.788', 'CHE-123.456.788')).to.equal(true);
    expect(same('732 829 320', '732 829 320 00074')).to.equal(true);
    expect(same('CHE-123.456.788', 'CHE-107.787.577')).to.equal(false);
    expect(same('CHE-123.456.788', '')).to.equal(false);
    expect(same('', '')).to.equal(false);
  });
});
