// Knows while a button is being pressed: nothing may move then, or the click would hit something else.

let released = Promise.resolve();

/** Fulfilled once no button is pressed any more, and its click is done. */
export const unpressed = () => released;

addEventListener('pointerdown', ({ target, button }) => {
  // Of a list that opens over the page, the end of a press may never be told.
  if (button !== 0 || !target.closest('button')) return;
  released = new Promise((resolve) => {
    // The click follows this event.
    const end = () => setTimeout(resolve);
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, end, { once: true });
  });
});
