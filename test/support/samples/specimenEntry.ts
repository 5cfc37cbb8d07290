import type { Entry } from '../../../src/register/entry.ts';

/** A register row of its own: valid on the day on which test services start. */
export const specimenEntry: Entry = {
  number: 'MIE-26-00042-D',
  state: 'active',
  standing: 'clean',
  revision: 1,
  organisation: {
    id: 'ORG1',
    name: 'Boulangerie Spécimen, coopérative',
    legalForm: 'cooperative',
    commune: 'Carouge',
    region: 'grand-geneve',
    sector: 'food',
    website: 'https://www.boulangerie-specimen.example/',
  },
  offers: [
    {
      id: 'OFFER1',
      name: 'Pain au levain de blé genevois',
      type: 'food',
      sheet: 'Un pain de blé du canton, pétri et cuit à Carouge.',
      madeHere: 84,
    },
    {
      id: 'OFFER2',
      name: 'Ateliers de boulangerie pour écoles',
      type: 'service',
      sheet: 'Une demi-journée au fournil pour une classe.',
      madeHere: 100,
    },
  ],
  criteria: { scheme: 'made-in-ess', version: '1.0.0' },
  language: 'fr',
  since: '2026-10-01',
  until: '2029-09-30',
  history: [
    { state: 'issuing', on: '2026-10-01' },
    { state: 'active', on: '2026-10-02' },
  ],
  scores: [
    { theme: 'FIN', score: 82 },
    { theme: 'LUC', score: 88.4 },
    { theme: 'GOU', score: 74 },
    { theme: 'TRA', score: 66 },
    { theme: 'TRV', score: 71 },
    { theme: 'ENV', score: 58 },
    { theme: 'COO', score: 92 },
  ],
  acceptsLeman: true,
  files: [],
  specimen: true,
  changedAt: '2026-10-02T08:00:00.000Z',
};
