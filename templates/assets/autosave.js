// Saves each change of a form by itself, keeps what could not be sent on this device, and sends it when the way is open again.
// Without this script the ordinary button saves.

import { formFields, text } from './formFields.js';
import { keptHere } from './keptHere.js';
import { unpressed } from './pressing.js';

const form = document.querySelector('form[data-autosave]');
const said = form?.querySelector('.savebar__said');
const csrf = form?.elements.csrf?.value ?? '';
const action = form?.getAttribute('action') || location.pathname;
const fields = form && said && formFields(form, said.dataset.error);
const kept = keptHere(csrf);
const late = 'made-in-ess late';
/** Milliseconds after which a request counts as lost. */
const longest = 20_000;

let baseline = new Map();
const refused = new Map();
/** What a button sent before, as the fields still show it: whether it arrived is not known. */
const lost = new Map();
let state = 'calm';
let [timer, tries, busy, leaving, sent] = [0, 0, false, false, false];
/** True once the browser is on its way to the sign-in page: a request sent now could take the place of where to come back to. */
let signingIn = false;
/** The field in which someone is typing, and what was refused last. */
let [writing, complaint] = ['', ''];
/** The button that was pressed while a save was on its way: what it sends follows that save, and carries the version tokens of its answer. */
let pressed = null;

function unsaved(now = fields.typed()) {
  const names = new Set([...now.keys(), ...baseline.keys()]);
  return [...names].filter((name) => text(now.get(name)) !== text(baseline.get(name)));
}

function say(words, link) {
  said.replaceChildren(words);
  if (!link) return;
  const way = Object.assign(document.createElement('a'), { href: location.pathname, textContent: link });
  said.append(' ', way);
}
const failed = (why) => say(said.dataset.failed.replace('%s', why));
const isOpen = (name, values) => name !== writing && refused.get(name) !== text(values);

/** What is not saved yet, kept on this device until it is. */
function keep() {
  const now = fields.typed();
  const isGone = (name) => sent || lost.get(name) === text(now.get(name));
  const open = unsaved(now).map((name) => [name, now.get(name) ?? [], isGone(name)]);
  try {
    if (open.length === 0) kept.drop();
    else kept.write({ fields: open, tokens: fields.tokens() });
  } catch {
    // No room or no leave to keep anything here: leaving warns.
  }
}

/**
 * Puts back what was typed here before and never arrived, and sends it with the version tokens of the page that it was typed on. What
 * a button had sent may have arrived, and been corrected since: it comes back only where nothing changed, and waits for the
 * person to save it.
 */
function restore() {
  const entry = kept.read();
  if (!entry) return;
  const tokens = new Map(entry.tokens);
  const now = fields.typed();
  const present = new Map(fields.tokens());
  const back = entry.fields.filter(([name, values, gone]) => {
    const token = fields.tokenOf(name);
    const differs = fields.elements(name).length > 0 && text(values) !== text(now.get(name));
    return differs && (!gone || tokens.get(token) === present.get(token));
  });
  for (const [name, values, gone] of back) {
    const token = fields.tokenOf(name);
    fields.put(name, values);
    fields.setToken(token, tokens.get(token) ?? present.get(token));
    if (gone) for (const waiting of [refused, lost]) waiting.set(name, text(values));
  }
  keep();
  if (back.length === 0) return;
  say(back.some(([, , gone]) => gone) ? said.dataset.back : said.dataset.offline);
  if (next()) save();
}

/** Puts the parts of the page that follow from what was saved in the place of the old ones, but for where someone is at work. */
function show(html) {
  if (pressed) return;
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const changed = new Set(unsaved());
  for (const part of fresh.querySelectorAll('[data-live]')) {
    const { live } = part.dataset;
    const old = document.querySelector(`[data-live="${CSS.escape(live)}"]`);
    if (!old || old.innerHTML === part.innerHTML || changed.has(live)) continue;
    if (!old.contains(document.activeElement)) old.replaceWith(part);
  }
  // Fields that went with an old part say nothing any more; those of a new one begin as they are.
  const now = fields.typed();
  for (const name of [...baseline.keys()]) if (fields.elements(name).length === 0) baseline.delete(name);
  for (const [name, values] of now) if (!baseline.has(name)) baseline.set(name, values);
}

/** What goes out in one request: the fields of one criterion, or the changed ones among all others. */
function next() {
  const now = fields.typed();
  const open = unsaved(now).filter((name) => isOpen(name, now.get(name)));
  if (open.length === 0) return null;
  const group = fields.groupOf(open[0]);
  const inGroup = (name) =>
    group ? name.startsWith(`${group}.`) : open.includes(name) && fields.groupOf(name) === '';
  const body = new URLSearchParams({ csrf, go: 'stay' });
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && (inGroup(name) || (!group && name === 'versionToken')))
      body.append(name, value);
  }
  const going = new Map();
  for (const name of new Set([...open, ...now.keys()]))
    if (inGroup(name)) going.set(name, now.get(name) ?? []);
  return { body, going, group };
}

