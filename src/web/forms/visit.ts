import { choice, day, line, lines, revision } from './fields.ts';

/** Fields of the form in which a visit or a call is recorded. */
export const visitFields = {
  revision,
  kind: choice(['visit', 'call']),
  on: day,
  people: line(300),
  notes: lines(4000),
};
