/** A text that an address asks with, cut and without space around it; empty when it says none. */
export function askedText(value: unknown, maxLength = 100): string {
  return typeof value === 'string' ? value.trim().slice(0, maxLength) : '';
}

/** An address with what it asks after it; what is empty is left out. */
export function addressOf(path: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Addresses of the first page of a list, and of the next one, which begins after an id; null where there is none. */
export function pagesBeside(
  path: string,
  { after, ...asked }: Readonly<Record<string, string>> & { readonly after: string },
  next: string | null,
) {
  return {
    previous: after === '' ? null : addressOf(path, asked),
    next: next === null ? null : addressOf(path, { ...asked, after: next }),
  };
}
