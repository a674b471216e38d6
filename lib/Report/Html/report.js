// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the page can do beyond being read: sort, filter, open what a link means.
// Nothing here makes markup of text: every node is made by name, every text is
// set as text.
"use strict";
(() => {
  const all = (selector, root = document) =>
    [...root.querySelectorAll(selector)];
  const make = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {}))
      node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const say = (text) => {
    document.getElementById("said").textContent = text;
  };

  // Sorting: the order of the page comes back with the third click.
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    if (!cell) return "";
    const count = cell.querySelector("b, .count");
    const text = (count || cell).textContent.trim();
    return cell.classList.contains("n") || text === ""
      ? Number(text || 0) : text;
  };
  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number"
      ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
  const sortBy = (table, head, column) => {
    const isNumber = head.classList.contains("n");
    const first = isNumber ? "descending" : "ascending";
    const second = isNumber ? "ascending" : "descending";
    const before = head.getAttribute("aria-sort");
    const now = before === first ? second : before === second ? null : first;
    for (const other of all("th[aria-sort]", table))
      other.removeAttribute("aria-sort");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    rows.sort((a, b) => a.order - b.order);
    if (now) {
      head.setAttribute("aria-sort", now);
      const sign = now === "ascending" ? 1 : -1;
      rows.sort((a, b) =>
        sign * compare(valueOf(a, column), valueOf(b, column)));
    }
    body.append(...rows);
    if (table.limit) table.limit();
    say(now ? `sorted by ${head.textContent}, ${now}` : "in the first order");
  };
  const makeSortable = (table) => {
    [...table.tBodies[0].rows].forEach((row, index) => { row.order = index; });
    const titles = table.tHead.rows[table.tHead.rows.length - 1];
    [...titles.cells].forEach((head, column) => {
      const button = make("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sortBy(table, head, column));
    });
  };

  // Long tables: the first rows, a filter, and a button for the others.
  const makeLimit = (table) => {
    const shown = Number(table.dataset.shown || 0);
    const rows = () => [...table.tBodies[0].rows];
    const total = rows().length;
    if (!shown || total <= shown) return;
    const caption = table.caption.textContent;
    const filter = make("input", {
      type: "search", placeholder: "filter rows",
      "aria-label": `Filter rows of: ${caption}`,
    });
    const button = make("button", { type: "button", class: "plain" });
    let open = false;
    table.limit = () => {
      const wanted = filter.value.toLowerCase();
      let seen = 0, hits = 0;
      for (const row of rows()) {
        const hit = row.textContent.toLowerCase().includes(wanted);
        hits += hit;
        row.hidden = !hit || (!open && ++seen > shown);
      }
      button.textContent = open ? `the first ${shown}` : `all ${hits} rows`;
      button.hidden = hits <= shown;
    };
    filter.addEventListener("input", table.limit);
    button.addEventListener("click", () => {
      open = !open;
      table.limit();
    });
    table.parentNode.after(make("div", { class: "tools" }, button, filter));
    table.limit();
  };

  // What an address means: open all that it lies in.
  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement)
      if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView({ block: "nearest" });
  };
  const revealHash = () => reveal(decodeURIComponent(location.hash.slice(1)));

  const choose = (link) => {
    const id = link.getAttribute("href").slice(1);
    for (const other of all("details.word")) other.open = other.id === id;
    for (const other of all("svg.plan a.chosen"))
      other.classList.remove("chosen");
    link.classList.add("chosen");
    reveal(id);
  };
  for (const link of all("svg.plan a"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      choose(link);
      history.replaceState(null, "", link.getAttribute("href"));
    });

  // The matrix, counted again for what is chosen.
  const modes = ["reads", "writes", "rmw", "address-of", "type-only"];
  const letters = ["r", "w", "m", "a", "t"];
  const startMatrix = (figures) => {
    const table = document.getElementById("matrix-table");
    const labels = [...new Set(figures.configs.flatMap((s) => s.split(" ")))]
      .filter(Boolean).sort();
    const archs = [...new Set(labels.map((l) => l.split("/")[0]))].sort();
    const bar = document.getElementById("filters");
    const chosen = {};
    const pick = (name, title, options) => {
      const select = make("select", { name });
      for (const [value, text] of options)
        select.append(make("option", { value }, text));
      select.addEventListener("change", recount);
      // With one choice there is none.
      if (options.length > 2) bar.append(make("label", {}, title, select));
      chosen[name] = select;
    };
    const plain = (names) =>
      [["", "all"], ...names.map((name) => [name, name])];
    pick("descriptor", "descriptor", plain(figures.descriptors));
    pick("mode", "what happens", plain(modes));
    pick("confidence", "confidence",
      [["0", "any"], ["5", "0.5 or more"], ["8", "0.8 or more"],
        ["9", "0.9 or more"]]);
    pick("config", "configuration", plain(labels));
    pick("arch", "architecture", plain(archs));
    const search = make("input", { type: "search", name: "subsystem" });
    search.addEventListener("input", recount);
    bar.append(make("label", {}, "subsystem", search));
    chosen.subsystem = search;
    bar.hidden = false;

    const wanted = (row) => {
      const configs = figures.configs[row[4]].split(" ");
      return (!chosen.descriptor.value ||
          figures.descriptors[row[3]] === chosen.descriptor.value) &&
        row[2] >= Number(chosen.confidence.value) &&
        (!chosen.config.value || configs.includes(chosen.config.value)) &&
        (!chosen.arch.value ||
          configs.some((c) => c.split("/")[0] === chosen.arch.value));
    };
    const counted = (row) => row.slice(5).map((n, i) =>
      !chosen.mode.value || modes[i] === chosen.mode.value ? n : 0);
    const add = (map, key, counts) => {
      const sum = map.get(key) || [0, 0, 0, 0, 0];
      map.set(key, sum.map((n, i) => n + counts[i]));
    };
    const total = (counts) => counts.reduce((a, b) => a + b, 0);
    const shade = (count, most) => count === 0 || most === 0 ? 0
      : 1 + Math.floor(5 * Math.log2(count) / Math.max(1, Math.log2(most)));

    const showCell = (subsystem, field) => {
      const cell = document.getElementById("cell");
      const name = field === "*" ? "the whole struct" : field;
      const body = make("tbody");
      const sums = new Map();
      for (const row of figures.rows)
        if (figures.subsystems[row[0]] === subsystem &&
            figures.fields[row[1]] === field && wanted(row))
          add(sums, figures.descriptors[row[3]], counted(row));
      for (const [descriptor, counts] of
        [...sums].sort((a, b) => total(b[1]) - total(a[1]))) {
        if (!total(counts)) continue;
        const index = figures.descriptors.indexOf(descriptor);
        body.append(make("tr", {},
          make("th", { scope: "row" },
            make("span", { class: `chip ${figures.classes[index]}` },
              descriptor)),
          ...[...counts, total(counts)].map((n) =>
            make("td", { class: n ? "n" : "n zero" }, String(n)))));
      }
      const head = make("tr", {}, ...["as", ...modes, "all"].map((title, i) =>
        make("th", { scope: "col", class: i ? "n" : "" }, title)));
      const href = figures.addresses[figures.subsystems.indexOf(subsystem)];
      const go = make("a", { href }, "show the lines");
      go.addEventListener("click", () => showLines(href, field));
      cell.replaceChildren(make("table", {},
        make("caption", {}, `${subsystem}: ${name}`),
        make("thead", {}, head), body), go);
      cell.hidden = false;
      cell.focus();
    };
    const fill = (td, counts, most, button) => {
      const sum = total(counts);
      td.className = `n h${most ? shade(sum, most) : 0}`;
      if (!sum) {
        td.replaceChildren();
        return;
      }
      const label = counts.map((n, i) => n ? n + letters[i] : "")
        .filter(Boolean).join(" ");
      const number = button ? make("button",
        { type: "button", class: "count" }, String(sum))
        : make("b", {}, String(sum));
      if (button) number.addEventListener("click", button);
      td.replaceChildren(number, make("small", {}, label));
    };
    function recount() {
      const cells = new Map(), bySubsystem = new Map(), byField = new Map();
      for (const row of figures.rows) {
        if (!wanted(row)) continue;
        const counts = counted(row);
        add(cells, `${row[0]} ${row[1]}`, counts);
        add(bySubsystem, row[0], counts);
        add(byField, row[1], counts);
        add(byField, "all", counts);
      }
      const none = [0, 0, 0, 0, 0];
      const most = Math.max(0, ...[...cells.values()].map(total));
      const text = search.value.toLowerCase();
      let seen = 0;
      for (const tr of table.tBodies[0].rows) {
        const index = tr.order;
        const name = figures.subsystems[index];
        fill(tr.cells[1], bySubsystem.get(index) || none, 0);
        figures.fields.forEach((field, f) => fill(tr.cells[f + 2],
          cells.get(`${index} ${f}`) || none, most,
          () => showCell(name, field)));
        tr.hidden = !name.toLowerCase().includes(text) ||
          !total(bySubsystem.get(index) || none);
        seen += !tr.hidden;
      }
      const foot = table.tFoot.rows[0];
      fill(foot.cells[1], byField.get("all") || none, 0);
      figures.fields.forEach((_, f) =>
        fill(foot.cells[f + 2], byField.get(f) || none, 0));
      say(`${seen} subsystems`);
    }
    makeSortable(table);
    recount();
  };

  // From a cell to its lines: open the functions that touch the field.
  function showLines(href, field) {
    const subsystem = document.getElementById(href.replace(/^.*#/, ""));
    if (!subsystem) return;
    for (const marked of all(".acc.chosen")) marked.classList.remove("chosen");
    for (const part of all("details.function", subsystem)) {
      const hits = all(".acc", part).filter((a) => a.dataset.field === field);
      part.open = hits.length > 0;
      for (const hit of hits) hit.classList.add("chosen");
    }
    subsystem.open = true;
  }
  const makeFunctionFilter = () => {
    const section = document.getElementById("functions");
    if (!section || !section.querySelector("details.function")) return;
    const filter = make("input", { type: "search", name: "function",
      placeholder: "function, file or field" });
    filter.addEventListener("input", () => {
      const wanted = filter.value.toLowerCase();
      for (const subsystem of all("details.subsystem", section)) {
        let hits = 0;
        for (const part of all("details.function", subsystem)) {
          const text = part.querySelector("summary").textContent;
          part.hidden = !text.toLowerCase().includes(wanted);
          hits += !part.hidden;
        }
        subsystem.hidden = !hits;
        subsystem.open = Boolean(wanted) && hits > 0 && hits < 200;
      }
    });
    section.querySelector("h2").after(make("div", { class: "filters" },
      make("label", {}, "show only", filter)));
  };

  for (const table of all("table.rows")) {
    makeSortable(table);
    makeLimit(table);
  }
  const data = document.getElementById("figures");
  if (data) startMatrix(JSON.parse(data.textContent));
  makeFunctionFilter();
  addEventListener("hashchange", revealHash);
  revealHash();
  document.documentElement.dataset.ready = "yes";
})();
