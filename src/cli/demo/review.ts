import { hasForm, home, linksTo, type Say, sendOffered } from './pageParts.ts';
import type { SpecimenData } from './specimen.ts';
import type { Page, Visitor } from './visitor.ts';

type Otherwise = SpecimenData['reviews'][number];

/** A reviewer's part: accepts what they are invited to, scores what is theirs to score, delivers. True when there was something to do. */
export async function review(reviewer: Visitor, otherwise: Otherwise, say: Say): Promise<boolean> {
  for (const address of linksTo(await reviewer.open(`${home}/review`), `${home}/review/`)) {
    const page = await reviewer.open(address);
    const accepted = () => say('invitation accepted, no conflict declared');
    if (await sendOffered(reviewer, page, '/accept', accepted, { noConflictDeclared: 'yes' })) return true;
    if (hasForm(page, '/deliver')) {
      const places = linksTo(page, `${address}/`);
      let shown = page;
      for (const place of places) {
        // A score that is sent leads to the next place.
        if (shown.path !== place) shown = await reviewer.open(place);
        shown = await score(reviewer, shown, otherwise);
      }
      await reviewer.send(await reviewer.open(address), '/deliver');
      say(`${places.length} criteria scored, review delivered`);
      return true;
    }
  }
  return false;
}

/** Follows the applicant, except where the specimen says that this reviewer sees it otherwise; gives the page that this leads to. */
async function score(reviewer: Visitor, page: Page, otherwise: Otherwise): Promise<Page> {
  const own = otherwise[page.path.slice(page.path.lastIndexOf('/') + 1)];
  const claim = page.html.querySelector('.place__claim strong')?.textContent.trim() ?? '';
  return reviewer.send(page, page.path, {
    level: String(own?.level ?? /^\d/.exec(claim)?.[0] ?? 'na'),
    comment: own?.comment ?? '',
  });
}
