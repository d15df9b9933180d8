// What people say about themselves and the note, for the rules that depend on it, and the playbook of their own.

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
/** The text and the name of the file of a custom playbook. */
const CUSTOM = ["playbook", "playbook-name"];
/** The largest file that is read as a playbook, in bytes: browsers keep about five million characters. */
const LARGEST = 1_000_000;

/** Return the settings in words: "Your role and Type of note". */
export function settingNames(names) {
  const labels = names.map((name) => LABELS[name]).filter(Boolean);
  return labels.length > 1 ? `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}` : (labels[0] ?? "");
}

/** Return the text of a file, or the reason why it can't be a playbook. */
async function textOf(file) {
  if (file.size > LARGEST) return { error: `${file.name} is too large for a playbook.` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { error: `${file.name} is not a text in UTF-8. Choose the TOML file of a playbook.` };
  }
}

/** The selectors. */
export class Settings {
  #values;
  #changed;
  #ask;

  constructor(values, ask, changed) {
    const known = ([name, value]) => (name in LABELS || CUSTOM.includes(name)) && typeof value === "string" && value;
    this.#values = Object.fromEntries(Object.entries(values).filter(known));
    this.#ask = ask;
    this.#changed = changed;
  }

  get values() {
    return { ...this.#values };
  }

  /** Draw the selectors with the values of the chosen edition or playbook; values that it doesn't have are taken back. */
  async show() {
    let choices = await this.#ask(this.#source());
    let error = "";
    if (choices.error) {
      // What was kept can be of an earlier version.
      if (this.#values.playbook) error = choices.error;
      this.#values = {};
      choices = await this.#ask({});
    }
    for (const [name, value] of Object.entries(this.#values)) {
      if (choices[name] && !choices[name].some((choice) => choice.value === value)) delete this.#values[name];
    }
    const names = Object.keys(LABELS).filter((name) => this.#applies(name, choices));
    byId("settings").replaceChildren(...names.map((name) => this.#selector(name, choices)), this.#playbook(error));
    this.#summarize();
  }

  /** Open the selectors, at the first of some. */
  open(names) {
    byId("about").open = true;
    byId(`setting-${names.find((name) => name in LABELS) ?? "role"}`)?.focus();
  }

  #source() {
    const { edition, playbook, "playbook-name": name } = this.#values;
    return playbook ? { playbook, "playbook-name": name } : { edition };
  }

  /** Return whether a setting has a choice: an own playbook can have one language and no roles, and takes the place of an edition. */
  #applies(name, choices) {
    if (name === "edition") return !this.#values.playbook;
    return name === "date" || choices[name].length > (name === "language" ? 1 : 0);
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
    return h("div", { class: name === "edition" && "wide" }, label, select);
  }

  /** Return the part where a playbook is chosen from a file, or forgotten. */
  #playbook(error) {
    const title = h("span", { id: "playbook-title" }, "A template of your own");
    const message = h("p", { id: "playbook-error", role: "alert" }, error);
    if (this.#values.playbook) {
      const forget = h("button", { type: "button", id: "playbook-forget", class: "link", onclick: () => this.#use({}) }, "Forget it");
      return h("div", { class: "own" }, title, h("p", {}, h("strong", {}, this.#values["playbook-name"]), " is used, and kept in this browser. ", forget), message);
    }
    const help = h("p", { id: "playbook-help", class: "quiet" }, "The TOML file of a playbook. It is read here, and stays in this browser.");
    const onchange = (event) => this.#choose(event.target.files[0]);
    const described = "playbook-help playbook-error";
    const input = { id: "setting-playbook", type: "file", accept: ".toml", "aria-labelledby": "playbook-title", "aria-describedby": described, onchange };
    return h("div", { class: "own" }, title, h("input", input), help, message);
  }

  async #choose(file) {
    if (!file) return;
    const { text, error } = await textOf(file);
    const playbook = { playbook: text, "playbook-name": file.name };
    const problem = error ?? (text.trim() ? (await this.#ask(playbook)).error : `${file.name} is empty.`);
    if (problem) {
      byId("playbook-error").textContent = `This file can't be used. ${problem}`;
      byId("setting-playbook").value = "";
    } else {
      await this.#use(playbook);
    }
  }

  /** Use a playbook, or the published one again. */
  async #use(playbook) {
    for (const name of [...CUSTOM, "edition"]) delete this.#values[name];
    Object.assign(this.#values, playbook);
    await this.show();
    byId(playbook.playbook ? "playbook-forget" : "setting-playbook").focus();
    this.#changed();
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
    const chosen = Object.keys(LABELS).filter((name) => this.#values[name] && byId(`setting-${name}`)).map((name) => {
      const element = byId(`setting-${name}`);
      return element.selectedOptions ? element.selectedOptions[0].textContent.split(":")[0] : element.value;
    });
    if (this.#values.playbook) chosen.push(this.#values["playbook-name"]);
    byId("about-chosen").textContent = chosen.length ? chosen.join(" · ") : "who writes it, as what, for whom: for more precise findings";
  }
}
