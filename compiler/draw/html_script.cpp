#include "draw/html.hpp"

namespace headway::compiler {

std::string_view page_script() noexcept {
    // The address names the chosen revision, so that links, bookmarks and the Back button work.
    return R"(
"use strict";
(() => {
  const list = document.getElementById("revision-list");
  const details = document.getElementById("revision-details");
  const find = document.getElementById("find-text");
  const rows = Array.from(list.querySelectorAll("li a"));
  const place = new Map(rows.map((row, index) => [row.id, index]));
  const texts = new Map();
  for (const one of document.querySelectorAll("template[data-of]")) texts.set(one.dataset.of, one);
  const hint = details.firstElementChild;
  let chosen = -1;

  const show = (id) => {
    if (chosen >= 0) rows[chosen].removeAttribute("aria-current");
    chosen = place.has(id) ? place.get(id) : -1;
    if (chosen < 0) return details.replaceChildren(hint);
    rows[chosen].setAttribute("aria-current", "true");
    rows[chosen].scrollIntoView({ block: "nearest" });
    details.replaceChildren(texts.get(id).content.cloneNode(true));
    details.scrollTop = 0;
  };
  const go = (index) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    history.replaceState(null, "", "#" + row.id);
    show(row.id);
    row.focus({ preventScroll: true });
  };
  const close = () => {
    const last = chosen;
    history.replaceState(null, "", location.pathname + location.search);
    show("");
    if (last >= 0) rows[last].focus({ preventScroll: true });
  };

  const hits = () => rows.flatMap((row, index) => (row.classList.contains("missed") ? [] : [index]));
  find.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    for (const row of rows) row.classList.toggle("missed", !row.textContent.toLowerCase().includes(wanted));
  });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && hits().length > 0) {
      const next = hits().find((index) => index > chosen);
      go(next === undefined ? hits()[0] : next);
      find.focus();
    } else if (event.key === "Escape") {
      find.value = "";
      find.dispatchEvent(new Event("input"));
      find.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  document.addEventListener("keydown", (event) => {
    if (event.target === find || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((innerHeight - 60) / (rows[0] ? rows[0].offsetHeight : 1)) - 1);
    const inDetails = details.contains(event.target);
    const moves = {
      ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length,
    };
    if (event.key in moves && !(inDetails && event.key.length > 1)) go(chosen < 0 ? 0 : chosen + moves[event.key]);
    else if (event.key === "/") find.focus();
    else if (event.key === "Escape" && chosen >= 0) close();
    else return;
    event.preventDefault();
  });
  const follow = () => show(location.hash.slice(1));
  addEventListener("hashchange", follow);
  follow();
})();
)";
}

} // namespace headway::compiler
