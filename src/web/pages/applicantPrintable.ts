import type { Fault } from '../../errors.ts';
import { unprintable } from '../../register/printable.ts';

/** The fault of a name that a certificate could not print; none for any other. */
export function notPrintable(field: string, text: string): Fault[] {
  const character = unprintable(text);
  return character === null ? [] : [{ field, code: 'characterNotPrintable', params: { character } }];
}
