// What is drawn in a page: every text with the boxes of its lines, what is cut off, what is small.
(() => {
  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      let seen = node.data.trim() && element.checkVisibility()
        && !element.closest("title, option, .skip, .hidden");
      for (let e = element; seen && e; e = e.parentElement) {
        if (getComputedStyle(e).clipPath !== "none") seen = false;
      }
      if (!seen) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width && box.height);
      if (boxes.length) found.push([node.data.trim(), element, boxes]);
    }
    return found;
  };
  const HOLDER = "td, th, li, p, h1, h2, h3, dt, dd, button, summary, caption, .badge, .mark";
  // What a text must keep within: across, or also up and down.
  const holds = (element) => {
    const found = [[{ left: 0, right: document.documentElement.clientWidth }, false]];
    const drawn = element.closest("svg a")?.querySelector("rect.box");
    const part = element.closest(".bar text")?.previousElementSibling;
    const box = drawn || part || element.closest("svg") || element.closest(HOLDER);
    if (box) found.push([box.getBoundingClientRect(), Boolean(drawn)]);
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).overflowX !== "visible") found.push([e.getBoundingClientRect(), true]);
    }
    return found;
  };
  const outside = (box, [hold, tall]) => box.left < hold.left - 1.5 || box.right > hold.right + 1.5
    || (tall && (box.top < hold.top - 3 || box.bottom > hold.bottom + 3));
  // What is cut off, or goes out over the edge of what it stands in or of the screen.
  const cut = () => texts().filter(([, element, boxes]) => {
    const kept = holds(element);
    return boxes.some((box) => kept.some((hold) => outside(box, hold)));
  }).map(([text]) => text);
  // Smaller than so many pixels, also where a drawing is scaled down.
  const small = (least) => texts().filter(([, element]) => {
    const drawing = element.closest("svg");
    const wide = drawing?.viewBox.baseVal?.width;
    const scale = wide ? drawing.getBoundingClientRect().width / wide : 1;
    return parseFloat(getComputedStyle(element).fontSize) * scale < least;
  }).map(([text]) => text);
  return { cut, small };
})()
