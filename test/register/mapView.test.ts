import { expect } from 'chai';
import {
  boxAround,
  boxText,
  groupsIn,
  isClosest,
  mapSize,
  readBox,
  viewOf,
  wholeMap,
} from '../../src/register/places/mapView.ts';
import { findPlace } from '../../src/register/places/places.ts';

const counted = (...typed: readonly string[]) =>
  typed.flatMap((text, i) => {
    const place = findPlace(text);
    return place ? [{ place, count: typed.length - i }] : [];
  });

describe('the map of the register', () => {
  it('shows a part that is asked for in degrees, and refuses what is none', () => {
    expect(readBox('6.05,46.14,6.25,46.26')).to.deep.equal({
      west: 6.05,
      south: 46.14,
      east: 6.25,
      north: 46.26,
    });
    for (const none of [
      'NaN,46,6.2,46.3',
      'Infinity,46,6.2,46.3',
      '6.25,46.14,6.05,46.26',
      '6.05,46.26,6.25,46.14',
      '6.05,46.14,6.05,46.26',
      '8,47,9,48',
      '6,46,6.2',
      '6,46,6.2,46.3,0',
      '1e1,46,6.2,46.3',
      '6.05, 46.14,6.25,46.26',
      `6.05,46.14,6.25,${'4'.repeat(400)}`,
      ',,,',
      '',
    ]) {
      expect(readBox(none), none).to.equal(null);
    }
  });

  it('stays on what is drawn, however much or little is asked for', () => {
    const whole = { x: 0, y: 0, ...mapSize };
    expect(viewOf(wholeMap)).to.deep.equal(whole);
    const huge = readBox('-180,-90,180,90');
    expect(huge && viewOf(huge)).to.deep.equal(whole);
    for (const box of ['5.71,45.94,5.73,45.96', '6.719,46.559,6.9,46.9', '6.14,46.2,6.140001,46.200001']) {
      const part = readBox(box);
      const view = viewOf(part ?? wholeMap);
      expect(isClosest(view), box).to.equal(box.startsWith('6.14') || box.startsWith('5.71'));
      expect(view.x, box).to.be.within(0, mapSize.width - view.width);
      expect(view.y, box).to.be.within(0, mapSize.height - view.height);
    }
  });

  it('groups places that are near to each other, until it is close enough to part them', () => {
    const counts = counted('1204', '1205', '1260', '74100', '1950');
    const all = viewOf(wholeMap);
    const groups = groupsIn(all, counts);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).to.equal(5 + 4 + 3 + 2);
    let [group] = groups.filter(({ places }) => places.length > 1);
    expect(group?.places[0]?.place.postcode).to.equal('1204');
    let view = all;
    for (let steps = 0; group && group.places.length > 1 && steps < 10; steps += 1) {
      const closer = readBox(boxText(boxAround(group.places, view.width / 2)));
      const next = viewOf(closer ?? wholeMap);
      expect(next.width).to.be.at.most(view.width / 2 + 1);
      view = next;
      group = groupsIn(view, counts).find(({ places }) =>
        places.some(({ place }) => place.postcode === '1204'),
      );
    }
    expect(group?.places).to.have.length(1);
    expect(boxAround([], 100)).to.equal(wholeMap);
  });
});
