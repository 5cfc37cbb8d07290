import type { YearFigures } from '../../commands/items/yearFigures.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { openOn } from '../../criteria/versions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { drawFlows } from './flows.view.ts';

/** The figures of a year with the names of its themes and its flows drawn; no drawing where no flow is told. */
export function yearFiguresView<View extends { readonly figures: YearFigures }>(
  view: View,
  schemes: Deps['schemes'],
  words: Translator,
) {
  const { themes } = openOn(schemes, view.figures.on).texts[words.language];
  const drawing = drawFlows(words, {
    flows: view.figures.flows.map(({ buyer, seller, deals }) => ({ from: buyer, to: seller, value: deals })),
    heads: [words.t('figures.buys'), words.t('figures.sells')],
    title: words.t('figures.drawing'),
  });
  return { ...view, themeName: (theme: string) => themes[theme]?.title ?? theme, drawing };
}
