import { html, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import sax from 'sax';
import { refusingElement } from './contentModel.ts';

/** A range of the source. */
interface Place {
  readonly startOffset: number;
  readonly endOffset: number;
}

const withoutEnd = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Parse errors for single characters, which a person may have typed. */
const typed = /-in-input-stream$|^unexpected-null-character$/;
const attribute = /^[^\s"'<>/=]+(="[^"]*")?$/;

/**
 * Lists the faults in the markup of a page or a fragment: elements that are unclosed, misnested or not allowed where they are,
 * attributes without quotes or given twice, ids used twice. XML goes through a strict parser.
 */
export function markupFaults(source: string): string[] {
  return source.startsWith('<?xml') ? xmlFaults(source) : htmlFaults(source);
}

/** The part of a page that `markupFaults` depends on: the same for pages that differ in text and values only. */
export function markupOf(source: string): string {
  // Values first: they may contain `>`.
  return source.replace(/(?<! id)="[^"]*"/g, '=""').replace(/>[^<]+/g, '>');
}

function xmlFaults(source: string): string[] {
  try {
    sax.parser(true).write(source).close();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** An HTML parser silently repairs almost anything, so its tree is compared with the source, tag by tag. */
function htmlFaults(source: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  let position = 0;

  const fault = (what: string, { startOffset }: Place) =>
    faults.push(`${what}: ${source.slice(startOffset, startOffset + 90).replace(/\s+/g, ' ')}`);

  const advance = (next: Place) => {
    const tag = source.indexOf('<', position);
    if (next.startOffset < position) fault('misnested', next);
    else if (tag !== -1 && tag < next.startOffset) fault('dropped', { ...next, startOffset: tag });
    position = Math.max(position, next.endOffset);
  };

  const visit = ({ childNodes }: Tree.ParentNode, around: readonly string[]) => {
    for (const node of childNodes) {
      const place = node.sourceCodeLocation;
      if ('tagName' in node) visitElement(node, around);
      // Inside a script or a style, `<` does not start a tag.
      else if (place && (!('value' in node) || around[0] === 'script' || around[0] === 'style'))
        advance(place);
    }
  };

  const visitElement = (element: Tree.Element | Tree.Template, around: readonly string[]) => {
    const { tagName, attrs, sourceCodeLocation: place } = element;
    const isHtml = element.namespaceURI === html.NS.HTML;
    const start = place?.startTag;
    if (start) advance(start);
    else if (tagName !== 'tbody') faults.push(`missing: <${tagName}>`);
    const refusing = isHtml ? refusingElement(tagName, around) : undefined;
    if (place && refusing) fault(`not allowed in <${refusing}>`, place);
    for (const one of Object.values(place?.attrs ?? {}))
      if (!attribute.test(source.slice(one.startOffset, one.endOffset))) fault('not quoted', one);
    for (const { name, value } of attrs)
      if (name === 'id' && ids.size === ids.add(value).size) faults.push(`id used twice: ${value}`);
    visit('content' in element ? element.content : element, [tagName, ...around]);
    const isClosed = isHtml ? withoutEnd.has(tagName) : source.slice(0, start?.endOffset).endsWith('/>');
    if (place?.endTag) advance(place.endTag);
    else if (start && !isClosed) fault('not closed', start);
  };

  const options = {
    sourceCodeLocationInfo: true,
    // So that the content of noscript is parsed too.
    scriptingEnabled: false,
    onParseError: (error: Place & { readonly code: string }) => {
      if (!typed.test(error.code)) fault(error.code, error);
    },
  };
  visit(/^<!doctype/i.test(source) ? parse(source, options) : parseFragment(source, options), []);
  advance({ startOffset: source.length, endOffset: source.length });
  return faults;
}
