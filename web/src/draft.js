// The draft, kept in this browser alone, so that a reload loses nothing.

const KEY = "ftnotes.draft";

/** Return the draft that was kept; an empty one where there is none, or where the browser keeps nothing. */
export function loadDraft() {
  try {
    const { text = "", settings = {} } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof text === "string" && typeof settings === "object" && settings !== null ? { text, settings } : empty();
  } catch {
    return empty();
  }
}

/** Keep a draft; returns whether the browser does. */
export function saveDraft(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Remove the draft. */
export function forgetDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Then none was kept.
  }
}

const empty = () => ({ text: "", settings: {} });
