// Saves each change of a form by itself, keeps what could not be sent on this device, and sends it when the way is open again.
// Without this script the ordinary button saves.

const form = document.querySelector('form[data-autosave]');
const said = form?.querySelector('.savebar__said');
const csrf = form?.elements.csrf?.value ?? '';
const action = form?.getAttribute('action') || location.pathname;
const root = 'made-in-ess typed';
/** By writer, whose mark ends the token, and by page in any language: nobody finds what another person typed. */
const place = `${root} ${csrf.slice(32)} ${location.pathname.slice(3)}`;
const week = 7 * 24 * 3600 * 1000;
const carried = (name) => name === 'csrf' || name === 'go' || name === 'seen' || name.endsWith('.seen');

let baseline = new Map();
const refused = new Map();
let state = 'calm';
let [timer, tries, busy, leaving] = [0, 0, false, false];

/** Every field that a person fills in, with its values. */
function typed() {
  const fields = new Map();
  for (const [name, value] of new FormData(form)) {
    if (!carried(name) && typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

const text = (values = []) => JSON.stringify(values);
const elements = (name) => [...form.elements].filter((one) => one.name === name);
/** The criterion of a field, whose fields are saved together; empty for all others. */
const groupOf = (name) => (elements(`${name.split('.')[0]}.seen`).length > 0 ? name.split('.')[0] : '');

function unsaved(fields = typed()) {
  const names = new Set([...fields.keys(), ...baseline.keys()]);
  return [...names].filter((name) => text(fields.get(name)) !== text(baseline.get(name)));
}

function say(words, link) {
  said.replaceChildren(words);
  if (!link) return;
  const way = Object.assign(document.createElement('a'), { href: location.pathname, textContent: link });
  said.append(' ', way);
}
const failed = (why) => say(said.dataset.failed.replace('%s', why));

/** What is not saved yet, kept on this device until it is. */
function keep(also = {}) {
  const fields = typed();
  const names = unsaved(fields);
  try {
    if (names.length === 0) return localStorage.removeItem(place);
    const marks = [...form.elements].filter(({ name }) => name === 'seen' || name.endsWith('.seen'));
    const seen = marks.map(({ name, value }) => [name, value]);
    const kept = names.map((name) => [name, fields.get(name) ?? []]);
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), fields: kept, seen, ...also }));
  } catch {
    // No room or no leave to keep anything here: leaving warns.
  }
}

function forget(when) {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(root))) {
    if (when(key, JSON.parse(localStorage.getItem(key)))) localStorage.removeItem(key);
  }
}

/** Puts back what was typed here before and never arrived, with the marks of the page that it was typed on. */
function restore() {
  const saved = new URLSearchParams(location.search).has('saved');
  forget(
    (key, { at, sent }) => Date.now() - at > week || (sent && saved && key.startsWith(place.slice(0, -1))),
  );
  const kept = JSON.parse(localStorage.getItem(place));
  if (!kept) return;
  const marks = new Map(kept.seen);
  const now = typed();
  const back = kept.fields.filter(
    ([name, values]) => elements(name).length > 0 && text(values) !== text(now.get(name)),
  );
  for (const [name, values] of back) {
    for (const one of elements(name)) {
      if (one.type === 'radio' || one.type === 'checkbox') one.checked = values.includes(one.value);
      else one.value = values[0] ?? '';
      const folded = one.closest('details');
      if (folded) folded.open = true;
    }
    const mark = groupOf(name) ? `${groupOf(name)}.seen` : 'seen';
    for (const one of elements(mark)) one.value = marks.get(mark) ?? one.value;
  }
  keep();
  if (back.length > 0) {
    say(said.dataset.offline);
    save();
  }
}

