import sax from 'sax';
import { type Baked, BakedError, bakedLimit, bakedNamespace, readingOf } from './baked.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Elements nested deeper than any drawing needs: a parser keeps each open one in memory. */
const deepest = 64;

/** What acts, changes or shows content from elsewhere once a browser opens the drawing; ours have no rules of style either. */
const activeElements =
  /^(script|foreignobject|iframe|object|embed|audio|video|handler|listener|style|link|set|discard|animate.*)$/i;
/** Elements of a page act as they do there: they go on to another address, or ask for pictures. */
const pageNamespace = 'http://www.w3.org/1999/xhtml';

/** The entities of XML and no others; the type lacks this option. */
const options = { xmlns: true, position: false, strictEntities: true };

/**
 * A drawing that carries its credential as its first element (Open Badges 3.0, 5.3.2). Throws for one that carries one
 * already, or does not begin as ours do.
 */
export function bakeSvg(svg: string, credential: string): string {
  const [start] = /^<svg [^<>]*>/.exec(svg) ?? [];
  if (start === undefined || svg.includes(bakedNamespace))
    throw new Error('not a drawing to bake a credential into');
  const text = credential.replaceAll(']]>', ']]]]><![CDATA[>');
  return [
    `${start.slice(0, -1)} xmlns:openbadges="${bakedNamespace}">`,
    `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`,
    svg.slice(start.length),
  ].join('');
}

/** Is told what a drawing is made of. */
interface Around {
  /** A text between elements, or the value of an attribute. */
  text(text: string): void;
  /** An element, and the names of its attributes. */
  element(name: string, attributes: readonly string[]): void;
}
const unheard: Around = { text: () => {}, element: () => {} };

/**
 * The credential baked into an SVG. Anything that acts, fetches or declares entities makes the drawing not ours. What stands around it is
 * told piece by piece as it is read; what no program shows, a comment, is left out.
 */
export function readBakedSvg(svg: Buffer, around: Around = unheard): Baked {
  return readingOf(() => {
    const found: string[] = [];
    let [depth, inside, rooted] = [0, false, false];
    const parser = sax.parser(true, options);
    parser.onerror = (error) => {
      throw /unexpected end|unclosed/i.test(error.message) ? new BakedError('truncated') : error;
    };
    parser.ondoctype = () => {
      throw new BakedError('entities');
    };
    parser.onprocessinginstruction = ({ name }) => {
      if (name !== 'xml') throw new BakedError('active');
    };
    parser.onopentag = (tag) => {
      const { name, local, uri, attributes } = tag as sax.QualifiedTag;
      const isCredential = local === 'credential' && uri === bakedNamespace;
      const isRoot = local === 'svg' && uri === svgNamespace;
      if (inside || depth === deepest || (depth === 0 && !isRoot) || (isCredential && depth !== 1)) {
        throw new BakedError('malformed');
      }
      const isActive = activeElements.test(local) || uri === pageNamespace;
      if (isActive || Object.values(attributes).some(acts)) throw new BakedError('active');
      around.element(name, Object.keys(attributes));
      for (const { value } of Object.values(attributes)) around.text(value);
      if (isCredential) {
        if (found.length > 0) throw new BakedError('twice');
        found.push('');
        inside = true;
      }
      depth += 1;
      rooted = true;
    };
    parser.onclosetag = () => {
      [depth, inside] = [depth - 1, false];
    };
    const read = (text: string): void => {
      if (!inside) {
        around.text(text);
        return;
      }
      found[0] += text;
      if ((found[0] ?? '').length > bakedLimit) throw new BakedError('tooLong');
    };
    parser.ontext = read;
    parser.oncdata = read;
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(svg)).close();
    if (!rooted) throw new BakedError('malformed');
    return found[0] ?? null;
  });
}

/** Handlers of events, and addresses other than of a part of the drawing or of a picture inside it, in rules of style as well. */
function acts({ local, value }: sax.QualifiedAttribute): boolean {
  if (/^(on|base$)/i.test(local) || /url\s*\(\s*["']?(?!\s*#)/i.test(value)) return true;
  // Rules of style name addresses in other ways too, and letters by their number.
  if (local === 'style' && /\\|image(-set)?\s*\(|src\s*\(/iu.test(value)) return true;
  return /^(href|src)$/i.test(local) && !/^(#|data:image\/(png|jpeg|webp);)/i.test(value.trim());
}
