import type { Language } from '../../../criteria/scheme.ts';
import { openOn } from '../../../criteria/versions.ts';
import { viewYearFigures } from '../../exchange/views/yearFigures.ts';
import type { Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store' | 'papers' | 'schemes' | 'specimen' | 'publicUrl'>;

/** The report of a year as it was published last, on paper: of a year that is over always the same. */
export async function printYearReport(
  deps: With,
  { year, language }: { readonly year: number; readonly language: Language },
): Promise<Buffer> {
  const { figures } = await viewYearFigures(deps, year);
  return deps.papers.yearReport({
    ...{ language, year, figures, specimen: deps.specimen },
    published: openOn(deps.schemes, figures.on),
    address: `${deps.publicUrl}/${language}/figures/${year}`,
  });
}
