import { createHash } from 'node:crypto';
import Koa, { type DefaultContext } from 'koa';
import type { Frame, Page } from '../../../templates/frame.ts';
import { criterionFaults } from './criterionFaults.ts';
import {
  escapeFaults,
  hostile,
  hostileFrame,
  type Keep,
  keepNames,
  keepNone,
  withoutEscaped,
} from './hostile.ts';
import { markupFaults, markupOf } from './markupFaults.ts';
import { addPageFaults } from './pageFaults.ts';
import { addRenderedPage } from './renderedPages.ts';
import { shapeOf } from './shapeOf.ts';

/** Fields of views that are not made hostile. */
const kept = new Set([
  // HTML or JSON, passed to `raw`.
  ...['apiPage.data', 'howRulesPage.diagram', 'labelPage.data'],
  // Keys of lookup tables.
  ...['filePage.assigning.place', 'labelKitPage.signs.kind', 'reviewPage.stage'],
]);
/** How many views of a page are made hostile at most. */
const maxViews = 40;

const knownMarkup = new Set<string>();
const knownShapes = new WeakMap<object, { views: number; readonly fields: Set<string> }>();

/** Checks every page that a Koa application of this process renders. */
export function watchPages(): void {
  const context = Object.getPrototypeOf(new Koa().context);
  Object.defineProperty(context, 'render', {
    set(this: DefaultContext, render: DefaultContext['render']) {
      const value: DefaultContext['render'] = (page, view) => render(watched(page), view);
      Object.defineProperty(this, 'render', { value });
    },
  });
}

/** The page with its markup checked at each rendering; views of a new shape are rendered with hostile texts too. */
export function watched<View>(page: Page<View>): Page<View> {
  return (frame, view) => {
    const written = page(frame, view);
    addRenderedPage(page.name);
    addPageFaults(page.name, newMarkupFaults(String(written)));
    addPageFaults(page.name, criterionFaults(String(written), frame));
    if (hasNewShape(page, view))
      for (const keep of [keepNone, keepNames])
        addPageFaults(page.name, hostileFaults(page, frame, view, keep));
    return written;
  };
}

function hostileFaults<View>(page: Page<View>, frame: Frame, view: View, keep: Keep): string[] {
  const keeps: Keep = (text, path) => kept.has(`${page.name}.${path}`) || keep(text, path);
  try {
    const written = String(page(hostileFrame(frame, keeps), hostile(view, keeps)));
    return [...escapeFaults(written), ...newMarkupFaults(written)];
  } catch (error) {
    const [what, where] = error instanceof Error ? (error.stack?.split('\n') ?? []) : [String(error)];
    return [`cannot be rendered with hostile texts: ${what} ${where?.trim()}`];
  }
}

/** Parses each distinct markup once. */
function newMarkupFaults(page: string): string[] {
  const digest = createHash('sha1')
    .update(markupOf(withoutEscaped(page)))
    .digest('base64');
  if (knownMarkup.has(digest)) return [];
  knownMarkup.add(digest);
  return markupFaults(page);
}

/** Whether a view has a field, or a case of a field, that no earlier view of the page had. */
function hasNewShape(page: object, view: unknown): boolean {
  const known = knownShapes.get(page) ?? { views: 0, fields: new Set() };
  knownShapes.set(page, known);
  const news = [...shapeOf(view)].filter((field) => !known.fields.has(field));
  if (known.views === maxViews || news.length === 0) return false;
  known.views++;
  for (const field of news) known.fields.add(field);
  return true;
}
