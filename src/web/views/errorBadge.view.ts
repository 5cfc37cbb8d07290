/** The answer to an image request when there is no badge: a grey picture whose title says why. */
export function errorBadge(why: string): string {
  const safe = why.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 330" width="300" height="330" role="img">',
    `<title>${safe}</title>`,
    '<rect x="3" y="3" width="294" height="324" rx="22" fill="#fff" stroke="#8b9494" stroke-width="6"/>',
    '<path d="M150 70a72 72 0 0 1 72 72c0 44-48 76-66 124q-6 12-12 0c-18-48-66-80-66-124a72 72 0 0 1 72-72z" fill="none" stroke="#8b9494" stroke-width="8"/>',
    '<path d="M120 112l60 60m0-60l-60 60" stroke="#8b9494" stroke-width="12" stroke-linecap="round"/>',
    '</svg>',
  ].join('');
}
