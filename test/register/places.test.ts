import { expect } from 'chai';
import {
  distances,
  kilometresBetween,
  nearestPlace,
  placesWithin,
  wayOf,
} from '../../src/register/places/distance.ts';
import { findPlace, keyOfPlace, placeAt, places, placeText } from '../../src/register/places/places.ts';

const textOf = (typed: string) => {
  const place = findPlace(typed);
  return place && placeText(place);
};

describe('the places of the region', () => {
  it('are each in the region and have a key of their own', () => {
    expect(new Set(places.map(keyOfPlace)).size).to.equal(places.length);
    for (const { postcode, name, latitude, longitude } of places) {
      expect(postcode, name).to.match(/^([12]\d{3}|\d{5})$/);
      expect(latitude, name).to.be.within(45.5, 47.1);
      expect(longitude, name).to.be.within(4.6, 7.3);
    }
  });

  it('are found by postcode, name or both, as people write them', () => {
    for (const typed of ['1204', '1204 Genève', 'CH-1204 geneve', ' 1204  GENEVE ']) {
      expect(textOf(typed), typed).to.equal('1204 Genève');
    }
    expect(textOf('carouge')).to.equal('1227 Carouge');
    expect(textOf('Lancy')).to.equal('1212 Grand-Lancy');
    expect(textOf('74100')).to.equal('74100 Annemasse');
    expect(textOf('F-74100 Ambilly')).to.equal('74100 Ambilly');
    for (const typed of ['', '1', '9999', 'Atlantis', '1204567', '__proto__']) {
      expect(textOf(typed), typed).to.equal(null);
    }
  });

  it('say where an organisation is, by its postcode where its commune has no such one', () => {
    expect(placeAt({ postcode: '1213', commune: 'Onex' })?.name).to.equal('Onex');
    expect(placeAt({ postcode: '1212', commune: 'Lancy' })?.name).to.equal('Grand-Lancy');
    expect(placeAt({ commune: 'Genève' })?.postcode).to.equal('1201');
    expect(placeAt({ postcode: '8000', commune: 'Zürich' })).to.equal(null);
  });

  it('lie as far apart as on a map, and never so many around one that the index is entered too often', () => {
    const [old, carouge] = [findPlace('1204'), findPlace('1227')];
    expect(old && carouge && kilometresBetween(old, carouge)).to.be.closeTo(2.5, 0.1);
    // The database enters an index at most 200 times in the order of an answer (internalQueryMaxScansToExplode).
    const most = Math.max(
      ...places
        .filter((_, i) => i % 10 === 0)
        .map((place) => placesWithin(place, Number(distances.at(-1))).length),
    );
    expect(most).to.be.within(50, 150);
    expect(nearestPlace({ latitude: 46.19, longitude: 6.24 })?.name).to.equal('Annemasse');
    expect(nearestPlace({ latitude: 0, longitude: 0 })).to.equal(null);
  });

  it('are so many minutes away on foot or by bike', () => {
    expect([0.1, 1, 2, 5, 10].map(wayOf)).to.deep.equal([
      { by: 'foot', minutes: 5 },
      { by: 'foot', minutes: 15 },
      { by: 'foot', minutes: 30 },
      { by: 'bike', minutes: 25 },
      { by: 'bike', minutes: 50 },
    ]);
  });
});
