// The figures that the page holds for programs: those of the whole report by name, and those of rows by row and name.
(() => {
  const figures = {};
  for (const data of document.querySelectorAll('data[data-figure]')) {
    const row = data.closest('tr[data-row]')?.dataset.row;
    const name = row ? `${row} ${data.dataset.figure}` : data.dataset.figure;
    figures[name] = name in figures ? 'twice' : data.value;
  }
  return figures;
})()
