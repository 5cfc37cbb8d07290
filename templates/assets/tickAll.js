// One box that ticks every row of a page. Without this script, where it is not shown, each is ticked by itself.

for (const all of document.querySelectorAll('[data-all]')) {
  const rows = [...all.form.querySelectorAll('[data-row]:not([data-all])')];
  const show = () => {
    const ticked = rows.filter(({ checked }) => checked).length;
    all.checked = ticked === rows.length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener('change', () => {
    for (const row of rows) row.checked = all.checked;
  });
  for (const row of rows) row.addEventListener('change', show);
  // A page that one comes back to has its ticks again.
  window.addEventListener('pageshow', show);
  all.closest('[hidden]').hidden = false;
}
