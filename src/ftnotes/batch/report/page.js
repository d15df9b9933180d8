"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PAGE = { matrix: 400, list: 50, print: 1000 };
  const STATES = ["done", "part", "plan", "text", "named"];
  const SIGNS = ["✓", "◐", "○", "•", "–"];
  const FLAGS = {
    stale: "note is stale", overdue: "action overdue", week: "action due this week", support: "asks for support",
    escalations: "escalation", unread: "not recognized", changed: "changed", problems: "has problems",
  };

  /** Make an element; texts stay texts. */
  function make(name, attributes = {}, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...content.filter((part) => part !== null));
    return element;
  }

  const numbered = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true }));
  const errors = (note) => note.findings.filter(([, severity]) => severity === "error").length;

  data.notes.forEach((note, place) => {
    note.number = place;
    if (note.findings.length) note.flags.push("problems");
    note.search = [note.name, ...note.kept, ...Object.values(note.cells).map((cell) => cell[2]), ...(note.text || []).map((part) => (typeof part === "string" ? part : part[0]))]
      .join(" ").toLowerCase();
  });

  /** The columns of both views: a head, the value to sort by, and the cell. */
  function columnsOf(view) {
    const name = {
      head: "Name", value: (note) => note.name,
      cell: (note) => make("th", { scope: "row" }, make("a", { href: `#note-${note.number}` }, note.name)),
    };
    if (view === "matrix") {
      const cell = (at) => (note) => {
        const found = note.cells[at];
        if (!found) return make("td", { tabindex: -1 });
        const [state, share, update] = found;
        const words = `${data.workloads[at].name}: ${data.states[state]}${share ? `, ${share}` : ""}`;
        return make("td", { tabindex: -1, "data-s": at, "data-n": note.number, title: update || words },
          make("span", { class: `s-${STATES[state]}`, "aria-label": words, role: "img" }, share || SIGNS[state]));
      };
      const value = (at) => (note) => (note.cells[at] ? STATES.length - note.cells[at][0] + parseFloat(note.cells[at][1] || 0) / 1000 : 0);
      return [name, ...data.workloads.map((workload, at) => ({ head: workload.key, title: workload.name, value: value(at), cell: cell(at), down: true })),
        { head: "all", title: "number of workloads", value: (note) => Object.keys(note.cells).length, down: true,
          cell: (note) => make("td", { tabindex: -1, class: "n" }, String(Object.keys(note.cells).length)) }];
    }
    const plain = (head, value, down = false, shown = value) => ({ head, value, down, cell: (note) => make("td", { class: down ? "n" : false }, String(shown(note))) });
    return [
      name,
      ...data.columns.map((column, at) => plain(column, (note) => note.kept[at] || "")),
      ...data.fields.map((field, at) => plain(field.label, (note) => note.choices[at] ?? 99, false, (note) => field.choices[note.choices[at]] ?? "")),
      plain("days old", (note) => note.age ?? -1, true, (note) => note.age ?? ""),
      plain("workloads", (note) => Object.keys(note.cells).length, true),
      plain("overdue", (note) => note.due[0], true),
      plain("errors", errors, true),
      plain("problems", (note) => note.findings.length, true),
      { head: "about", value: (note) => note.flags.length, down: true,
        cell: (note) => make("td", {}, note.flags.filter((flag) => flag !== "problems").map((flag) => FLAGS[flag]).join(", ")) },
    ];
  }

  /** A table of customers with search, filters, sorting and pages. */
  class Explorer {
    constructor(root) {
      this.root = root;
      this.view = root.dataset.view;
      this.columns = columnsOf(this.view);
      this.state = { search: "", page: 0, sort: 0, down: false, filters: {} };
      this.size = PAGE[this.view];
      this.controls();
      this.count = make("p", { class: "count", role: "status" });
      this.table = make("table", { class: this.view });
      if (this.view === "matrix") this.table.setAttribute("role", "grid");
      this.scroll = make("div", { class: "scroll", tabindex: this.view === "matrix" ? false : 0, role: "region", "aria-label": `${this.label}, table` }, this.table);
      this.pager = make("div", { class: "pager" });
      root.append(this.form, this.count);
      if (this.view === "matrix") root.append(this.legend());
      root.append(this.scroll);
      if (this.view === "matrix") {
        this.detail = make("div", { class: "detail", role: "status" }, "Select a cell to read the update.");
        root.append(this.detail);
        this.keys();
      }
      root.append(this.pager);
      this.head();
      this.draw();
    }

    get label() { return this.view === "matrix" ? `${data.noun === "note" ? "Notes" : "Customers"} by workload` : "All notes"; }

    legend() {
      return make("ul", { class: "legend" }, ...data.states.map((words, at) => make("li", {}, `${SIGNS[at]} ${words}`)));
    }

    select(name, words, options) {
      const select = make("select", { onchange: () => this.set({ filters: { ...this.state.filters, [name]: select.value } }) },
        make("option", { value: "" }, "all"), ...options.map(([value, text]) => make("option", { value }, text)));
      this.selects[name] = select;
      return make("label", {}, words, select);
    }

    controls() {
      this.selects = {};
      this.input = make("input", { type: "search", autocomplete: "off", oninput: () => this.set({ search: this.input.value.trim().toLowerCase() }) });
      const filters = data.fields.map((field, at) => this.select(`f${at}`, field.label, field.choices.map((words, choice) => [String(choice), words])));
      data.columns.forEach((column, at) => {
        const values = [...new Set(data.notes.map((note) => note.kept[at]))].filter(Boolean).sort(compare);
        if (values.length > 1 && values.length <= 60) filters.push(this.select(`k${at}`, column, values.map((value) => [value, value])));
      });
      const flags = Object.entries(FLAGS).filter(([flag]) => data.notes.some((note) => note.flags.includes(flag)));
      if (flags.length) filters.push(this.select("is", "only where", flags));
      const rules = Object.entries(data.rules).map(([code, name]) => [code, `${code} ${name}`]);
      if (this.view === "list" && rules.length) filters.push(this.select("rule", "problem", rules));
      const reset = make("button", { type: "button", onclick: () => this.reset() }, "Show all");
      this.form = make("div", { class: "controls", role: "search", "aria-label": `Find in ${this.label}` }, make("label", {}, data.redacted ? "Search names" : "Search names and notes", this.input), ...filters, reset);
    }

    set(change) {
      Object.assign(this.state, { page: 0 }, change);
      this.draw();
    }

    reset(filters = {}) {
      this.input.value = "";
      for (const [name, select] of Object.entries(this.selects)) select.value = filters[name] ?? "";
      this.set({ search: "", filters });
    }

    matches(note) {
      if (this.state.search && !this.state.search.split(/\s+/).every((word) => note.search.includes(word))) return false;
      return Object.entries(this.state.filters).every(([name, value]) => {
        if (!value) return true;
        if (name === "is") return note.flags.includes(value);
        if (name === "rule") return note.findings.some(([code]) => code === value);
        const at = Number(name.slice(1));
        return name[0] === "f" ? String(note.choices[at]) === value : note.kept[at] === value;
      });
    }

    head() {
      const row = make("tr", {}, ...this.columns.map((column, at) => make("th", { scope: "col", title: column.title || false },
        make("button", { type: "button", "aria-label": column.title ? `${column.head}, ${column.title}` : false, onclick: () => this.sort(at) }, column.head))));
      this.body = make("tbody");
      this.table.replaceChildren(make("caption", {}, this.label), make("thead", {}, row), this.body);
    }

    sort(at) {
      const first = Boolean(this.columns[at].down);
      this.set({ sort: at, down: this.state.sort === at ? !this.state.down : first });
    }

    draw() {
      const column = this.columns[this.state.sort];
      const found = data.notes.filter((note) => this.matches(note));
      found.sort((a, b) => (this.state.down ? -1 : 1) * compare(column.value(a), column.value(b)) || a.number - b.number);
      const pages = Math.max(Math.ceil(found.length / this.size), 1);
      const start = this.state.page * this.size;
      const shown = found.slice(start, start + this.size);
      this.table.querySelectorAll("thead th").forEach((head, at) => {
        if (at === this.state.sort) head.setAttribute("aria-sort", this.state.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      this.body.replaceChildren(...shown.map((note) => make("tr", {}, ...this.columns.map((one) => one.cell(note)))));
      const cell = this.body.querySelector("td[data-s]") || this.body.querySelector("td");
      if (this.view === "matrix" && cell) cell.tabIndex = 0;
      const which = this.size === PAGE.print ? `; the first ${this.size.toLocaleString("en")} are printed` : `, page ${this.state.page + 1} of ${pages}`;
      this.count.textContent = `${found.length.toLocaleString("en")} of ${numbered(data.notes.length, data.noun)}` + (pages > 1 ? which : "");
      const turn = (by, words) => make("button", { type: "button", disabled: !(this.state.page + by in [...Array(pages)]), onclick: () => { this.state.page += by; this.draw(); this.scroll.scrollTop = 0; } }, words);
      this.pager.replaceChildren(...(pages > 1 ? [turn(-1, "Previous page"), turn(1, "Next page")] : []));
    }

    /** One cell of the matrix can be reached by Tab, the others by arrows. */
    keys() {
      const focus = (cell) => {
        if (!cell || cell.tagName !== "TD") return;
        this.body.querySelectorAll('td[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
        cell.tabIndex = 0;
        cell.focus();
      };
      this.table.addEventListener("click", (event) => { const cell = event.target.closest("td"); if (cell) { focus(cell); this.tell(cell); } });
      this.table.addEventListener("keydown", (event) => {
        const cell = event.target.closest("td");
        if (!cell) return;
        const row = cell.parentElement;
        const beside = (other) => other && other.children[cell.cellIndex];
        const next = {
          ArrowLeft: () => cell.previousElementSibling, ArrowRight: () => cell.nextElementSibling,
          ArrowUp: () => beside(row.previousElementSibling), ArrowDown: () => beside(row.nextElementSibling),
          Home: () => row.children[1], End: () => row.lastElementChild,
        }[event.key];
        if (next) { event.preventDefault(); focus(next()); }
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); this.tell(cell); }
      });
    }

    tell(cell) {
      if (cell.dataset.s === undefined) return;
      const note = data.notes[Number(cell.dataset.n)];
      const [state, share, update] = note.cells[cell.dataset.s];
      const words = `${data.states[state]}${share ? `, ${share}` : ""}`;
      this.detail.replaceChildren(make("b", {}, make("a", { href: `#note-${note.number}` }, note.name), ` – ${data.workloads[cell.dataset.s].name}`), ` (${words})\n`, update || (data.redacted ? "" : "Listed without an update."));
    }
  }

  /** The note in a dialog, with its findings marked. */
  const dialog = document.getElementById("note");
  function show(note) {
    document.getElementById("note-name").textContent = note.name;
    const facts = [["Place", note.place], ["Date", note.date && (note.newest ? `${note.date}; the newer note of ${note.newest} is of another kind` : `${note.date} (${numbered(note.age, "day")} old)`)]];
    data.columns.forEach((column, at) => facts.push([column, note.kept[at]]));
    data.fields.forEach((field, at) => facts.push([field.label, field.choices[note.choices[at]]]));
    facts.push(["Not recognized", note.reason]);
    const list = make("dl");
    for (const [name, value] of facts) if (value) list.append(make("dt", {}, name), make("dd", {}, value));
    const parts = [list];
    if (note.changes) parts.push(make("h3", {}, "What changed"), changes(note.changes));
    if (note.findings.length) {
      parts.push(make("h3", {}, numbered(note.findings.length, "problem")));
      parts.push(make("ol", {}, ...note.findings.map(([code, severity, line, message], at) => {
        const jump = make("button", { type: "button", class: "jump", onclick: () => jumpTo(at) }, `line ${line}`);
        return make("li", {}, make("span", { class: `severity ${severity}` }, severity), ` ${code} ${data.rules[code]}, `, note.text ? jump : `line ${line}`, `: ${message}`);
      })));
    }
    if (note.text) {
      const text = make("pre", { tabindex: 0, "aria-label": "Text of the note" });
      for (const part of note.text) {
        if (typeof part === "string") { text.append(part); continue; }
        const [marked, ...found] = part;
        text.append(make("mark", { "data-found": found.join(" "), title: found.map((at) => note.findings[at][3]).join("\n") }, marked, make("sup", {}, found.map((at) => at + 1).join(","))));
      }
      parts.push(make("h3", {}, "Text"), text);
    }
    document.getElementById("note-body").replaceChildren(...parts);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }

  function changes(lines) {
    return make("ul", {}, ...lines.map((line) => make("li", {}, ...line.map((part) => (typeof part === "string" ? part : make(part[0], {}, part[1]))))));
  }

  function jumpTo(at) {
    dialog.querySelectorAll("mark.here").forEach((mark) => mark.classList.remove("here"));
    const mark = [...dialog.querySelectorAll("mark")].find((one) => one.dataset.found.split(" ").includes(String(at)));
    if (mark) { mark.classList.add("here"); mark.scrollIntoView({ block: "center" }); }
  }

  dialog.addEventListener("close", () => {
    if (location.hash.startsWith("#note-")) history.length > 1 && opened ? history.back() : history.replaceState(null, "", "#list");
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  const views = {};
  document.querySelectorAll(".explorer").forEach((root) => { views[root.dataset.view] = new Explorer(root); });

  /** Tables that are sorted by their heads. */
  document.querySelectorAll("table.sortable").forEach((table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const words = head.textContent;
      head.replaceChildren(make("button", { type: "button", onclick: () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        const value = (row) => { const text = row.cells[at].textContent; const number = parseFloat(text.replace(/,/g, "")); return Number.isNaN(number) ? text : number; };
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const body = table.tBodies[0];
        body.append(...[...body.rows].sort((a, b) => (down ? -1 : 1) * compare(value(a), value(b))));
      } }, words));
    });
  });

  let opened = false;
  /** #note-7 opens a note, #list?is=stale filters the list. */
  function follow() {
    const hash = location.hash;
    const note = /^#note-(\d+)$/.exec(hash);
    if (note && data.notes[note[1]]) { show(data.notes[note[1]]); return; }
    if (dialog.open) { dialog.close(); return; }
    const filter = /^#(list|matrix)\?(.*)$/.exec(hash);
    if (filter) {
      views[filter[1]].reset(Object.fromEntries(new URLSearchParams(filter[2])));
      document.getElementById(filter[1]).scrollIntoView();
    }
  }
  window.addEventListener("hashchange", () => { opened = true; follow(); });
  window.addEventListener("beforeprint", () => { views.matrix.size = PAGE.print; views.matrix.set({}); });
  window.addEventListener("afterprint", () => { views.matrix.size = PAGE.matrix; views.matrix.set({}); });
  follow();
})();
