// Shows a document beside the criterion that it proves: pictures, and PDFs, whose reader is fetched when the first one is opened.
// Nothing in a document runs or leads anywhere: its pages are drawn, its words lie over them to be read aloud and selected. Without
// this script a link saves the file.

import { markPassage, saysPassage } from './passage.js';

const viewer = document.querySelector('[data-viewer]');
const part = (name) => viewer.querySelector(`.viewer__${name}`);
const [sheet, said, pageField] = ['sheet', 'said', 'page'].map(part);
const tool = (does) => viewer.querySelector(`[data-do=${does}]`);

/** Most pixels that a page is drawn with, and most pages that are looked through for a passage. */
const [maxPixels, maxPages] = [16_000_000, 100];
const zooms = [1, 1.25, 1.5, 2, 3];
/** Nothing is fetched from elsewhere and nothing is made of text: no scripts, no forms, no programs. */
const options = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  useWasm: false,
  useWorkerFetch: false,
  maxImageSize: 64_000_000,
};

const wide = window.matchMedia('(min-width: 60rem)');

/** Why nothing is shown that the way to us does not carry: another try may. */
class Unreached extends Error {}

/** What is open, null when nothing is. */
let open = null;
let turn = 0;

function close() {
  open?.stop();
  open = null;
  turn += 1;
  sheet.replaceChildren();
  viewer.hidden = true;
}

/** Opens the document of a link, at the page and with the passage that it names. */
async function show(link) {
  close();
  const { view, page, quote = '' } = link.dataset;
  const mine = { link, view, quote, page: Number(page) || 0, pages: 1, zoom: 0, stop: () => {}, pdf: null };
  open = mine;
  delete viewer.dataset.view;
  part('name').textContent = link.textContent;
  part('save').href = link.href;
  said.textContent = viewer.dataset.loading;
  viewer.hidden = false;
  const bench = viewer.closest('.bench');
  if (!bench) link.closest('.place__claim').after(viewer);
  // Beside the score it is in sight already.
  if (!bench || !wide.matches) viewer.scrollIntoView({ block: 'nearest' });
  sheet.focus({ preventScroll: true });
  try {
    await (view === 'pdf' ? openPdf(mine) : openPicture(mine));
  } catch (error) {
    fail(mine, error);
  }
}

function fail(mine, error) {
  if (open !== mine) return;
  mine.stop();
  delete viewer.dataset.view;
  sheet.replaceChildren();
  const isUnreached = error instanceof Unreached || !navigator.onLine;
  said.textContent = viewer.dataset[isUnreached ? 'unreached' : 'failed'];
}

async function openPicture(mine) {
  const picture = Object.assign(new Image(), { src: mine.link.href, alt: mine.link.textContent });
  await picture.decode();
  if (open !== mine) return;
  said.textContent = '';
  sheet.replaceChildren(picture);
  mine.draw = () => {
    picture.style.width = `${100 * zooms[mine.zoom]}%`;
    tell(mine);
  };
  mine.draw();
}

/** Each document has a thread of its own: closing it ends whatever it still does. */
async function openPdf(mine) {
  const [pdfjs, data] = await Promise.all([import('./pdf.js'), bytesOf(mine.link)]).catch((cause) => {
    throw new Unreached('', { cause });
  });
  if (open !== mine) return;
  const thread = new Worker(viewer.dataset.worker, { type: 'module' });
  mine.stop = () => thread.terminate();
  const broken = new Promise((_, reject) => thread.addEventListener('error', reject));
  broken.catch(() => {});
  const worker = pdfjs.PDFWorker.create({ port: thread });
  const { promise } = pdfjs.getDocument({ ...options, data, worker });
  mine.pdf = await Promise.race([promise, broken]);
  mine.pages = mine.pdf.numPages;
  if (mine.page === 0) mine.page = await pageOf(mine);
  mine.page = Math.min(mine.page, mine.pages);
  mine.draw = () => drawPage(mine, pdfjs.TextLayer);
  await mine.draw();
}

