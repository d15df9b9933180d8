// The page: what people type goes to the library, and what it finds comes back.

import example from "../../examples/messy.md";
import { showCard } from "./card.js";
import { byId, count, h } from "./dom.js";
import { forgetDraft, loadDraft, saveDraft } from "./draft.js";
import { Editor } from "./editor.js";
import { Engine } from "./engine.js";
import { FindingList, totals } from "./findings.js";
import { NoteForm } from "./form.js";
import { announce, toast } from "./messages.js";
import { Settings, settingNames } from "./settings.js";

/** How long typing pauses before something is done, and how long work takes before the page says so, in milliseconds. */
const PAUSE = { draft: 300, announcement: 1500, card: 150, patience: 600 };

const draft = loadDraft();
const engine = new Engine();
const editor = new Editor(byId("editor"), draft.text, { changed: textChanged, moved: cursorMoved });
const settings = new Settings(draft.settings, (values) => engine.ask("settings", { settings: values }), settingsChanged);
const list = new FindingList({ apply: applyFix, preview: previewFix, show: showFinding, explain });
const form = new NoteForm((name, request) => engine.ask(name, { settings: settings.values, ...request }), noteWritten);

/** The settings that the draft brings along can be those of an edition that is no more. */
const settled = engine.ready.then(() => settings.show());

/** The answer of the last check, and the version of the text that it is about. */
let latest = { findings: [], hasNote: true, notChecked: [] };
let checked = null;
let running = null;
let stale = false;

function later(milliseconds, run) {
  let timer;
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
  return start;
}

const request = (more = {}) => ({ text: editor.text, settings: settings.values, ...more });

// Checks: one at a time, and always of the newest text.

function check() {
  stale = true;
  byId("findings").setAttribute("aria-busy", "true");
  running ??= checkAll().finally(() => (running = null));
  return running;
}

async function checkAll() {
  while (stale) {
    stale = false;
    await settled;
    const version = editor.version;
    const answer = await engine.ask("check", request());
    if (answer.error) {
      toast(answer.error);
      Object.assign(answer, { findings: [], hasNote: true, notChecked: [] });
    }
    // An input method must not lose what it is composing to new underlines.
    while (editor.composing && editor.version === version) await new Promise((resolve) => setTimeout(resolve, 50));
    if (version === editor.version && !stale) show(version, answer);
    else stale = true;
  }
}

