// What people say about themselves and the note, for the rules that depend on it.

import { byId, h } from "./dom.js";

const LABELS = {
  role: "Your role",
  "note-type": "Type of note",
  intent: "What the customer wants",
  priority: "Priority of the customer",
  date: "Day of the note",
  language: "Language of the note",
  edition: "Edition of the guidance",
};
const NOTHING = { language: "The usual one", edition: "The usual one", priority: "Not given", date: "" };

/** Return the settings in words: "Your role and Type of note". */
export function settingNames(names) {
  const labels = names.map((name) => LABELS[name]).filter(Boolean);
  return labels.length > 1 ? `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}` : (labels[0] ?? "");
}

/** The selectors. */
export class Settings {
  #values;
  #changed;
  #ask;

  constructor(values, ask, changed) {
    this.#values = Object.fromEntries(Object.entries(values).filter(([name, value]) => name in LABELS && typeof value === "string" && value));
    this.#ask = ask;
    this.#changed = changed;
  }

  get values() {
    return { ...this.#values };
  }

  /** Draw the selectors with the values of the edition that is chosen; values that it doesn't have are taken back. */
  async show() {
    let choices = await this.#ask({ edition: this.#values.edition });
    if (choices.error) {
      this.#values = {};
      choices = await this.#ask({});
    }
    for (const [name, value] of Object.entries(this.#values)) {
      if (choices[name] && !choices[name].some((choice) => choice.value === value)) delete this.#values[name];
    }
    byId("settings").replaceChildren(...Object.keys(LABELS).map((name) => this.#selector(name, choices)));
    this.#summarize();
  }

  /** Open the selectors, at the first of some. */
  open(names) {
    byId("about").open = true;
    byId(`setting-${names.find((name) => name in LABELS) ?? "role"}`).focus();
  }

  #selector(name, choices) {
    const id = `setting-${name}`;
    const onchange = (event) => this.#set(name, event.target.value);
    const label = h("label", { for: id }, LABELS[name]);
    if (name === "date") return h("div", {}, label, h("input", { id, type: "date", value: this.#values.date ?? "", onchange }));
    const usual = choices.now[name] && choices[name].find((choice) => choice.value === choices.now[name]);
    const nothing = usual && !this.#values[name] ? `${usual.name}` : (NOTHING[name] ?? "Not given");
    const options = choices[name].filter((choice) => choice !== usual || this.#values[name]);
    const select = h(
      "select",
      { id, onchange },
      h("option", { value: "" }, nothing),
      options.map(({ value, name: text }) => h("option", { value, selected: this.#values[name] === value }, text)),
    );
    return h("div", {}, label, select);
  }

  async #set(name, value) {
    if (value) this.#values[name] = value;
    else delete this.#values[name];
    if (name === "edition") {
      await this.show();
      byId("setting-edition").focus();
    }
    this.#summarize();
    this.#changed();
  }

  #summarize() {
    const chosen = Object.keys(this.#values).map((name) => {
      const element = byId(`setting-${name}`);
      return element.selectedOptions ? element.selectedOptions[0].textContent.split(":")[0] : element.value;
    });
    byId("about-chosen").textContent = chosen.length ? chosen.join(" · ") : "who writes it, as what, for whom: for more precise findings";
  }
}
