import { TextDecoder } from 'node:util';
import sax from 'sax';

/** One element: its name without prefix, the address of its namespace, and its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** Every value of the attributes of a name without prefix: two prefixes can hide one behind the other. */
  readonly values: (name: string) => readonly string[];
}

/** Receives the content of XML, in its order. */
export interface XmlWatch {
  readonly opened: (element: XmlElement) => void;
  /** Text of the innermost element; a long one comes in pieces. */
  readonly text?: (words: string) => void;
  readonly closed?: (name: string) => void;
}

/**
 * Hands over what stands in XML, in UTF-8 or UTF-16 with its mark. Throws for what is not well-formed, is in another
 * encoding, or brings entities of its own: each could hide an address from us and not from others.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, watch: XmlWatch): Promise<void> {
  const parser = sax.parser(true, { xmlns: true, position: false });
  const fail = (error?: Error | string): never => {
    throw error instanceof Error ? error : new Error('XML of another kind');
  };
  let encodings = /^(utf-8|us-ascii)$/i;
  parser.onerror = fail;
  parser.ondoctype = fail;
  parser.onprocessinginstruction = ({ name, body }) => {
    const encoding = /encoding\s*=\s*["']([^"']*)/.exec(body)?.[1];
    if (name === 'xml' && encoding !== undefined && !encodings.test(encoding)) fail();
  };
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as sax.QualifiedTag;
    const all = Object.values(attributes);
    const values = (name: string) => all.filter((one) => one.local === name).map((one) => one.value);
    watch.opened({ name: local, namespace: uri, values });
  };
  parser.ontext = (words) => watch.text?.(words);
  parser.oncdata = (words) => watch.text?.(words);
  parser.onclosetag = (name) => watch.closed?.(name.replace(/^.*:/, ''));
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    if (decoder === null) {
      const utf16 = utf16Of(chunk);
      if (utf16 !== null) encodings = /^utf-16$/i;
      decoder = new TextDecoder(utf16 ?? 'utf-8', { fatal: utf16 !== null });
    }
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '').close();
}

/** Which UTF-16 the mark at the start of content announces, or null. */
export function utf16Of(start: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
}