function fault(name, words) {
  const [field] = elements(name);
  const around = field?.closest('.govuk-form-group, .choices');
  clear(name);
  if (!around) return;
  const hidden = Object.assign(document.createElement('span'), { className: 'govuk-visually-hidden' });
  hidden.textContent = `${said.dataset.error}: `;
  const line = Object.assign(document.createElement('p'), {
    className: 'govuk-error-message',
    id: `${name}-fault`,
  });
  line.append(hidden, words);
  const before = around.querySelector(
    '.govuk-input__wrapper, .govuk-input, .govuk-textarea, .govuk-radios, .choice',
  );
  around.insertBefore(line, before?.parentElement === around ? before : null);
  around.classList.add(around.matches('.choices') ? 'choices--error' : 'govuk-form-group--error');
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${line.id}`.trim());
}

function clear(name) {
  const [field] = elements(name);
  const around = field?.closest('.govuk-form-group, .choices');
  for (const line of around?.querySelectorAll(':scope > .govuk-error-message') ?? []) line.remove();
  around?.classList.remove('choices--error', 'govuk-form-group--error');
  field?.removeAttribute('aria-invalid');
}

/** Puts the parts of the page that follow from what was saved in the place of the old ones, but for where someone is at work. */
function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const changed = new Set(unsaved());
  for (const part of fresh.querySelectorAll('[data-live]')) {
    const { live } = part.dataset;
    const old = document.querySelector(`[data-live="${CSS.escape(live)}"]`);
    if (!old || old.innerHTML === part.innerHTML || changed.has(live)) continue;
    if (old.contains(document.activeElement)) continue;
    old.replaceWith(part);
  }
  // Fields that went with an old part say nothing any more; those of a new one begin as they are.
  const now = typed();
  for (const name of [...baseline.keys()]) if (elements(name).length === 0) baseline.delete(name);
  for (const [name, values] of now) if (!baseline.has(name)) baseline.set(name, values);
}

/** What goes out in one request: the fields of one criterion, or the changed ones among all others. */
function next() {
  const fields = typed();
  const open = unsaved(fields).filter((name) => refused.get(name) !== text(fields.get(name)));
  if (open.length === 0) return null;
  const group = groupOf(open[0]);
  const sent = new Map();
  const inGroup = (name) =>
    group ? name.startsWith(`${group}.`) : open.includes(name) && groupOf(name) === '';
  const body = new URLSearchParams({ csrf, go: 'stay' });
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && (inGroup(name) || (!group && name === 'seen'))) body.append(name, value);
  }
  for (const name of new Set([...open, ...fields.keys()]))
    if (inGroup(name)) sent.set(name, fields.get(name) ?? []);
  return { body, sent, group };
}

async function save() {
  clearTimeout(timer);
  if (busy) return;
  const what = next();
  if (!what) return keep();
  busy = true;
  if (state === 'calm') say(said.dataset.saving);
  let again = false;
  try {
    const headers = { Accept: 'application/json' };
    const answer = await fetch(action, { method: 'POST', headers, body: what.body, keepalive: leaving });
    const told = await answer.json().catch(() => ({}));
    again = answer.ok ? taken(told, what) : turnedAway(answer, told, what);
  } catch {
    state = 'away';
    say(said.dataset.offline);
    later();
  }
  busy = false;
  keep();
  if (again) save();
}

function taken({ text: words, seen, html }, { sent }) {
  [state, tries] = ['calm', 0];
  for (const [name, value] of Object.entries(seen)) for (const one of elements(name)) one.value = value;
  for (const [name, values] of sent) {
    baseline.set(name, values);
    refused.delete(name);
    clear(name);
  }
  show(html);
  const both = Object.values(seen).some((mark) => mark.startsWith('~'));
  say(both ? said.dataset.both : words);
  return true;
}

/** True when something else can be sent at once. */
function turnedAway({ status, headers }, { text: words, detail, faults = {}, html, now }, { sent, group }) {
  const why = words ?? detail ?? String(status);
  if (status === 429 || status >= 500) {
    state = 'away';
    failed(why);
    later(Number(headers.get('Retry-After')) * 1000);
    return false;
  }
  if (status === 401 || status === 403) return signIn();
  state = 'calm';
  if (html) show(html);
  if (now && !group) return compare(now, sent, why);
  const named = [...sent.keys()].filter((name) => faults[name]);
  for (const name of named) fault(name, faults[name]);
  for (const name of named.length > 0 ? named : sent.keys()) refused.set(name, text(sent.get(name)));
  failed(named.length > 0 ? faults[named[0]] : why);
  return named.length > 0;
}

/** Someone else saved meanwhile: where it was another field nothing stands in the way, the same field is asked about. */
function compare({ seen, values = {} }, sent, why) {
  for (const one of elements('seen')) one.value = seen;
  let asked = false;
  for (const [name, mine] of sent) {
    const theirs = [String(values[name] ?? '')];
    if (text(theirs) === text(baseline.get(name) ?? ['']) || text(theirs) === text(mine)) continue;
    asked = true;
    fault(name, said.dataset.other.replace('%s', theirs[0] || said.dataset.nothing));
    refused.set(name, text(mine));
  }
  if (asked) failed(why);
  tries += 1;
  return tries < 4;
}

/** The session is over: what was typed is kept, and comes back on this page after signing in. */
function signIn() {
  keep();
  say(said.dataset.late, said.dataset.signIn);
  const before = Number(sessionStorage.getItem(root));
  sessionStorage.setItem(root, String(Date.now()));
  leaving = true;
  if (Date.now() - before > 60_000) location.assign(location.pathname);
  return false;
}

function later(ms = 0) {
  tries += 1;
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(ms, Math.min(60_000, 1000 * 2 ** tries)));
}

function start() {
  baseline = typed();
  form.addEventListener('input', () => {
    keep();
    clearTimeout(timer);
    timer = setTimeout(save, 900);
  });
  form.addEventListener('change', () => save());
  form.addEventListener('submit', () => {
    leaving = true;
    keep({ sent: true });
  });
  window.addEventListener('online', () => save());
  window.addEventListener('beforeunload', (event) => {
    if (leaving || unsaved().length === 0) return;
    if (state === 'away' || refused.size > 0 || !navigator.onLine) event.preventDefault();
    else save();
  });
  for (const out of document.querySelectorAll('form[action$="/sign-out"]')) {
    out.addEventListener('submit', () => {
      leaving = true;
      forget((key) => key.startsWith(place.split(' ').slice(0, 3).join(' ')));
    });
  }
  try {
    restore();
  } catch {
    // Nothing can be kept on this device: what is typed is saved at once all the same.
  }
}

if (form && said) start();
