import { expect } from 'chai';
import { mayJoin, type Place, placeOf, teamOf } from '../../src/assignment/pair.ts';

const rule = { peers: 1, others: 1, size: 2 };

describe('the team of a file', () => {
  it('takes a peer of another field, a user and an independent person', () => {
    expect(placeOf({ seat: 'peer', sector: 'culture' }, 'food')).to.equal('peer');
    expect(placeOf({ seat: 'peer', sector: 'food' }, 'food')).to.equal(null);
    expect(placeOf({ seat: 'peer', sector: 'food' }, null), 'an applicant without field').to.equal('peer');
    expect(placeOf({ seat: 'user', sector: null }, 'food')).to.equal('other');
    expect(placeOf({ seat: 'independent', sector: null }, 'food')).to.equal('other');
    expect(placeOf({ seat: null, sector: null }, null)).to.equal(null);
  });

  it('leaves a place open when someone was invited but has not answered', () => {
    expect(mayJoin('peer', [], rule)).to.equal(true);
    expect(mayJoin('other', ['peer'], rule)).to.equal(true);
    expect(mayJoin('peer', ['peer'], rule)).to.equal(false);
    expect(mayJoin('other', ['other'], rule)).to.equal(false);
    expect(mayJoin(null, [], rule), 'a peer of the same field takes a place for nothing').to.equal(false);
    expect(mayJoin('peer', ['peer'], { ...rule, size: 3 })).to.equal(true);
    expect(mayJoin(null, ['peer'], { ...rule, size: 3 })).to.equal(true);
    expect(mayJoin('other', ['peer', 'other'], rule), 'full').to.equal(false);
  });

  it('prefers delivered reviews, then pending invitations, then a substitute where a place is free', () => {
    const member = (id: string, place: Place, also = {}) => ({
      ...{ id, place, delivered: false, substitute: false },
      ...also,
    });
    const ids = (members: readonly { id: string }[]) => members.map(({ id }) => id).join('');
    const spare = member('s', 'other', { substitute: true });
    const done = member('d', 'peer', { delivered: true });
    const both = teamOf([spare, member('a', 'peer'), member('b', 'other')], rule);
    expect([ids(both.team), ids(both.waiting)]).to.deep.equal(['ab', 's']);
    const one = teamOf([spare, member('a', 'peer')], rule);
    expect([ids(one.team), ids(one.waiting)]).to.deep.equal(['sa', '']);
    const wrong = teamOf([spare, member('b', 'other')], rule);
    expect([ids(wrong.team), ids(wrong.waiting)]).to.deep.equal(['b', 's']);
    const kept = teamOf([member('a', 'peer'), done, spare], rule);
    expect([ids(kept.team), ids(kept.waiting)]).to.deep.equal(['ds', 'a']);
  });
});
