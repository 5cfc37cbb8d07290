/**
 * The address that a text is, or null. `URL.canParse` is not asked: once it was called some thousand times, Node.js 20 and 22 say no to every
 * address with a letter such as ü.
 */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
