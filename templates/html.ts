/** HTML that may stand on a page as it is: what `html` wrote, or what `raw` vouches for. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may be put into a piece of HTML; nothing is written for what is absent or false. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

/** A piece of a page: whatever is put into it is escaped, unless it is a piece itself. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = parts[0] ?? '';
  for (let at = 0; at < contents.length; at++) text += written(contents[at]) + parts[at + 1];
  return new Html(text);
}

/** Vouches that a text is HTML already; a test pins where it may be used. */
export function raw(text: string): Html {
  return new Html(text);
}

/** Attributes with a space before each, ready to stand in a tag; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | false | undefined>> = {}): Html {
  let text = '';
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== false) text += ` ${name}="${escapeHtml(String(value))}"`;
  return new Html(text);
}

const special = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an attribute or between tags of HTML and SVG. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text;
}

function written(content: Content): string {
  if (typeof content === 'string') return escapeHtml(content);
  if (content instanceof Html) return content.toString();
  if (typeof content === 'number') return String(content);
  if (!content) return '';
  let text = '';
  for (const piece of content) text += written(piece);
  return text;
}
