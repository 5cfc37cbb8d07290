import { type Fault, fault, LabelError } from '../../errors.ts';
import { addressInName } from '../../register/addressInName.ts';
import { unprintable } from '../../register/printable.ts';

/** The fault of a name that a certificate could not print; none for any other. */
export function printFaults(field: string, name: string): Fault[] {
  const character = unprintable(name);
  return character === null ? [] : [fault(field, 'characterNotPrintable', { character })];
}

/** Refuses such a name as `invalid`: it would be accepted today and stop the certificate later. */
export function requirePrintable(field: string, name: string): void {
  const faults = printFaults(field, name);
  if (faults.length > 0) throw new LabelError('invalid', { faults });
}

/**
 * What keeps a text from being the name of a person or an organisation: a certificate could not print it, or it holds an
 * address, which would stand as a link in the subject of a letter of ours to somebody whom a stranger chose.
 */
export function nameFaults(field: string, name: string): Fault[] {
  const address = addressInName(name);
  return [
    ...printFaults(field, name),
    ...(address === null ? [] : [fault(field, 'addressInName', { address })]),
  ];
}

/** Refuses such a name as `invalid`. */
export function requireName(field: string, name: string): void {
  const faults = nameFaults(field, name);
  if (faults.length > 0) throw new LabelError('invalid', { faults });
}
