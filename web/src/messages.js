// What the page says: to everyone in a bar at the foot, and to screen readers in a live region.

import { byId, h } from "./dom.js";

let timer;

/** Tell screen readers something that others see anyway. */
export function announce(text) {
  byId("announcer").textContent = text;
}

/** Show a message for some seconds, with an optional action. */
export function toast(text, action = null) {
  const bar = byId("toast");
  bar.replaceChildren(h("span", {}, text));
  if (action) {
    const act = () => {
      bar.replaceChildren();
      action.run();
    };
    bar.append(h("button", { type: "button", onclick: act }, action.name));
  }
  clearTimeout(timer);
  timer = setTimeout(() => bar.replaceChildren(), 8000);
}
