import { profile } from '../../profile/profile.ts';
import { readNumber } from '../../register/number.ts';

const printed = new RegExp(`${profile.prefix}-\\d{2}-\\d{5,9}-[0-9A-Z](?![0-9A-Z])`, 'g');
/** More than one means that a text speaks of labels rather than for one. */
const max = 10;

/** The numbers of labels in a text as they are printed, each once; those that their check character contradicts are none. */
export function readNumbers(text: string): string[] {
  const found = text.match(printed) ?? [];
  const numbers = new Set(found.filter((one) => readNumber(one).kind === 'number'));
  return [...numbers].slice(0, max);
}
