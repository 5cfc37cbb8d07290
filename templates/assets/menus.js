// Closes a menu by the Escape key, and once the focus has left it: open it would lie over what has the focus then (WCAG 2.4.11).
// Without this script its own button closes it.

for (const menu of document.querySelectorAll('details.menu')) {
  const summary = menu.querySelector('summary');
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
}
