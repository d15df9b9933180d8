// The editor: the text, its underlines, and what undo takes back.

import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo, undoDepth } from "@codemirror/commands";
import { forEachDiagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, keymap, lineNumbers, placeholder } from "@codemirror/view";

/* global STYLE_NONCE */

const LEVELS = { error: "error", warning: "warning", information: "info" };

/** The text that people write, as the rest of the page knows it. */
export class Editor {
  #view;
  #extensions;

  /**
   * @param parent the element that it is put into
   * @param text the text at the start
   * @param handlers `changed` is called after the text changed, `moved` after the cursor moved
   */
  constructor(parent, text, handlers) {
    const listener = EditorView.updateListener.of((update) => {
      if (update.docChanged) handlers.changed();
      else if (update.selectionSet) handlers.moved();
    });
    this.#extensions = [
      lineNumbers(),
      history(),
      drawSelection(),
      search({ top: true }),
      highlightSelectionMatches(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
      placeholder("Paste or type a status note here"),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": "Your note",
        "aria-describedby": "editor-help",
        tabindex: "0",
        spellcheck: "true",
        autocapitalize: "sentences",
      }),
      EditorView.cspNonce.of(STYLE_NONCE),
      listener,
    ];
    this.#view = new EditorView({ parent, state: this.#state(text) });
  }

  #state(text) {
    return EditorState.create({ doc: text, extensions: this.#extensions });
  }

  /** The text as a value that is the same only as long as nothing changes. */
  get version() {
    return this.#view.state.doc;
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  get cursor() {
    return this.#view.state.selection.main.head;
  }

  /** Whether an input method is composing a character, which must not be disturbed. */
  get composing() {
    return this.#view.composing || this.#view.compositionStarted;
  }

  get canUndo() {
    return undoDepth(this.#view.state) > 0;
  }

  focus() {
    this.#view.focus();
  }

  undo() {
    undo(this.#view);
    this.focus();
  }

  redo() {
    redo(this.#view);
    this.focus();
  }

  /** Start anew with a text; nothing before it can be brought back. */
  reset(text) {
    this.#view.setState(this.#state(text));
  }

  /** Apply changes of the current text as one step that undo takes back. */
  change(changes) {
    const { state } = this.#view;
    this.#view.dispatch({
      changes: changes.map(({ from, to, insert }) => ({ from, to, insert: state.toText(insert) })),
      annotations: isolateHistory.of("full"),
      userEvent: "input.fix",
      scrollIntoView: true,
    });
  }

  /** Replace the text, as one step that undo takes back; the cursor stays where it is as far as it can. */
  replace(text) {
    const before = this.text;
    let start = 0;
    const most = Math.min(before.length, text.length);
    while (start < most && before[start] === text[start]) start++;
    let end = 0;
    while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end++;
    if (start === before.length && start === text.length) return;
    this.change([{ from: start, to: before.length - end, insert: text.slice(start, text.length - end) }]);
  }

  /** Underline findings of the current text. */
  underline(findings, fixes) {
    const diagnostics = findings.map((finding) => ({
      from: finding.from,
      to: finding.to,
      severity: LEVELS[finding.severity],
      message: finding.message,
      finding,
      actions: fixes(finding).map(({ name, run }) => ({ name, apply: run })),
    }));
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Return where a finding is now; null if its text is gone. */
  placeOf(finding) {
    let place = null;
    forEachDiagnostic(this.#view.state, (diagnostic, from, to) => {
      if (diagnostic.finding === finding) place = { from, to };
    });
    return place;
  }

  /** Return the number of the line of a place, counted from 1. */
  lineAt(place) {
    return this.#view.state.doc.lineAt(place).number;
  }

  /** Return the lines around changes, before and after them. */
  preview(changes) {
    const { doc } = this.#view.state;
    const from = doc.lineAt(Math.min(...changes.map((change) => change.from))).from;
    const to = doc.lineAt(Math.max(...changes.map((change) => change.to))).to;
    const after = this.#view.state.changes(changes.map(({ insert, ...place }) => ({ ...place, insert: this.#view.state.toText(insert) })));
    const text = after.apply(doc);
    return { before: doc.sliceString(from, to), after: text.sliceString(from, to + text.length - doc.length) };
  }

  /** Select a part of the text and show it. */
  select({ from, to }) {
    this.#view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.focus();
  }
}
