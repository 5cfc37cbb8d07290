import { problemAnswer } from '../../schemas/problem.ts';
import type { Bodies } from './operation.ts';

type Answers = Readonly<Record<number, Bodies>>;

/** In the words of who asks: where people come too, a page for those who want one. */
const told = { 'application/problem+json': problemAnswer };
const toldOrShown = { ...told, 'text/html': null };
const drawn = { 'image/svg+xml': null };
const painted = { 'image/png': null };

/** A head that is too long for any question is refused before it is read, without a word. */
const failing = (bodies: Bodies, statuses: readonly number[]): Answers => ({
  ...Object.fromEntries(statuses.map((status) => [status, bodies])),
  431: {},
});

/** What may be wrong with a question to any address: it cannot be read, too many came, the register is out of reach. */
const always = [400, 429, 503];

/** Failures of an address that only programs ask. */
export const failures = (...also: readonly number[]): Answers => failing(told, [...always, ...also]);
/** Failures of an address that people open too. */
export const shownFailures = (...also: readonly number[]): Answers =>
  failing(toldOrShown, [...always, ...also]);
/** Failures of a picture, which are pictures. */
export const drawnFailures = (format: 'svg' | 'png' | 'webp'): Answers =>
  failing(format === 'svg' ? drawn : painted, [...always, 404, 422]);

/** The answer itself, or that nothing has changed for whoever has it. */
export const answered = (bodies: Bodies): Answers => ({ 200: bodies, 304: {} });
