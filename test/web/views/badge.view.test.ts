import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { entryBadge } from '../../../src/issuing/badge/entryBadge.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { validityToday } from '../../../src/register/validity.ts';
import { badgeAlt } from '../../../src/web/views/badge.view.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const i18n = createI18n();
const states = [
  'active',
  'extended',
  'suspended',
  'expired',
  'withdrawn',
  'terminated',
  'superseded',
] as const;
/** Days that a language writes in its own way are among those that a status names. */
const entries: readonly Entry[] = [true, false].flatMap((specimen) =>
  states.map((state) => ({
    ...specimenEntry,
    specimen,
    state,
    until: '2029-10-01',
    history: [...specimenEntry.history, { state, on: '2028-03-01' }],
  })),
);

describe('the alternative text of a badge on a page', () => {
  for (const language of languages) {
    it(`equals the title of the drawing, for every status, in ${language}`, () => {
      for (const entry of entries) {
        const status = validityToday(entry, '2028-11-24');
        const drawn = entryBadge(entry, status, 'standard', language, 'https://label.example');
        const [, title = ''] = /<title>([^<]*)<\/title>/.exec(drawn) ?? [];
        const said = title.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
        expect(badgeAlt({ entry, status }, i18n[language]), entry.state).to.equal(said);
      }
    });
  }
});
