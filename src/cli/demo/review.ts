import { hasForm, linksTo } from './pageParts.ts';
import type { SpecimenData } from './specimen.ts';
import type { Values, Visitor } from './visitor.ts';

type Otherwise = SpecimenData['reviews'][number];

/** A reviewer's part: accepts what they are invited to, scores what is theirs to score, delivers. True when there was something to do. */
export async function review(
  reviewer: Visitor,
  otherwise: Otherwise,
  say: (line: string) => void,
): Promise<boolean> {
  for (const address of linksTo(await reviewer.open('/fr/review'), '/fr/review/')) {
    const page = await reviewer.open(address);
    if (hasForm(page, '/accept')) {
      await reviewer.send(page, '/accept', { noConflictDeclared: 'yes' });
      say('invitation acceptée, aucun conflit déclaré');
      return true;
    }
    if (hasForm(page, '/deliver')) {
      const themes = linksTo(page, `${address}/`);
      for (const theme of themes) await scoreTheme(reviewer, theme, otherwise);
      await reviewer.send(await reviewer.open(address), '/deliver');
      say(`${themes.length} thèmes évalués, évaluation rendue`);
      return true;
    }
  }
  return false;
}

/** Follows the applicant, except where the specimen says that this reviewer sees it otherwise. */
async function scoreTheme(reviewer: Visitor, address: string, otherwise: Otherwise): Promise<void> {
  const page = await reviewer.open(address);
  const places = page.html.querySelectorAll('.place');
  const scores = places.map((place): Values => {
    const key = place.getAttribute('id') ?? '';
    const seen = otherwise[key];
    const claimed = place.querySelector('.place__claim strong')?.textContent.trim() ?? '';
    return {
      [`${key}.level`]: String(seen?.level ?? /^\d/.exec(claimed)?.[0] ?? 'na'),
      [`${key}.comment`]: seen?.comment ?? '',
    };
  });
  await reviewer.send(page, address, Object.assign({}, ...scores));
}
