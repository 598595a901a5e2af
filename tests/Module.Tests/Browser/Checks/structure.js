// What a screen reader would miss: a language, a title, one main heading, headings without gaps, tables with captions and heads,
// pictures with names.
(() => {
  const wrong = [];
  if (!document.documentElement.lang) { wrong.push('the page has no language'); }
  if (!document.title) { wrong.push('the page has no title'); }
  if (document.querySelectorAll('main').length !== 1) { wrong.push('the page has not one main part'); }
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(heading => Number(heading.tagName[1]));
  if (headings[0] !== 1 || headings.filter(level => level === 1).length !== 1) { wrong.push(`the headings do not begin with one of level 1: ${headings}`); }
  headings.slice(1).forEach((level, i) => { if (level > headings[i] + 1) { wrong.push(`a heading of level ${level} follows one of level ${headings[i]}`); } });
  for (const table of document.querySelectorAll('table')) {
    const caption = table.caption?.textContent.trim();
    if (!caption) { wrong.push(`a table has no caption: ${table.textContent.slice(0, 60)}`); }
    if (!table.querySelector('th[scope="col"]')) { wrong.push(`a table has no heads: ${caption}`); }
    for (const row of table.querySelectorAll('tbody tr')) {
      if (!row.querySelector('th[scope="row"]')) { wrong.push(`a row has no head: ${row.textContent.slice(0, 60)}`); }
    }
  }
  for (const picture of document.querySelectorAll('svg')) {
    if (picture.getAttribute('aria-hidden') !== 'true' && !picture.getAttribute('aria-label') && !picture.querySelector(':scope > title')) {
      wrong.push(`a picture has no name: ${picture.outerHTML.slice(0, 60)}`);
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push(`two elements have the id ${id}`));
  for (const element of document.querySelectorAll('[aria-labelledby]')) {
    if (!document.getElementById(element.getAttribute('aria-labelledby'))) { wrong.push(`nothing has the id ${element.getAttribute('aria-labelledby')}`); }
  }
  return wrong.slice(0, 10);
})()
