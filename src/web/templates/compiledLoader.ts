import nunjucks from 'nunjucks';
import { known } from '../../prepared.ts';
import { WordedLoader } from './wordedLoader.ts';

/** Finds templates, compiled where the build has compiled them: to compile those of one page takes longer than to show it. */
export class CompiledLoader extends WordedLoader {
  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    const code = source && known(sourceKey(source));
    if (typeof code !== 'string') return source;
    // It takes the parts of a template as well as its text, which its types do not say either.
    return { ...source, src: { type: 'code', obj: new Function(code)() } as unknown as string };
  }
}

/** The text of a template that is to be compiled, under which the build keeps its code: where it lies is written into that. */
export function sourceKey({ path, src }: nunjucks.LoaderSource): string {
  return `${path}\0${src}`;
}

/** The code of a template as the library compiles it. */
export function codeOf({ path, src }: nunjucks.LoaderSource, env: nunjucks.Environment): string {
  // It gives a list of one, where its types say one.
  const wrapper = (templates: unknown) => (templates as readonly [{ readonly template: string }])[0].template;
  return nunjucks.precompileString(src, { name: path, env, wrapper });
}
