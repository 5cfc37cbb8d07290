// Keeps what is typed in a form on this device until it is sent, so that a link away from the page loses nothing. Forms that save by
// themselves (autosave.js) are none of these.

import { formFields, text } from './formFields.js';
import { keptHere } from './keptHere.js';

const { words } = document.getElementById('kept').dataset;
const written = 'textarea, input:is([type=text], [type=email], [type=url], [type=date])';
const chosen = 'select, input:is([type=radio], [type=checkbox])';

/** What a button sent was taken when a page of ours follows it and refuses nothing. */
const [{ type, responseStatus }] = performance.getEntriesByType('navigation');
const isRefused = responseStatus >= 400 || document.querySelector('.govuk-error-summary') !== null;
const isTaken = type === 'navigate' && document.referrer.startsWith(location.origin) && !isRefused;

const actionOf = (form) => form.getAttribute('action') ?? location.pathname;
// A row that was ticked in one search is not meant in another one.
const isTyped = (one) =>
  one.matches(`${written}, ${chosen}`) && one.autocomplete !== 'one-time-code' && !('row' in one.dataset);

/** The values of the fields that a person fills in, by name. */
function typedIn(form) {
  const values = new Map();
  for (const one of [...form.elements].filter(isTyped)) {
    const isOff = (one.type === 'radio' || one.type === 'checkbox') && !one.checked;
    values.set(one.name, [...(values.get(one.name) ?? []), ...(isOff ? [] : [one.value])]);
  }
  return values;
}

function keep(form, csrf) {
  const kept = keptHere(csrf, `form ${actionOf(form).slice(3)}`);
  const entry = kept.read();
  const shown = typedIn(form);
  // What the fields held before anybody typed: a refused form shows what was typed already.
  const before = new Map(entry?.fields.map(([name, , , value]) => [name, value]));
  const baseOf = (name) => before.get(name) ?? shown.get(name);

  const write = (isSent) => {
    const open = [...typedIn(form)].filter(([name, values]) => text(values) !== text(baseOf(name)));
    try {
      if (open.length === 0) kept.drop();
      else kept.write({ fields: open.map(([name, values]) => [name, values, isSent, baseOf(name)]) });
    } catch {
      // No room or no leave to keep anything here.
    }
  };

  if (entry) {
    // Where somebody else wrote meanwhile, theirs stays.
    const back = entry.fields.filter(([name, values, , base]) => {
      return text(shown.get(name)) === text(base) && text(values) !== text(base);
    });
    const { put } = formFields(form, '');
    for (const [name, values] of back) put(name, values);
    const said = Object.assign(document.createElement('p'), {
      className: 'banner banner--sun',
      textContent: words,
    });
    said.setAttribute('role', 'status');
    if (back.length > 0) form.prepend(said);
    write(false);
  }
  form.addEventListener('input', () => write(false));
  form.addEventListener('submit', () => write(true));
}

try {
  const csrf = document.querySelector('form[action$="/sign-out"]').elements.csrf.value;
  if (isTaken) keptHere(csrf).dropSent();
  for (const form of document.querySelectorAll('form[method=post]:not([data-autosave])')) {
    if ([...form.elements].some((one) => one.matches(written))) keep(form, csrf);
  }
} catch {
  // This browser keeps nothing.
}
