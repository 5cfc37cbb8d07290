import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';

/** One element: its name without prefix, the address of its namespace, and its attributes by name without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * Hands over every element of a stream of XML in UTF-8. Throws for what is not well-formed, is in another encoding, or brings
 * entities of its own: each could hide an address from us and not from others.
 */
export async function readXml(stream: Readable, each: (element: XmlElement) => void): Promise<void> {
  const parser = sax.parser(true, { xmlns: true });
  const fail = (error?: Error | string): never => {
    throw error instanceof Error ? error : new Error('XML of another kind');
  };
  parser.onerror = fail;
  parser.ondoctype = fail;
  parser.onprocessinginstruction = ({ name, body }) => {
    const encoding = /encoding\s*=\s*["']([^"']*)/.exec(body)?.[1] ?? 'utf-8';
    if (name === 'xml' && !/^(utf-8|us-ascii)$/i.test(encoding)) fail();
  };
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as sax.QualifiedTag;
    const named = Object.values(attributes).map((one) => [one.local, one.value] as const);
    each({ name: local, namespace: uri, attributes: new Map(named) });
  };
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stream) parser.write(decoder.write(chunk as Buffer));
  parser.write(decoder.end()).close();
}
