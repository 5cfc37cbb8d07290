/** What is used of a library that comes without types. */
declare module 'jsonld' {
  export interface Quad {
    readonly subject: { readonly value: string };
    readonly predicate: { readonly value: string };
    readonly object: { readonly value: string; readonly language?: string };
  }
  interface Options {
    /** Fails for a term that no context defines. */
    readonly safe: true;
    readonly documentLoader?: (
      url: string,
    ) => Promise<{ readonly contextUrl: null; readonly documentUrl: string; readonly document: object }>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<readonly Quad[]> };
  export default jsonld;
}
