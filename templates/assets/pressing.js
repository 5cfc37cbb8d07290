// Knows while someone presses on the page: nothing may move then, or their click would hit something else.

let released = Promise.resolve();

/** Fulfilled once nobody presses any more, and their click is done. */
export const unpressed = () => released;

addEventListener(
  'pointerdown',
  () => {
    released = new Promise((resolve) => {
      // The click follows this event.
      const end = () => setTimeout(resolve);
      for (const type of ['pointerup', 'pointercancel']) addEventListener(type, end, { once: true });
    });
  },
  { capture: true },
);
