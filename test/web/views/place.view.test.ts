import { expect } from 'chai';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import type { ConfirmedFact, Snapshot } from '../../../src/commands/items/items.ts';
import { rulesFor } from '../../../src/criteria/fileRules.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { staffClaims } from '../../../src/web/desk/claims.view.ts';
import { staffPlace } from '../../../src/web/views/place.view.ts';
import { readingOf } from '../../../src/web/views/reading.view.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const published = rulesFor(realScheme('1.0.0'), null);
const words = createI18n().fr;
const confirmedFact = (one: Partial<ConfirmedFact>): ConfirmedFact => ({
  offerId: '',
  fact: 'F05',
  before: 98000,
  value: 980000,
  by: 'P1',
  at: '2026-11-24T10:00:00Z',
  ...one,
});
const snapshot = {
  content: {
    assessment: {
      facts: { F04: 1198000, F05: 980000 },
      answers: [],
      offers: [
        {
          offerId: 'O1',
          facts: { O00: 'food', O01: 102, O02: 85, O04: 'yes' },
          answers: [],
          lines: [{ what: 'Farine', amount: 100, here: 85 }],
        },
      ],
    },
    offers: [{ id: 'O1', name: 'Pain', type: 'food', sheet: '' }],
    confirmed: [
      confirmedFact({ before: 1 }),
      confirmedFact({}),
      confirmedFact({ fact: 'F04', value: 5 }),
      confirmedFact({ offerId: 'O1', fact: 'O01', before: 10, value: 102 }),
    ],
  },
} as unknown as Snapshot;

describe('a criterion as reviewers see it', () => {
  const places = filePlaces({ published, snapshot });
  const reading = readingOf(published, snapshot.content.offers, words);
  const confirmed = (id: string) =>
    places
      .filter(({ criterion }) => criterion.id === id)
      .flatMap((place) => staffPlace(place, reading).figure?.confirmed ?? [])
      .map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));

  it('marks confirmed figures far from the previous ones, while they have that value', () => {
    expect(confirmed('FIN-02')).to.deep.equal([
      'Charges qui servent directement le but collectif : 98’000 avant, 980’000 maintenant. L’organisation a confirmé.',
    ]);
    expect(confirmed('OFR-01').length).to.equal(1);
  });

  it('shows the rows that an offer was computed from', () => {
    const { figures } = staffClaims(places, snapshot, reading);
    expect(figures[1]?.rows.at(-1)).to.deep.equal({ term: 'Farine', text: '100 kg, dont 85 kg ici' });
  });
});
