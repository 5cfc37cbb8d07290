// What was typed in a form and is not saved yet, kept in this browser until it is: by writer, whose mark ends the token of
// the form, and by page in any language. Nobody finds what another person typed.

const root = 'made-in-ess typed';
const week = 7 * 24 * 3600 * 1000;

/** What the writer of a form's token keeps for this page, or for one form. Throws where a browser lets nothing be kept. */
export function keptHere(csrf, form) {
  const path = form ?? location.pathname.slice(3);
  const [application = path] = /^\/(?:applications|review)\/[^/]+\//.exec(path) ?? [];
  const writer = `${root} ${csrf.slice(32)} `;
  const place = `${writer}${path}`;
  const drop = (when) => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(root))) {
      if (when(key, JSON.parse(localStorage.getItem(key)))) localStorage.removeItem(key);
    }
  };
  const isOld = ({ at }) => Date.now() - at > week;
  // A page that says "saved" follows another page of the same application, whose button sent what is kept for that one.
  const saved = new URLSearchParams(location.search).has('saved');
  const isArrived = (key, entry) =>
    saved && key.startsWith(`${writer}${application}`) && entry.fields.every(([, , gone]) => gone);
  return {
    /** What is kept for this page, after dropping what is too old or has arrived. */
    read: () => {
      drop((key, entry) => isOld(entry) || isArrived(key, entry));
      return JSON.parse(localStorage.getItem(place));
    },
    /** `fields` are triples: name, values, whether a button sent them; `tokens` pairs: name, value. */
    write: (entry) => localStorage.setItem(place, JSON.stringify({ at: Date.now(), ...entry })),
    drop: () => localStorage.removeItem(place),
    /** Forgets what a button of a form sent, once it was taken. */
    dropSent: () =>
      drop((key, { fields }) => key.startsWith(`${writer}form `) && fields.some(([, , gone]) => gone)),
    /** Forgets what this writer keeps for any page. */
    dropAll: () => drop((key) => key.startsWith(writer)),
  };
}
