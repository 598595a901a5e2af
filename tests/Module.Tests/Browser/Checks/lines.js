// What has to be in one line and takes several, the names of the figures; and times below a chart that touch each other.
(() => {
  const wrong = [];
  for (const text of document.querySelectorAll('.figures dt')) {
    const range = document.createRange();
    range.selectNodeContents(text);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) { wrong.push(`more than one line: ${text.textContent}`); }
  }
  for (const axis of document.querySelectorAll('.axis')) {
    const boxes = [...axis.querySelectorAll('text')].filter(text => text.checkVisibility()).map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    boxes.slice(1).forEach((next, i) => { if (next.box.left < boxes[i].box.right + 2) { wrong.push(`${boxes[i].text} and ${next.text} touch`); } });
  }
  return wrong.slice(0, 10);
})()
