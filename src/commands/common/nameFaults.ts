import { type Fault, fault, requireNoFaults } from '../../errors.ts';
import { addressInName } from '../../register/addressInName.ts';
import { unprintable } from '../../register/printable.ts';

/** The fault of a name that a certificate could not print; none for any other. */
export function printFaults(field: string, name: string): Fault[] {
  const character = unprintable(name);
  return character === null ? [] : [fault(field, 'characterNotPrintable', { character })];
}

/** Refuses such a name as `invalid`: it would be accepted today and stop the certificate later. */
export function requirePrintable(field: string, name: string): void {
  requireNoFaults(printFaults(field, name));
}

/** Why a text cannot be a name: a certificate could not print it, or it holds an address, which a letter's subject would show as a link. */
export function nameFaults(field: string, name: string): Fault[] {
  const address = addressInName(name);
  return [
    ...printFaults(field, name),
    ...(address === null ? [] : [fault(field, 'addressInName', { address })]),
  ];
}

/** Refuses such a name as `invalid`. */
export function requireName(field: string, name: string): void {
  requireNoFaults(nameFaults(field, name));
}