function show(version, answer) {
  const seen = new Map();
  for (const finding of answer.findings) {
    const name = `${finding.code} ${finding.severity} ${finding.message}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    finding.key = `${name} ${seen.get(name)}`;
  }
  latest = answer;
  checked = version;
  editor.underline(answer.findings, (finding) =>
    finding.fixes
      .map((fix, index) => ({ name: `Fix: ${fix.title}`, safe: fix.safe, run: () => applyFix(finding.key, index) }))
      .filter((fix) => fix.safe),
  );
  list.show(answer.findings);
  byId("findings").setAttribute("aria-busy", "false");
  summarize();
  cursorMoved();
  card();
  announceLater();
}

const fixable = () => latest.findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;

function summarize() {
  const { findings, hasNote, notChecked } = latest;
  const empty = !editor.version.length;
  const heading = findings.length ? totals(findings) : empty ? "" : hasNote ? "Nothing to fix" : "";
  byId("totals").textContent = heading;
  byId("start").hidden = !empty;
  byId("clean").hidden = empty || !hasNote || findings.length > 0;
  byId("no-note").hidden = empty || hasNote;
  const needs = [...new Set(notChecked.flatMap((one) => one.needs))].filter((name) => settingNames([name]));
  byId("not-checked").hidden = empty || !hasNote || needs.length === 0;
  byId("not-checked-text").textContent = `${count(notChecked.length, "rule")} could not be checked. Give ${settingNames(needs)}.`;
  byId("not-checked-give").onclick = () => settings.open(needs);
  const number = fixable();
  byId("fix-all-count").textContent = number ? ` (${number})` : "";
  enable("fix-all", number > 0);
  for (const id of ["format", "copy"]) enable(id, !empty);
  enable("undo", editor.canUndo);
}

function enable(id, possible) {
  byId(id).setAttribute("aria-disabled", String(!possible));
}

const announceLater = later(PAUSE.announcement, () => {
  const { findings, hasNote } = latest;
  if (!editor.version.length) announce("");
  else if (!hasNote && !findings.length) announce("No status note found in this text.");
  else announce(findings.length ? `${count(findings.length, "finding")}: ${totals(findings)}.` : "No findings.");
});

const card = later(PAUSE.card, async () => {
  if (running) return;
  const version = editor.version;
  const answer = await engine.ask("card", request({ place: editor.cursor }));
  if (!answer.error && version === editor.version) showCard(answer);
});

// The text.

const keep = later(PAUSE.draft, keepNow);

function keepNow() {
  if (!editor.version.length && !Object.keys(settings.values).length) forgetDraft();
  else byId("not-kept").hidden = saveDraft({ text: editor.text, settings: settings.values });
}

function textChanged() {
  enable("undo", editor.canUndo);
  keep();
  check().catch(failed);
}

function settingsChanged() {
  keep();
  check().catch(failed);
}

const cardAtCursor = later(PAUSE.card, card);

function cursorMoved() {
  const { cursor } = editor;
  const here = latest.findings.filter((finding) => finding.from <= cursor && cursor <= finding.to);
  list.mark(new Set(here.length < latest.findings.length ? here : []));
  if (checked === editor.version) cardAtCursor();
}

// Findings and their fixes.

async function current(key, index) {
  while (checked !== editor.version) await check();
  return latest.findings.find((finding) => finding.key === key)?.fixes[index];
}

async function applyFix(key, index) {
  const fix = await current(key, index);
  if (!fix) {
    toast("The text has changed, and this finding is gone.");
    return;
  }
  const at = latest.findings.findIndex((finding) => finding.key === key);
  editor.change(fix.changes);
  await check();
  toast(`Done: ${fix.title}.`, undoAction());
  focusFinding(at);
}

/** Move the focus to the finding that has taken the place of a fixed one, so that a keyboard can go on. */
function focusFinding(index) {
  const items = byId("findings").children;
  const item = items[Math.min(index, items.length - 1)];
  (item?.querySelector(".fix button") ?? item?.querySelector("button") ?? byId("copy")).focus({ preventScroll: true });
}

function previewFix(key, index) {
  const fix = latest.findings.find((finding) => finding.key === key).fixes[index];
  return editor.preview(fix.changes);
}

function showFinding(finding) {
  const place = editor.placeOf(finding);
  if (place) editor.select(place);
}

const explanations = new Map();

async function explain(code) {
  const { edition, playbook } = settings.values;
  const key = JSON.stringify([code, edition, playbook]);
  if (!explanations.has(key)) explanations.set(key, await engine.ask("explain", { code, settings: settings.values }));
  return explanations.get(key);
}

const undoAction = () => ({ name: "Undo", run: () => editor.undo() });

// The buttons.

function onButton(id, run) {
  byId(id).addEventListener("click", () => {
    if (byId(id).getAttribute("aria-disabled") !== "true") Promise.resolve(run()).catch(failed);
  });
}

/** Replace the text by what a function of the bridge makes of it; if it was changed meanwhile, of what it is now. */
async function rewrite(name, said) {
  const waiting = setTimeout(() => toast("At work. A long text takes a while."), PAUSE.patience);
  let version, answer;
  try {
    do {
      version = editor.version;
      answer = await engine.ask(name, request());
    } while (version !== editor.version);
    if (!answer.error) {
      editor.replace(answer.text);
      await check();
    }
  } finally {
    clearTimeout(waiting);
  }
  const changed = version !== editor.version;
  toast(answer.error ?? said(answer, changed), changed ? undoAction() : null);
}

onButton("fix-all", () =>
  rewrite("fix", ({ fixed, left }) => `Fixed ${count(fixed, "thing")}. ${left ? `${count(left, "finding")} left for you to decide.` : "Nothing is left."}`),
);

onButton("format", () =>
  rewrite("format", ({ kept }, changed) => {
    if (!changed) return "It is in the layout of the template already.";
    return kept ? `Formatted. ${count(kept, "part")} stayed as typed.` : "Formatted: the note is in the layout of the template.";
  }),
);

onButton("copy", async () => {
  await copy(editor.text);
  toast("Copied. Paste it where the note belongs.");
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // An old browser, or a page without https: the way before the clipboard had an interface.
    const area = h("textarea", { class: "offscreen" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

onButton("undo", () => editor.undo());
onButton("new", () => form.open(settings.values));
onButton("start-new", () => form.open(settings.values));
onButton("example", () => {
  editor.replace(example);
  editor.focus();
});

function noteWritten(text) {
  editor.replace(text);
  toast("Here is your note.", undoAction());
  editor.focus();
}

onButton("forget", () => byId("forget-dialog").showModal());
onButton("forget-no", () => byId("forget-dialog").close());
onButton("forget-yes", async () => {
  byId("forget-dialog").close();
  editor.reset("");
  forgetDraft();
  await check();
  toast("Forgotten. Nothing of it is left in this browser.");
  editor.focus();
});

onButton("licences", async () => {
  byId("licences-text").textContent = await (await fetch("licences.txt")).text();
  byId("licences-dialog").showModal();
});
onButton("licences-close", () => byId("licences-dialog").close());

// The start.

function failed(error) {
  byId("status").textContent = "Something went wrong: reload the page. Your text is kept.";
  byId("status").className = "failed";
  console.error(error);
}

async function workOffline() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register("sw.js");
  await navigator.serviceWorker.ready;
  byId("offline").textContent = "Works without a network, too.";
}

addEventListener("pagehide", keepNow);
summarize();
settled
  .then(async () => {
    await check();
    byId("status").hidden = true;
    document.documentElement.dataset.ready = "";
    performance.mark("ready");
    await workOffline().catch((error) => console.warn(error));
  })
  .catch(failed);
