// Keys of the workbench: a level, the next criterion, a field to write in. They do nothing while someone writes, and can be
// switched off, for who speaks to their computer. Without this script the page is used like any other.

const form = document.querySelector('form[data-bench]');
const toggle = document.querySelector('button[data-keys]');
const remembered = 'made-in-ess keys';

const isOn = () => {
  try {
    return localStorage.getItem(remembered) !== 'off';
  } catch {
    return true;
  }
};

function choose(value) {
  const radio = form.querySelector(`input[name=level][value="${value}"]`);
  if (!radio || radio.checked) return;
  radio.checked = true;
  for (const type of ['input', 'change']) radio.dispatchEvent(new Event(type, { bubbles: true }));
}

/** The button saves what is there and goes on, as when it is clicked. */
function go(where) {
  const onwards = where === 'next' ? ', button[name=go][value=despite]' : '';
  const button = form.querySelector(`button[name=go][value=${where}]${onwards}`);
  if (button) form.requestSubmit(button);
}

function focus(selector) {
  const field = form.querySelector(selector);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

/** The first document of the criterion; the next one after the one that was opened by this key. */
function evidence() {
  const links = [...document.querySelectorAll('a[data-view]')];
  const next = links[(links.findIndex((link) => link.dataset.opened) + 1) % links.length];
  for (const link of links) delete link.dataset.opened;
  if (!next) return;
  next.dataset.opened = 'yes';
  next.click();
}

function help() {
  const keys = document.getElementById('keys');
  keys.open = !keys.open;
  if (keys.open) keys.querySelector('summary').focus();
}

const does = {
  n: () => choose('na'),
  j: () => go('next'),
  k: () => go('previous'),
  ArrowRight: () => go('next'),
  ArrowLeft: () => go('previous'),
  c: () => focus('textarea[name=comment]'),
  f: () => focus('input[name=finding]:checked'),
  e: evidence,
  '?': help,
};
for (const level of ['0', '1', '2', '3', '4']) does[level] = () => choose(level);

/** Someone writes in the field, or moves about in what takes arrows itself. */
function isTaken({ key, target }) {
  if (target.closest?.('textarea, select, input:not([type=radio], [type=checkbox])')) return true;
  return key.startsWith('Arrow') && target.matches?.('input[type=radio]');
}

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (key === 'Escape' && form.contains(target)) return target.blur();
  const act = does[key.length === 1 ? key.toLowerCase() : key];
  if (!act || !isOn() || isTaken(event)) return;
  event.preventDefault();
  act();
});

function name() {
  toggle.textContent = isOn() ? toggle.dataset.off : toggle.dataset.on;
}

toggle.hidden = false;
name();
toggle.addEventListener('click', () => {
  try {
    localStorage.setItem(remembered, isOn() ? 'off' : 'on');
  } catch {
    // A browser that keeps nothing keeps the keys.
  }
  name();
});
