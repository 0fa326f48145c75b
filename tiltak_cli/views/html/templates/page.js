// Choosing, searching and sorting. Without this script the page shows everything.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const heading = byId("h-tiltak"), form = byId("filter"), table = byId("measures");
  if (!form) return;
  const KEYS = ["for", "area", "direction", "status", "situation"];
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language === "en" ? "en" : "nb", { numeric: true });
  const folded = (text) => text.normalize("NFC").toLocaleLowerCase(language).replace(/\s+/g, " ");
  const lines = new Map([...document.querySelectorAll("[data-row]")].map((e) => [e.dataset.row, e]));
  const measures = [...table.tBodies[0].rows].map((row) => ({
    row,
    line: lines.get(row.id),
    details: row.querySelector("details"),
    has: JSON.parse(row.dataset.m),
    text: folded(row.textContent),
  }));
  const heads = [...table.tHead.rows[0].cells];
  const shown = byId("shown"), none = byId("none"), toggle = byId("toggle");
  let sorted = "";

  // The choice is in the address, so that a link to it can be shared.
  const ALL = "#alle";
  const address = (wanted) => (Object.keys(wanted).length ? `#${new URLSearchParams(wanted)}` : ALL);
  const chosen = () => {
    const wanted = {};
    for (const key of ["q", ...KEYS]) {
      const value = form.elements[key].value.trim();
      if (value) wanted[key] = value;
    }
    if (sorted) wanted.sort = sorted;
    return wanted;
  };
  const remember = () => history.replaceState(null, "", address(chosen()));
  const choose = (wanted) => {
    for (const key of ["q", ...KEYS]) form.elements[key].value = wanted.get(key) || "";
    // A value that is no longer there chooses nothing.
    for (const key of KEYS) if (form.elements[key].selectedIndex < 0) form.elements[key].value = "";
    sort(wanted.get("sort") || "");
    apply();
  };

  const apply = () => {
    const wanted = chosen();
    const words = folded(wanted.q || "").split(" ").filter(Boolean);
    let number = 0;
    for (const { row, line, has, text } of measures) {
      const fits = KEYS.every((key) => !wanted[key] || has[key].includes(wanted[key]))
        && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (line) line.hidden = !fits;
      number += fits;
    }
    for (const group of document.querySelectorAll(".timeline .group")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    none.hidden = number > 0;
    table.hidden = number === 0;
    const text = number === measures.length ? shown.dataset.all : shown.dataset.some.replace("{n}", number);
    if (shown.textContent !== text) shown.textContent = text;
    label();
  };

  const value = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.value !== undefined) return cell.dataset.value;
    return (cell.querySelector("summary") || cell).textContent.trim();
  };
  const sort = (order) => {
    const key = order.replace("-", ""), down = order.startsWith("-");
    const column = heads.findIndex((head) => head.dataset.sort === key);
    sorted = column < 0 ? "" : order;
    heads.forEach((head, n) => {
      if (n === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const rows = measures.map(({ row }) => row);
    if (column >= 0) {
      const values = new Map(rows.map((row) => [row, value(row, column)]));
      rows.sort((a, b) => collator.compare(values.get(a), values.get(b)) * (down ? -1 : 1));
    }
    table.tBodies[0].append(...rows);
  };

  const visible = () => measures.filter(({ row }) => !row.hidden);
  const label = () => {
    const open = visible().length > 0 && visible().every(({ details }) => details.open);
    toggle.textContent = open ? toggle.dataset.close : toggle.dataset.open;
  };

  const read = () => {
    const hash = location.hash.slice(1);
    const target = measures.find(({ row }) => row.id === decode(hash));
    if (target) {
      if (target.row.hidden) choose(new URLSearchParams());
      target.details.open = true;
      target.row.scrollIntoView();
      target.details.querySelector("summary").focus({ preventScroll: true });
    } else if (hash.includes("=") || location.hash === ALL) {
      choose(new URLSearchParams(hash));
      byId("tiltak").scrollIntoView();
      heading.focus({ preventScroll: true });
    } else if (!hash) {
      choose(new URLSearchParams());
    }
  };
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const key = head.dataset.sort;
      sort(sorted === key ? `-${key}` : key);
      remember();
    });
    head.append(button);
  }
  for (const link of document.querySelectorAll("[data-choice]")) {
    link.href = address(JSON.parse(link.dataset.choice));
  }
  form.addEventListener("input", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(new URLSearchParams());
    remember();
  });
  toggle.addEventListener("click", () => {
    const open = toggle.textContent === toggle.dataset.open;
    for (const { details } of visible()) details.open = open;
    label();
  });
  table.addEventListener("toggle", label, true);
  addEventListener("hashchange", read);

  // One page: what stands last in the longer column goes, until all has room; then the news.
  const PAGE = 270, MILLIMETRE = 96 / 25.4;
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const bottom = (items) => Math.max(0, ...items.map((e) => e.getBoundingClientRect().bottom));
  const there = (items) => items.filter((e) => !e.hidden);
  const calm = (area) => !area.querySelector("rect.late, rect.at-risk");
  const fit = () => {
    const gone = [];
    const hide = (element) => {
      element.hidden = true;
      gone.push(element);
    };
    const lists = {
      looks: all(".agenda > .looks > li"), waits: all(".told > li"), areas: all(".area"), news: all(".brief li"),
    };
    const notes = all(".left-out");
    const count = () => {
      for (const note of notes) {
        const left = all(note.dataset.of).length - there(lists[note.id.slice(5)]).length;
        note.hidden = !left;
        note.textContent = note.dataset.more.replace("{n}", left);
      }
      for (const agenda of all(".agenda")) {
        if (!agenda.hidden && !there([...agenda.querySelectorAll(":scope > .looks > li")]).length) hide(agenda);
      }
    };
    const last = (name, least) => {
      const left = there(lists[name]);
      if (left.length <= least) return null;
      return (name === "areas" && left.filter(calm).pop()) || left.pop();
    };
    count();
    while (document.body.getBoundingClientRect().height > PAGE * MILLIMETRE) {
      const left = bottom(there(all("#ledelsen > *, .agenda")));
      const right = bottom(there(all("#malomrade .area, #venter .told > li, #utvikling .legend, #venter .left-out")));
      // What is left of each list at the first and the second round; between them the news is shortened.
      const [looks, waits, areas] = root.classList.contains("tight") ? [3, 0, 3] : [6, 2, 6];
      const next = left > right ? last("looks", looks) : last("waits", waits) || last("areas", areas);
      if (next) hide(next);
      else if (!root.classList.contains("tight")) root.classList.add("tight");
      else {
        const rest = last("news", 3);
        if (!rest) break;
        hide(rest);
      }
      count();
    }
    return () => {
      for (const element of gone) element.hidden = false;
      for (const note of notes) note.hidden = true;
    };
  };
  byId("summary").addEventListener("click", () => {
    root.classList.add("summary");
    const restore = fit();
    addEventListener("afterprint", () => {
      restore();
      root.classList.remove("summary", "tight");
    }, { once: true });
    print();
  });
  for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
  form.hidden = false;
  apply();
  if (location.hash) read();
})();
