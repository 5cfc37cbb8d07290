import { expect } from 'chai';
import { regionOf } from '../../src/register/region.ts';

describe('the region that a postcode suggests', () => {
  it('is the canton, the district, the French side or elsewhere', () => {
    const places: [string, ReturnType<typeof regionOf>][] = [
      ['1201', 'geneva'],
      ['1227', 'geneva'],
      ['1258', 'geneva'],
      ['1290', 'geneva'],
      ['1298', 'geneva'],
      ['1180', 'nyon'],
      ['1196', 'nyon'],
      ['1260', 'nyon'],
      ['1279', 'nyon'],
      ['1295', 'nyon'],
      ['1299', 'nyon'],
      ['01210', 'genevois'],
      ['74100', 'genevois'],
      ['39220', 'elsewhere'],
      ['1003', 'elsewhere'],
      ['1110', 'elsewhere'],
      ['1259', 'elsewhere'],
      ['8001', 'elsewhere'],
    ];
    for (const [postcode, region] of places) expect(regionOf(postcode), postcode).to.equal(region);
  });

  it('is unknown where the postcode does not decide or does not exist', () => {
    for (const text of ['1188', '', '12', '120', '123456', 'GE-1227', '1227 ', 'abcd'])
      expect(regionOf(text), text).to.equal(null);
  });
});