async function save(keepalive = false) {
  if (writing === '') clearTimeout(timer);
  if (busy || sent || signingIn) return;
  const what = next();
  if (!what) return keep();
  busy = true;
  if (state === 'calm') say(said.dataset.saving);
  let again = false;
  try {
    const headers = { Accept: 'application/json' };
    const signal = AbortSignal.timeout(longest);
    const answer = await fetch(action, { method: 'POST', headers, body: what.body, keepalive, signal });
    const told = await answer.json().catch(() => ({}));
    await unpressed();
    again = answer.ok ? taken(told, what) : turnedAway(answer, told, what);
  } catch {
    state = 'away';
    say(said.dataset.offline);
    later();
  }
  busy = false;
  keep();
  if (pressed && !leaving) form.requestSubmit(pressed.button);
  else if (again) save();
}

function taken({ text: words, versionTokens, html }, { going }) {
  [state, tries] = ['calm', 0];
  for (const [name, value] of Object.entries(versionTokens)) fields.setToken(name, value);
  for (const [name, values] of going) {
    baseline.set(name, values);
    refused.delete(name);
    fields.clear(name);
  }
  show(html);
  const both = Object.values(versionTokens).some((token) => token.startsWith('~'));
  if (refused.size > 0 && complaint && !both) failed(complaint);
  else say(both ? said.dataset.both : words);
  return true;
}

/** True when something else can be sent at once. */
function turnedAway({ status, headers }, { text: words, detail, faults = {}, html, now }, { going, group }) {
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
  if (now && !group) return compare(now, going, why);
  const named = [...going.keys()].filter((name) => faults[name]);
  for (const name of named) fields.fault(name, faults[name]);
  for (const name of named.length > 0 ? named : going.keys()) refused.set(name, text(going.get(name)));
  complaint = named.length > 0 ? faults[named[0]] : why;
  failed(complaint);
  return named.length > 0;
}

/** Someone else saved meanwhile: where it was another field nothing stands in the way, the same field is asked about. */
function compare({ versionToken, values = {} }, going, why) {
  fields.setToken('versionToken', versionToken);
  let asked = false;
  for (const [name, mine] of going) {
    const theirs = [String(values[name] ?? '')];
    if (text(theirs) === text(baseline.get(name) ?? ['']) || text(theirs) === text(mine)) continue;
    asked = true;
    fields.fault(name, said.dataset.other.replace('%s', theirs[0] || said.dataset.nothing));
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
  const before = Number(sessionStorage.getItem(late));
  sessionStorage.setItem(late, String(Date.now()));
  leaving = true;
  signingIn = Date.now() - before > 60_000;
  if (signingIn) location.assign(location.pathname);
  return false;
}

function later(ms = 0) {
  tries += 1;
  clearTimeout(timer);
  timer = setTimeout(() => save(), Math.max(ms, Math.min(60_000, 1000 * 2 ** tries)));
}

/** The button saves everything, after the save that is on its way; who presses again does not wait for that one. */
function submit(event) {
  if (busy && !pressed) {
    pressed = { button: event.submitter };
    return event.preventDefault();
  }
  clearTimeout(timer);
  [leaving, sent, pressed, writing] = [true, true, null, ''];
  keep();
  // Who stops the browser on its way stays here, and goes on.
  setTimeout(() => {
    [leaving, sent] = [false, false];
  }, longest);
}

function start() {
  baseline = fields.typed();
  const written = async () => {
    writing = '';
    await unpressed();
    save();
  };
  form.addEventListener('input', ({ target }) => {
    keep();
    clearTimeout(timer);
    writing = target.name;
    timer = setTimeout(written, 900);
  });
  form.addEventListener('change', written);
  form.addEventListener('submit', submit);
  window.addEventListener('online', () => save());
  window.addEventListener('beforeunload', (event) => {
    if (leaving || unsaved().length === 0) return;
    writing = '';
    if (state === 'away' || refused.size > 0 || !navigator.onLine) event.preventDefault();
    else save(true);
  });
  for (const out of document.querySelectorAll('form[action$="/sign-out"]')) {
    out.addEventListener('submit', () => {
      leaving = true;
      kept.dropAll();
    });
  }
  try {
    restore();
  } catch {
    // Nothing can be kept on this device: what is typed is saved at once all the same.
  }
}

if (fields) start();
