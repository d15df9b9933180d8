// The list of findings beside the text, each with its fixes and the reason for its rule.

import { byId, count, h } from "./dom.js";

const LEVELS = { error: "Problem", warning: "Warning", information: "Tip" };
/** The number of findings that are listed at first, and that a button adds. */
const SHOWN = 100;

/** The list of findings. Items stay the same elements as long as their finding is there, so that focus and open parts stay. */
export class FindingList {
  #actions;
  #items = new Map();
  #limit = SHOWN;
  #latest = [];

  /** @param actions `apply(key, fix)`, `preview(fix)`, `show(finding)`, `explain(code)` */
  constructor(actions) {
    this.#actions = actions;
  }

  /** Show the findings of a text. */
  show(findings) {
    this.#latest = findings;
    const list = byId("findings");
    const items = new Map();
    for (const finding of findings.slice(0, this.#limit)) {
      const known = this.#items.get(finding.key);
      const item = known ?? new Item(this.#actions);
      item.update(finding);
      items.set(finding.key, item);
    }
    for (const [key, item] of this.#items) if (!items.has(key)) item.element.remove();
    let place = list.firstElementChild;
    for (const { element } of items.values()) {
      if (element === place) place = place.nextElementSibling;
      else list.insertBefore(element, place);
    }
    this.#items = items;
    this.#more(findings.length - this.#limit);
  }

  /** Mark the items of the findings at the cursor. */
  mark(findings) {
    for (const item of this.#items.values()) item.element.classList.toggle("current", findings.has(item.finding));
  }

  #more(left) {
    const more = byId("more");
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, SHOWN)} more of ${left}`;
    more.onclick = () => {
      this.#limit += SHOWN;
      this.show(this.#latest);
    };
  }
}

class Item {
  #actions;
  #place;
  #message;
  #level;
  #fixes;
  #preview;
  #previewed = null;
  #why;
  #whyButton;

  constructor(actions) {
    this.#actions = actions;
    this.#level = h("span", { class: "level" });
    this.#place = h("button", { type: "button", class: "link", onclick: () => actions.show(this.finding) });
    this.#message = h("p", { class: "message" });
    this.#fixes = h("div", { class: "fixes" });
    this.#preview = h("div", { class: "preview", hidden: true });
    this.#why = h("div", { class: "why", hidden: true });
    const explain = () => this.#toggleWhy();
    this.#whyButton = h("button", { type: "button", class: "link", "aria-expanded": "false", onclick: explain }, "Why?");
    const head = h("div", { class: "head" }, this.#level, this.#place, this.#whyButton);
    this.element = h("li", { class: "finding" }, head, this.#message, this.#fixes, this.#preview, this.#why);
  }

  update(finding) {
    const changed = JSON.stringify(finding.fixes) !== JSON.stringify(this.finding?.fixes);
    const isNew = this.finding === undefined;
    this.finding = finding;
    this.#place.textContent = `Line ${finding.line}`;
    this.#place.setAttribute("aria-label", `Line ${finding.line}: show it in the text`);
    if (isNew) {
      this.element.classList.add(finding.severity);
      this.#level.textContent = LEVELS[finding.severity];
      this.#message.textContent = finding.message;
      this.#whyButton.setAttribute("aria-label", `Why? Explain ${finding.code}`);
    }
    if (isNew || changed) this.#fixes.replaceChildren(...finding.fixes.map((fix, index) => this.#fixRow(fix, index)));
    // What it would do was shown for the text before.
    if (this.#previewed !== null && finding.fixes[this.#previewed]) this.#openPreview(this.#previewed);
    else this.#closePreview();
  }

  #fixRow(fix, index) {
    const { key } = this.finding;
    if (fix.safe) {
      const run = () => this.#actions.apply(key, index);
      return h("div", { class: "fix" }, button("Fix", fix.title, "primary", run), h("span", {}, fix.title));
    }
    const open = () => {
      this.#openPreview(index);
      this.#preview.querySelector("button").focus();
    };
    return h("div", { class: "fix" }, button("Suggestion", fix.title, "", open), h("span", {}, fix.title));
  }

  #openPreview(index) {
    this.#previewed = index;
    const { before, after } = this.#actions.preview(this.finding.key, index);
    const use = () => this.#actions.apply(this.finding.key, index);
    const keep = () => {
      this.#closePreview();
      this.#fixes.querySelectorAll("button")[index]?.focus();
    };
    const useIt = h("button", { type: "button", class: "primary", onclick: use }, "Use it");
    this.#preview.replaceChildren(
      h("p", {}, "This changes your words. Read it before you use it."),
      h("div", { class: "before" }, h("span", { class: "tag" }, "Now"), h("pre", { tabindex: "0" }, h("del", {}, short(before)))),
      h("div", { class: "after" }, h("span", { class: "tag" }, "Then"), h("pre", { tabindex: "0" }, h("ins", {}, short(after) || "(removed)"))),
      h("div", { class: "choices" }, useIt, h("button", { type: "button", onclick: keep }, "Keep mine")),
    );
    this.#preview.hidden = false;
  }

  #closePreview() {
    this.#previewed = null;
    this.#preview.hidden = true;
    this.#preview.replaceChildren();
  }

  async #toggleWhy() {
    const open = this.#why.hidden;
    this.#why.hidden = !open;
    this.#whyButton.setAttribute("aria-expanded", String(open));
    if (open) this.#why.replaceChildren(...explanation(await this.#actions.explain(this.finding.code)));
  }
}

function button(name, title, style, onclick) {
  return h("button", { type: "button", class: style, "aria-label": `${name}: ${title}`, onclick }, name);
}

/** Return a text that is shown as a whole if it is short, and otherwise its first and last lines. */
function short(text) {
  const lines = text.split("\n");
  return lines.length > 14 ? [...lines.slice(0, 9), "…", ...lines.slice(-4)].join("\n") : text;
}

function explanation(rule) {
  const example = rule.examples[0];
  return [
    h("p", {}, h("strong", {}, rule.summary)),
    h("p", {}, rule.reason),
    rule.ignoreWhen ? h("p", {}, h("em", {}, "Leave it if: "), rule.ignoreWhen) : null,
    example ? h("p", { class: "tag" }, example.translation ? `Example (${example.translation})` : "Example") : null,
    example ? h("pre", { tabindex: "0" }, example.before) : null,
    example?.after ? h("p", { class: "tag" }, "Becomes") : null,
    example?.after ? h("pre", { tabindex: "0" }, example.after) : null,
    h("p", { class: "code" }, h("a", { href: rule.address, target: "_blank", rel: "noopener noreferrer" }, `Rule ${rule.code}, ${rule.name}: its page on the web`)),
  ].filter(Boolean);
}

/** Return how many findings there are of each kind, in words. */
export function totals(findings) {
  const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const parts = Object.entries(LEVELS).map(([severity, name]) => [of(severity), name.toLowerCase()]);
  return parts.filter(([number]) => number).map(([number, name]) => count(number, name)).join(", ");
}
