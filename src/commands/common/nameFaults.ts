import { type Fault, fault, LabelError } from '../../errors.ts';
import { addressInName } from '../../register/addressInName.ts';
import { printFaults } from './requirePrintable.ts';

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
