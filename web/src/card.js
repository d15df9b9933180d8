// The card of what was read of the note: if something is missing here, others will miss it, too.

import { byId, h } from "./dom.js";

const STATES = { missing: "not there", empty: "empty", unclear: "not one of the choices", extra: "not part of the template" };

/** Show what was read. */
export function showCard(card) {
  const body = byId("card");
  if (!card.notes) {
    body.replaceChildren(h("p", { class: "quiet" }, "Nothing yet. What the note says will appear here, part by part."));
    return;
  }
  const which = card.notes > 1 ? `Note ${card.number} of ${card.notes}: ` : "";
  body.replaceChildren(
    h("p", { class: "quiet" }, `${which}${card.template}, ${card.language}`),
    ...(card.title ? [h("p", { class: "title" }, card.title)] : []),
    h("dl", {}, card.fields.map(field).flat()),
    ...section("Workloads", card.workloads.map(workload)),
    ...section("Next actions", card.actions.map(action)),
    ...section("Dates", card.dates.map(date)),
  );
}

function field({ label, value, state, choice }) {
  const said = choice ? h("span", { class: "choice" }, value) : short(value);
  const remark = STATES[state] ? h("span", { class: `state ${state}` }, STATES[state]) : null;
  return [h("dt", {}, label), h("dd", {}, value.trim() ? [said, " "] : null, remark)];
}

function section(title, items) {
  return items.length ? [h("h3", {}, title), h("ul", {}, items)] : [];
}

function workload({ tag, name, update, known }) {
  const heading = h("span", { class: "name" }, tag ? h("span", { class: "choice" }, tag) : null, " ", name === tag ? "" : name);
  const remark = known ? null : h("span", { class: "state extra" }, tag ? "unknown tag" : "without its tag");
  const body = update.trim() ? h("div", { class: "update" }, short(update)) : h("span", { class: "state empty" }, "no update");
  return h("li", {}, heading, " ", remark, body);
}

function action({ what, owner, date, done }) {
  const who = [owner || "nobody named", date || "no date"].join(", ");
  return h("li", { class: done ? "done" : null }, what, h("div", { class: "quiet" }, done ? `done, ${who}` : who));
}

function date({ text, days }) {
  return h("li", {}, text, " ", h("span", { class: "quiet" }, days));
}

function short(text) {
  return text.length > 240 ? `${text.slice(0, 220).trimEnd()} …` : text;
}
