import { Html } from '../../../templates/html.ts';
import { keepNames } from './hostile.ts';

/** What a page branches on: the fields of its view, and whether each is empty, zero, false or a certain name. */
export function shapeOf(view: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(view, '', found);
  return found;
}

function collect(value: unknown, path: string, found: Set<string>): void {
  if (typeof value === 'object' && value !== null && !(value instanceof Html)) {
    if (Array.isArray(value)) found.add(`${path} ${value.length > 0}`);
    for (const [key, member] of Object.entries(value))
      collect(member, Array.isArray(value) ? path : `${path}.${key}`, found);
  } else if (typeof value === 'number' || (typeof value === 'string' && !keepNames(value, path)))
    found.add(`${path} ${typeof value} ${Boolean(value)}`);
  else found.add(`${path} ${value}`);
}
