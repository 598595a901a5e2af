// Text that is hard to read: its contrast to what is behind it is below 4.5 to 1, as WCAG 2.2 asks for at level AA (1.4.3).
(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const parse = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const over = (front, back) => ({
    r: front.r * front.a + back.r * (1 - front.a), g: front.g * front.a + back.g * (1 - front.a), b: front.b * front.a + back.b * (1 - front.a), a: 1,
  });
  const channel = value => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = colour => 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  const canvasColour = parse('canvas');
  const behind = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) { layers.push(parse(getComputedStyle(at).backgroundColor)); }
    return layers.reverse().reduce((back, front) => over(front, back), canvasColour);
  };
  const wrong = [];
  let seen = 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const isShown = element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg title');
    if (!isShown || !texts.currentNode.data.trim()) { continue; }
    const style = getComputedStyle(element);
    const colour = parse(element.closest('svg') ? style.fill : style.color);
    for (let at = element; at; at = at.parentElement) { colour.a *= Number(getComputedStyle(at).opacity); }
    const back = behind(element);
    const found = contrast(over(colour, back), back);
    seen++;
    if (found < 4.5) {
      wrong.push(`${found.toFixed(2)}: ${style.color} in ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}: ${texts.currentNode.data.trim().slice(0, 40)}`);
    }
  }
  return seen < 20 ? [`only ${seen} texts are to be seen`] : wrong.slice(0, 10);
})()
