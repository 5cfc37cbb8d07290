// The directory of the label on another site: <made-in-ess-directory search="q=pain&place=Carouge" lang="fr"> around a link to the
// same search. The link stays, and is all there is without this script or where the site's policy lets it ask nothing of us. It keeps
// nothing, sets no cookie, and writes text alone.

const origin = new URL(import.meta.url).origin;
const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; font: inherit; color: inherit }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 0.75rem; margin: 0 0 0.75rem; padding: 0; list-style: none }
  li { padding: 0.9rem 1rem; border: 1px solid; border-radius: 11px }
  a { color: inherit; font-weight: 600 }
  p { margin: 0.25rem 0 0 }
`);

function element(name, text, ...children) {
  const one = document.createElement(name);
  one.textContent = text;
  one.append(...children);
  return one;
}

/** A label with its offers; its page opens in the reader's language. */
function row({ number, word, organisation, offers }) {
  const link = element('a', offers.map(({ name }) => name).join(', ') || organisation.name);
  link.href = `${origin}/labels/${encodeURIComponent(number)}`;
  return element(
    'li',
    '',
    link,
    element('p', `${organisation.name}, ${organisation.commune}`),
    element('p', word),
  );
}

class Directory extends HTMLElement {
  async connectedCallback() {
    const address = `${origin}/api/v1/labels?${new URLSearchParams(this.getAttribute('search') ?? '')}`;
    const language = this.closest('[lang]')?.lang ?? 'fr';
    try {
      const answer = await fetch(address, { credentials: 'omit', headers: { 'Accept-Language': language } });
      if (!answer.ok) return;
      const { labels } = await answer.json();
      if (labels.length > 0) this.show(labels);
    } catch {
      // The link is there.
    }
  }

  show(labels) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    root.replaceChildren(element('ul', '', ...labels.map(row)), document.createElement('slot'));
  }
}

if (!customElements.get('made-in-ess-directory')) customElements.define('made-in-ess-directory', Directory);
