/** A compiled module of the product, as it runs in service: what the tests' loader makes of its source is slower. */
export async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../dist/modules/src/${path}`, import.meta.url).href)) as Module;
}
