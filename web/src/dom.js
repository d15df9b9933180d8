// Elements from values. Text is always set as text, so that what stands in a note can't become markup.

/** Make an element: `h("button", { class: "quiet", onclick }, "Copy")`. Attributes that are null or false are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Return the element of the page with an id. */
export const byId = (id) => document.getElementById(id);

/** Return a number with its noun: "1 finding", "3 findings". */
export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
