"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) one("#filter").reset();
    let closed = false;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; closed = true; }
    }
    all(".target").forEach((element) => element.classList.remove("target"));
    const line = target.closest(".listing > code > span");
    if (line) line.classList.add("target");
    if (closed) target.scrollIntoView({ block: line ? "center" : "start" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => { opened.forEach((details) => { details.open = false; }); });

  const narrow = matchMedia("(max-width: 1099px)");
  const contents = one(".toc details");
  if (contents && narrow.matches) contents.open = false;

  // Keyboards reach what is wider than its box: only those that overflow become tab stops.
  all(".scroll, .output, pre").forEach((box) => {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
  });

  const context = (article) => {
    const marks = new Map();
    all(".stages > li", article).forEach((item, index) => {
      const link = one("a.ak-place", item);
      const line = link && document.getElementById(link.hash.slice(1));
      if (!line || line.tagName !== "A") return;
      const [file, number] = line.id.split("-L");
      if (!marks.has(file)) marks.set(file, new Map());
      const numbers = marks.get(file);
      numbers.set(+number, [...(numbers.get(+number) || []), index + 1]);
    });
    return marks;
  };

  const excerpt = (file, numbers) => {
    const pre = document.createElement("pre");
    pre.className = "src listing excerpt";
    pre.tabIndex = 0;
    const shown = new Set();
    numbers.forEach((_, number) => {
      for (let near = number - 3; near <= number + 3; near += 1) shown.add(near);
    });
    let previous = 0;
    [...shown].sort((a, b) => a - b).forEach((number) => {
      const anchor = document.getElementById(`${file}-L${number}`);
      if (!anchor) return;
      if (previous && number > previous + 1) pre.append(Object.assign(
        document.createElement("span"), { className: "gap", textContent: "⋯" }));
      previous = number;
      const line = anchor.parentElement.cloneNode(true);
      line.className = numbers.has(number) ? "hit" : "";
      one("a", line).removeAttribute("id");
      all(".mark", line).forEach((mark) => mark.remove());
      const column = document.createElement("b");
      if (numbers.has(number)) column.append(Object.assign(
        document.createElement("i"), { textContent: numbers.get(number).join(", ") }));
      one("a", line).after(column);
      pre.append(line);
    });
    return pre;
  };

  all("article.finding").forEach((article) => {
    const steps = one(".stages", article);
    if (!steps) return;
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "context", textContent: "Show the code around the path" });
    button.setAttribute("aria-expanded", "false");
    let code = null;
    button.addEventListener("click", () => {
      if (!code) {
        code = document.createElement("div");
        context(article).forEach((numbers, file) => code.append(excerpt(file, numbers)));
        button.after(code);
        code.hidden = true;
      }
      code.hidden = !code.hidden;
      button.setAttribute("aria-expanded", String(!code.hidden));
    });
    steps.after(button);
  });

  const table = one("#register");
  if (!table) return;
  const findings = JSON.parse(one("#data").textContent);
  const body = one("tbody", table);
  const rows = all("tr", body).map((row, index) => ({
    row, index, finding: findings[index], text: (row.textContent + Object.values(findings[index]).join(" ")).toLowerCase() }));
  const query = one("#q");
  const selects = all("#filter select");
  const matches = one("#matches");
  let kept = rows;

  selects.forEach((select) => {
    const column = select.dataset.column;
    [...new Set(rows.map(({ row }) => row.dataset[column]))].forEach((value) => {
      select.append(new Option(value, value));
    });
  });

  const filter = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    kept = rows.filter(({ row, text }) => words.every((word) => text.includes(word))
      && selects.every((select) => !select.value || row.dataset[select.dataset.column] === select.value));
    const visible = new Set(kept);
    rows.forEach((entry) => {
      entry.row.hidden = !visible.has(entry);
      document.getElementById(one("a", entry.row).hash.slice(1)).hidden = entry.row.hidden;
    });
    matches.textContent = `${kept.length} of ${rows.length} findings`;
  };

  const rank = { critical: 0, high: 1, medium: 2, low: 3 };
  const sure = { high: 0, medium: 1, low: 2 };
  all("thead th", table).forEach((head, column) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = ({ row }) => column === 0 ? rank[row.dataset.severity]
        : column === 3 ? sure[row.dataset.confidence] : row.cells[column].textContent;
      const compare = (a, b) => typeof key(a) === "number" ? key(a) - key(b)
        : key(a).localeCompare(key(b), "en", { numeric: true });
      const sorted = [...rows].sort((a, b) => (compare(a, b) || a.index - b.index) * (down ? -1 : 1));
      body.append(...sorted.map(({ row }) => row));
    });
  });

  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const cell = (value) => {
    const text = String(value);
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  one("#csv").addEventListener("click", () => {
    const names = Object.keys(findings[0]);
    const lines = kept.map(({ finding }) => names.map((name) => cell(finding[name])).join(","));
    save("findings.csv", "text/csv", [names.join(","), ...lines].join("\r\n"));
  });
  one("#json").addEventListener("click", () => {
    save("findings.json", "application/json", JSON.stringify(kept.map(({ finding }) => finding), null, 2));
  });

  const form = one("#filter");
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
