import type { Frame } from '../../../templates/frame.ts';
import { Html } from '../../../templates/html.ts';

/** Breaks out of text, of a quoted attribute and of an entity wherever it is not escaped. */
const marker = `<hostile-x/a="'&`;
/** The marker escaped as text, and encoded in a URL. */
const escaped = /&lt;hostile-x\/a=&quot;&#39;&amp;|%3Chostile-x%2Fa%3D%22(?:&#39;|%27)%26/g;
/** The marker where escaping does not protect: in scripts, styles and event handlers. */
const executed = /<(script|style)\b[^>]*>(?:(?!<\/\1>)[\s\S])*?hostile-x| (?:style|on\w+)="[^"]*?hostile-x/g;

/** Whether a text stays as it is; the path names its fields, without list indexes. */
export type Keep = (text: string, path: string) => boolean;

export const keepNone: Keep = () => false;
/** Keeps texts that may be a case of a union or a field name: with another text the page would take another branch. */
export const keepNames: Keep = (text) => /^[a-z][A-Za-z0-9]*$/.test(text);

/** Copies plain data with the marker appended to each text; Html, dates and functions stay. */
export function hostile<T>(data: T, keep: Keep): T {
  // Copied member by member, so the type is the same.
  return copy(data, keep, '') as T;
}

/** A frame with the marker appended to each text and message; it has a message for every key. */
export function hostileFrame(frame: Frame, keep: Keep): Frame {
  const say = (...texts: readonly unknown[]) => texts.join(' ') + marker;
  return {
    ...hostile(frame, keep),
    t: (key: string, params?: object | null) => say(key, ...Object.values(params ?? {})),
    tOf: (key, params) => say(key, ...Object.values(params ?? {})),
    has: (key): key is Parameters<Frame['t']>[0] => key !== '',
    date: say,
    time: say,
    asset: say,
  };
}

/** The page without the markers that were escaped. */
export function withoutEscaped(page: string): string {
  return page.replace(escaped, '');
}

/** Lists where a page does not escape a text of its hostile view. */
export function escapeFaults(page: string): string[] {
  const found = [...page.matchAll(executed), ...withoutEscaped(page).matchAll(/hostile-x/g)];
  return found.map(({ input, index, 0: match }) => {
    const end = index + match.length;
    return `not escaped: ${input.slice(Math.max(0, end - 90), end + 30).replace(/\s+/g, ' ')}`;
  });
}

function copy(value: unknown, keep: Keep, path: string): unknown {
  if (typeof value === 'string') return keep(value, path) ? value : value + marker;
  if (typeof value !== 'object' || value === null || value instanceof Html || value instanceof Date)
    return value;
  if (Array.isArray(value)) return value.map((member) => copy(member, keep, path));
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError(`${path} is not plain data but ${value.constructor.name}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, copy(member, keep, path ? `${path}.${key}` : key)]),
  );
}
