import { problemAnswer } from '../../schemas/problem.ts';
import type { Bodies } from './operation.ts';

type Answers = Readonly<Record<number, Bodies>>;

/** In the language of the client: where people come too, a page for those who want one. */
const problems = { 'application/problem+json': problemAnswer };
const problemsOrPage = { ...problems, 'text/html': null };
const svg = { 'image/svg+xml': null };
const png = { 'image/png': null };

/** A head that is too long for any request is refused before it is read, with an empty body. */
const failing = (bodies: Bodies, statuses: readonly number[]): Answers => ({
  ...Object.fromEntries(statuses.map((status) => [status, bodies])),
  431: {},
});

/** What may fail at any address: the request cannot be read, too many came, the register is out of reach. */
const always = [400, 429, 503];

/** Failures of an address that only programs ask: a key that does not count, or does not allow it, is one of them. */
export const failures = (...also: readonly number[]): Answers =>
  failing(problems, [...always, 401, 403, ...also]);
/** Failures of an address that people open too. */
export const shownFailures = (...also: readonly number[]): Answers =>
  failing(problemsOrPage, [...always, ...also]);
/** Failures of a picture, which are pictures. */
export const drawnFailures = (format: 'svg' | 'png' | 'webp'): Answers =>
  failing(format === 'svg' ? svg : png, [...always, 404, 422]);

/** The answer itself, or that nothing has changed for whoever has it. */
export const answered = (bodies: Bodies): Answers => ({ 200: bodies, 304: {} });
/** A page or a text leads on to another address. */
export const redirected: Answers = { 302: { 'text/html': null, 'text/plain': null } };