async function bytesOf({ href }) {
  const answer = await fetch(href);
  // Whoever's session is over is led to the sign-in.
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer.arrayBuffer();
}

/** The first page that says the passage; the first one of all where none does. */
async function pageOf({ pdf, pages, quote }) {
  for (let n = 1; quote && n <= Math.min(pages, maxPages); n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    if (saysPassage(items.map(({ str = '' }) => str).join(' '), quote)) return n;
  }
  return 1;
}

/** Draws the page as wide as the sheet, times the zoom, and lays its words over it. */
async function drawPage(mine, TextLayer) {
  turn += 1;
  const now = turn;
  const page = await mine.pdf.getPage(mine.page);
  const scale = (sheet.clientWidth / page.getViewport({ scale: 1 }).width) * zooms[mine.zoom];
  const viewport = page.getViewport({ scale });
  const { width, height } = viewport;
  const ratio = Math.min(window.devicePixelRatio, Math.sqrt(maxPixels / (width * height)));
  const size = { width: Math.floor(width * ratio), height: Math.floor(height * ratio) };
  const canvas = Object.assign(document.createElement('canvas'), size, { ariaHidden: 'true' });
  const words = Object.assign(document.createElement('div'), { className: 'viewer__words' });
  const paper = Object.assign(document.createElement('div'), { className: 'viewer__paper' });
  paper.style.width = `${width}px`;
  paper.style.height = `${height}px`;
  paper.style.setProperty('--total-scale-factor', scale);
  paper.append(canvas, words);
  await page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] }).promise;
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  await layer.render();
  if (open !== mine || now !== turn) return;
  sheet.replaceChildren(paper);
  const mark = mine.quote && markPassage(layer.textDivs, mine.quote);
  said.textContent = mine.quote ? viewer.dataset[mark ? 'found' : 'missing'] : '';
  // The sheet alone moves, not the page around it.
  const below = mark ? mark.getBoundingClientRect().top - sheet.getBoundingClientRect().top : 0;
  sheet.scrollTop = mark ? sheet.scrollTop + below - sheet.clientHeight / 3 : 0;
  tell(mine);
}

function tell({ view, page, pages, zoom }) {
  viewer.dataset.view = view;
  pageField.value = page;
  pageField.max = pages;
  part('of').textContent = viewer.dataset.of.replace('%s', pages);
  const ends = {
    previous: page <= 1,
    next: page >= pages,
    smaller: zoom === 0,
    larger: zoom + 1 === zooms.length,
  };
  for (const [does, isEnd] of Object.entries(ends)) tool(does).setAttribute('aria-disabled', String(isEnd));
}

/** Goes to another page or zoom, where there is one. */
async function change({ page = open?.page, zoom = open?.zoom }) {
  const mine = open;
  if (!mine?.draw || !(page >= 1 && page <= mine.pages) || !(zoom in zooms)) return;
  Object.assign(mine, { page, zoom });
  try {
    await mine.draw();
  } catch (error) {
    fail(mine, error);
  }
}

function leave() {
  const link = open?.link;
  close();
  link?.focus();
}

const does = {
  close: leave,
  previous: () => change({ page: open.page - 1 }),
  next: () => change({ page: open.page + 1 }),
  smaller: () => change({ zoom: open.zoom - 1 }),
  larger: () => change({ zoom: open.zoom + 1 }),
};
const keys = { Escape: 'close', ArrowLeft: 'previous', ArrowRight: 'next', '-': 'smaller', '+': 'larger' };

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-view]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link);
});
viewer.addEventListener('click', ({ target }) => does[target.closest('[data-do]')?.dataset.do]?.());
const toTyped = () => change({ page: Math.round(pageField.valueAsNumber) });
pageField.addEventListener('change', toTyped);
viewer.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (target === pageField && key === 'Enter') {
    // The form that it may stand in is not sent.
    event.preventDefault();
    return toTyped();
  }
  const act = keys[key];
  if (!open || !act || ctrlKey || metaKey || altKey || (target === pageField && key !== 'Escape')) return;
  event.preventDefault();
  does[act]();
});
