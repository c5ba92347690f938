"use strict";
(function () {
  const search = document.getElementById("search");
  const hits = document.getElementById("hits");
  const menu = document.querySelector(".menu");
  const parts = Array.from(document.querySelectorAll(".part"), function (part) {
    const rows = part.querySelectorAll("tbody tr, dt");
    const entries = Array.from(rows, function (row) {
      const more = row.tagName === "DT" ? row.nextElementSibling : null;
      const text = row.textContent + " " + (more ? more.textContent : "");
      return { row: row, more: more, text: text.toLowerCase() };
    });
    return { part: part, title: part.querySelector("h2, h3").textContent.toLowerCase(), entries: entries };
  });
  const others = document.querySelectorAll("main > header, .family, .of-parts");
  if (window.matchMedia("(max-width: 60rem)").matches) menu.open = false;

  function find() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = function (text) { return words.every(function (word) { return text.includes(word); }); };
    let count = 0;
    others.forEach(function (other) { other.hidden = words.length > 0; });
    parts.forEach(function (found) {
      let any = false;
      const whole = has(found.title);
      found.entries.forEach(function (entry) {
        const shown = whole || has(entry.text);
        entry.row.hidden = !shown;
        if (entry.more) entry.more.hidden = !shown;
        any = any || shown;
        if (shown) count += 1;
      });
      found.part.hidden = !(any || whole);
    });
    window.scrollTo(0, 0);
    hits.textContent = words.length ? count + (count === 1 ? " entry" : " entries") : "";
  }

  function clear() {
    if (search.value) { search.value = ""; find(); }
  }

  search.addEventListener("input", find);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); search.select(); }
    if (event.key === "Escape") clear();
  });
  // A link may lead to what the search hides.
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    clear();
    if (window.matchMedia("(max-width: 60rem)").matches) menu.open = false;
  });
}());
