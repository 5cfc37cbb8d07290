import { bakedNamespace } from './baked.ts';

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
