// What is wider than the window: a page is never scrolled sideways, and nothing ends beyond the right edge,
// unless it is in a part that is scrolled by itself, as a table of many columns may be on a phone.
(() => {
  const width = document.documentElement.clientWidth;
  const wrong = [];
  const isScrolled = element => element && element !== document.body && (/auto|scroll/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement));
  if (document.documentElement.scrollWidth > width) {
    wrong.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
  }
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.height > 0 && (box.right > width + 0.5 || box.left < -0.5) && !isScrolled(element.parentElement)) {
      wrong.push(`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} from ${box.left} to ${box.right} of ${width}: ${element.textContent.slice(0, 60)}`);
    }
  }
  return wrong.slice(0, 10);
})()
