// Labels on another site, each element around a link that stays, and is all there is without this script or where the site's policy
// lets it ask nothing of us:
//   <%scheme%-directory search="q=pain&place=Carouge">  what a search of the directory finds, with photographs: labels that
//                                                          are valid, unless it asks for others by `status`
//   <%scheme%-map box="6.10,46.15,6.20,46.25">          where labels hold, on a map and as a list; without box, all of them
//   <%scheme%-badge number="%example%">            the badge of a label, with its status of the day
// It keeps nothing, sets no cookie, and writes text alone. Words come in the language of the element (`lang`).

const origin = new URL(import.meta.url).origin;
const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; font: inherit; color: inherit }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 0.75rem; margin: 0 0 0.75rem; padding: 0; list-style: none }
  li { padding: 0.9rem 1rem; border: 1px solid; border-radius: 11px; overflow-wrap: anywhere }
  a { color: inherit; font-weight: 600 }
  p { margin: 0.25rem 0 0 }
  img, svg { display: block; max-width: 100%; height: auto }
  .photo { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; margin-bottom: 0.6rem; border-radius: 6px }
  svg { border-radius: 11px }
  svg a:focus { outline: none }
  circle { fill: %lake@light%; stroke: #fff; stroke-width: 2; vector-effect: non-scaling-stroke }
  a:hover circle, a:focus-visible circle { fill: %coral@light%; stroke-width: 4 }
  text { fill: #fff; font-family: sans-serif; font-weight: 700; text-anchor: middle; pointer-events: none }
  @media (prefers-color-scheme: dark) { circle { fill: %lake@dark%; stroke: %paper@dark% } text { fill: %paper@dark% } }
  .places { margin-top: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); gap: 0.25rem 1rem }
  .places li { padding: 0.2rem 0; border: 0 }
  small { display: block; margin: 0.5rem 0 }
`);

function element(name, text, ...children) {
  const one = document.createElement(name);
  one.textContent = text;
  one.append(...children);
  return one;
}

/** A part of a drawing. */
function svg(name, attributes, ...children) {
  const one = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...children);
  return one;
}

/** A photograph in its place; gone where the site's policy lets in no picture of ours. */
function photograph({ address, alt }) {
  const image = new Image();
  image.className = 'photo';
  image.alt = alt;
  image.loading = 'lazy';
  image.onerror = () => image.remove();
  image.src = address;
  return image;
}

/** A link to a label; its page opens in the reader's language. */
function labelLink({ number }, text, ...children) {
  const link = element('a', text, ...children);
  link.href = `${origin}/labels/${encodeURIComponent(number)}`;
  return link;
}

/** What an element asks for (`path`) takes the place of its link, or stands before it, once it is there (`draw`). */
class Embedded extends HTMLElement {
  get language() {
    const named = this.closest('[lang]')?.lang.slice(0, 2).toLowerCase();
    return ['fr', 'de', 'it', 'en'].includes(named) ? named : 'fr';
  }

  async connectedCallback() {
    const headers = { 'Accept-Language': this.language };
    try {
      const answer = await fetch(origin + this.path, { credentials: 'omit', headers });
      const drawn = answer.ok ? await this.draw(await answer.json()) : [];
      if (drawn.length === 0) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [style];
      root.replaceChildren(...drawn);
    } catch {
      // The link is there.
    }
  }
}

class Directory extends Embedded {
  get path() {
    const search = new URLSearchParams(this.getAttribute('search') ?? '');
    if (!search.has('status') && !search.has('valid')) search.set('valid', 'yes');
    return `/api/v1/labels?${search}`;
  }

  draw({ labels }) {
    const row = (label) => {
      const { word, organisation, offers } = label;
      const link = labelLink(label, offers.map(({ name }) => name).join(', ') || organisation.name);
      const where = element('p', `${organisation.name}, ${organisation.commune}`);
      const photo = offers.flatMap((offer) => offer.photo ?? []).slice(0, 1);
      return element('li', '', ...photo.map(photograph), link, where, element('p', word));
    };
    return labels.length === 0 ? [] : [element('ul', '', ...labels.map(row)), element('slot', '')];
  }
}

class Places extends Embedded {
  get path() {
    const box = this.getAttribute('box');
    return `/api/v1/map${box ? `?${new URLSearchParams({ box })}` : ''}`;
  }

  async draw(map) {
    if (map.places.length === 0) return [];
    const rows = map.places.map(({ name, count, address }) => {
      const link = element('a', name);
      link.href = address;
      return element('li', '', link, ` (${count})`);
    });
    const list = element('ul', '', ...rows);
    list.className = 'places';
    return [...(await this.picture(map)), list, element('slot', '')];
  }

  /** The map with its marks; nothing where the site's policy lets in no picture of ours. */
  async picture({ drawing, width, height, view, marks, label, sources }) {
    const image = new Image();
    image.src = drawing;
    try {
      await image.decode();
    } catch {
      return [];
    }
    const links = marks.map(({ x, y, radius, count, text, address }) => {
      const place = { x, y, dy: '0.35em', 'font-size': radius * 0.95, 'aria-hidden': true };
      const number = svg('text', place, String(count));
      const circle = svg('circle', { cx: x, cy: y, r: radius });
      return svg('a', { href: address, 'aria-label': text }, svg('title', {}, text), circle, number);
    });
    const attributes = { viewBox: view, role: 'group', 'aria-label': label };
    const ground = svg('image', { href: drawing, width, height });
    return [svg('svg', attributes, ground, ...links), element('small', sources)];
  }
}

class Badge extends Embedded {
  get path() {
    return `/api/v1/labels/${encodeURIComponent(this.getAttribute('number') ?? '')}`;
  }

  async draw(label) {
    if (label.files.badge === null) return [];
    const image = new Image(150, 165);
    image.alt = `%label% ${label.number}, ${label.organisation.name}: ${label.word}`;
    image.src = `${label.files.badge}?form=standard&language=${this.language}`;
    // Fails where the site's policy lets in no picture of ours.
    await image.decode();
    return [labelLink(label, '', image)];
  }
}

for (const [name, what] of Object.entries({ directory: Directory, map: Places, badge: Badge }))
  if (!customElements.get(`%scheme%-${name}`)) customElements.define(`%scheme%-${name}`, what);
