// The form of a new note. Its fields, choices and workloads are those of the playbook.

import { byId, h } from "./dom.js";

/** The dialog in which a new note is filled in. */
export class NoteForm {
  #ask;
  #written;
  #shown = "";
  #form;

  /** @param ask asks the bridge; @param written takes the text of the note */
  constructor(ask, written) {
    this.#ask = ask;
    this.#written = written;
    const dialog = byId("form-dialog");
    byId("form-cancel").addEventListener("click", () => dialog.close());
    byId("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#write();
    });
  }

  /** Open the form; what was typed before stays as long as it is about the same template. */
  async open(settings, template = null) {
    const form = await this.#ask("form", { settings, template });
    const key = JSON.stringify([settings.edition, settings.playbook, form.language, form.template]);
    if (key !== this.#shown) {
      this.#form = form;
      this.#shown = key;
      this.#draw(settings);
    }
    this.#report({});
    const dialog = byId("form-dialog");
    if (!dialog.open) dialog.showModal();
  }

  #draw(settings) {
    const { fields, hashtags, templates, template } = this.#form;
    const choose = (event) => this.open(settings, event.target.value);
    const picker =
      templates.length > 1
        ? [
            h(
              "div",
              { class: "question" },
              h("label", { for: "form-template" }, "Kind of note"),
              h(
                "select",
                { id: "form-template", onchange: choose },
                templates.map(({ value, name }) => h("option", { value, selected: value === template }, name)),
              ),
            ),
          ]
        : [];
    const tags = hashtags.length ? [hashtagQuestion(hashtags)] : [];
    byId("form-fields").replaceChildren(...picker, ...fields.map(question), ...tags);
  }

  async #write() {
    const fields = byId("form-fields");
    const values = {};
    for (const field of this.#form.fields) {
      if (field.kind === "workloads") continue;
      const control = fields.querySelector(field.kind === "choice" ? `[name="${field.key}"]:checked` : `[name="${field.key}"]`);
      if (control?.value.trim()) values[field.key] = control.value;
    }
    const workloads = {};
    for (const box of fields.querySelectorAll("[data-workload]:checked")) {
      workloads[box.dataset.workload] = byId(`${box.id}-update`).value;
    }
    const hashtags = [...fields.querySelectorAll("[data-hashtag]:checked")].map((box) => box.dataset.hashtag);
    const { template } = this.#form;
    const answer = await this.#ask("new", { template, values, workloads, hashtags });
    if (answer.error) {
      this.#report(answer);
      return;
    }
    byId("form-dialog").close();
    this.#shown = "";
    this.#written(answer.text);
  }

  #report({ error = "", field = "" }) {
    byId("form-error").textContent = error;
    for (const element of byId("form-fields").querySelectorAll(".question")) {
      element.classList.toggle("refused", Boolean(error) && element.dataset.key === field);
    }
    if (field) byId("form-fields").querySelector(".refused :is(input, textarea, select)")?.focus();
  }
}

function question(field) {
  const draw = { choice: choices, workloads, workload: list, date: day }[field.kind] ?? words;
  return draw(field);
}

const heading = ({ label, hint }) => [label, hint ? h("span", { class: "hint" }, ` ${hint}`) : null];

function words(field) {
  const id = `field-${field.key}`;
  const hint = field.kind === "points" ? h("span", { class: "hint" }, " one on a line") : null;
  const area = h("textarea", { id, name: field.key, rows: field.kind === "points" ? "3" : "2" });
  return h("div", { class: "question", "data-key": field.key }, h("label", { for: id }, heading(field), hint), area);
}

function day(field) {
  const id = `field-${field.key}`;
  return h("div", { class: "question", "data-key": field.key }, h("label", { for: id }, heading(field)), h("input", { id, name: field.key, type: "date" }));
}

function list(field) {
  const id = `field-${field.key}`;
  const options = field.choices.map(({ value, name }) => h("option", { value }, name));
  const select = h("select", { id, name: field.key }, h("option", { value: "" }, ""), options);
  return h("div", { class: "question", "data-key": field.key }, h("label", { for: id }, heading(field)), select);
}

function choices(field) {
  const buttons = field.choices.map(({ value, name }) => {
    const id = `field-${field.key}-${value}`;
    return [h("input", { id, type: "radio", name: field.key, value }), h("label", { for: id }, name)];
  });
  return h("fieldset", { class: "question", "data-key": field.key }, h("legend", {}, heading(field)), h("div", { class: "buttons" }, buttons));
}

function workloads(field) {
  const items = field.choices.map(({ value, name }, index) => {
    const id = `workload-${index}`;
    const update = h("textarea", { id: `${id}-update`, rows: "2", "aria-label": `Update on ${name}`, placeholder: "How it goes, and what is next" });
    update.hidden = true;
    const toggle = (event) => {
      update.hidden = !event.target.checked;
      if (event.target.checked) update.focus();
    };
    const box = h("input", { id, type: "checkbox", "data-workload": value, onchange: toggle });
    return h("li", {}, box, h("label", { for: id }, h("span", { class: "choice" }, value), " ", name), update);
  });
  return h("fieldset", { class: "question", "data-key": field.key }, h("legend", {}, heading(field)), h("ul", { class: "workloads" }, items));
}

function hashtagQuestion(hashtags) {
  const items = hashtags.map(({ tag, summary }, index) => {
    const id = `hashtag-${index}`;
    return h("li", {}, h("input", { id, type: "checkbox", "data-hashtag": tag }), h("label", { for: id }, h("span", { class: "choice" }, tag), ` ${summary}`));
  });
  return h("fieldset", { class: "question" }, h("legend", {}, "Hashtags"), h("ul", { class: "workloads" }, items));
}
