const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Flow elements that are not phrasing content. */
const blocks = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'details', 'dialog', 'div', 'dl', 'fieldset', 'figure'],
  ...['footer', 'form', 'header', 'hr', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
  ...headings,
]);
/** Elements whose content is phrasing content only. */
const phrases = new Set([
  ...['abbr', 'b', 'button', 'cite', 'code', 'dfn', 'em', 'i', 'kbd', 'label', 'p', 'pre', 'q', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'time'],
  ...headings,
]);
/** The same, but headings are allowed too. */
const titles = new Set(['legend', 'summary']);
/** Interactive elements, which links and buttons must not contain. */
const interactive = new Set(['a', 'button', 'details', 'iframe', 'input', 'label', 'select', 'textarea']);
/** Elements that must not contain their own kind, at any depth. */
const neverNested = new Set(['form', 'label', 'main']);

/** Required parents of some elements. */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  legend: ['fieldset'],
  summary: ['details'],
  figcaption: ['figure'],
};
/** The only children that some elements may have. */
const children: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd', 'div'],
};

/**
 * The ancestor, nearest first, that must not contain an element (HTML Standard, 3.2.5 and 4). Elements that a parser moves or
 * closes by itself, such as a row outside a table, show in its tree instead.
 */
export function refusingElement(name: string, around: readonly string[]): string | undefined {
  const [parent] = around;
  if (parent === undefined) return undefined;
  if (parents[name]?.includes(parent) === false || children[parent]?.includes(name) === false) return parent;
  return around.find(
    (outer) =>
      (phrases.has(outer) && blocks.has(name)) ||
      (titles.has(outer) && blocks.has(name) && !headings.includes(name)) ||
      ((outer === 'a' || outer === 'button') && interactive.has(name)) ||
      (outer === name && neverNested.has(name)),
  );
}
