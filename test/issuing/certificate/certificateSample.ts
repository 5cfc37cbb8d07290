import type { CertificatePaper, ThemeScore } from '../../../src/commands/items/papers.ts';

/** A certificate of two offers, changed as a test needs it. */
export function sample(change: Partial<CertificatePaper> = {}): CertificatePaper {
  return {
    number: 'MIE-26-00042-D',
    organisation: 'Boulangerie Spécimen, coopérative',
    offers: ['Pain au levain de blé genevois', 'Ateliers de boulangerie pour écoles'],
    since: '2026-11-01',
    until: '2029-10-31',
    standing: 'clean',
    revision: 1,
    scores: null,
    criteriaVersion: '1.0.0',
    place: 'Genève',
    issuedOn: '2026-11-24',
    address: 'https://label.example/labels/MIE-26-00042-D',
    language: 'fr',
    specimen: true,
    createdAt: '2026-11-24T09:00:00.000Z',
    ...change,
  };
}

/** More than a first page holds. */
export const manyOffers = Array.from(
  { length: 30 },
  (_, i) => `Offre spécimen n° ${i + 1}, livrée dans les communes voisines`,
);

/** The points of as many themes as the criteria have at most. */
export const themeScores: readonly ThemeScore[] = [
  { theme: 'utility', name: 'Utile à toutes et tous', score: 82 },
  { theme: 'profit', name: 'Le profit n’est pas le but', score: 74.4 },
  { theme: 'democracy', name: 'Autonomes, et décider ensemble', score: 91 },
  { theme: 'transparency', name: 'Transparence', score: 66 },
  { theme: 'work', name: 'Bien travailler', score: 100 },
  { theme: 'environment', name: 'Respect du vivant', score: 0 },
  { theme: 'exchange', name: 'Acheter et agir entre nous, ici', score: 70 },
  { theme: 'offer', name: 'L’offre : faite ici, dite clairement', score: 95 },
];
