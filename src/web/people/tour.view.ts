import type { Entry } from '../../register/entry.ts';

/** The steps of the tour in their order: whose eyes it looks through, nobody's for a visitor, and at which page. */
const tour = [
  { name: 'applicant', person: 'draft@specimen.example', picture: 'pencil', path: '/my' },
  { name: 'reviewer', person: 'reviewer-1@specimen.example', picture: 'magnifier', path: '/review' },
  { name: 'committee', person: 'chair@specimen.example', picture: 'table', path: '/committee' },
  { name: 'label', person: '', picture: 'shield', path: '/register' },
  { name: 'verify', person: '', picture: 'scan', path: '/verify' },
  { name: 'files', person: 'officer@specimen.example', picture: 'calendar', path: '/lists/files?sort=due' },
] as const;

export type TourStep = ReturnType<typeof tourSteps>[number];

/** The same with the newest label as the one that is looked at. */
export function tourSteps([newest]: readonly Pick<Entry, 'number'>[]) {
  const label = newest ? `/labels/${newest.number}` : '/register';
  return tour.map((step) => (step.name === 'label' ? { ...step, path: label } : step));
}
