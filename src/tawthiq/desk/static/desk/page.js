// Runs on every page. `data-ready` on the body tells that a page's scripts are done; a
// page with a script of its own says `data-waits` and calls `ready()` itself.

import { makeCards } from "/static/desk/cards.js";

/** Say that the page is done. */
export function ready() {
  document.body.dataset.ready = "yes";
}

/** Whether the page is dark now, by choice or by the system. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "auto") {
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }
  return chosen === "dark";
}

/** Write a whole number in the page's digits. */
export function digits(number) {
  const system = document.documentElement.dataset.digits;
  return new Intl.NumberFormat(`ar-SY-u-nu-${system}`).format(number);
}

/** The word that a form carries against forgery, for requests of scripts. */
export function formWord() {
  return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});
document.addEventListener("keydown", (event) => {
  if (event.code === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

// On a telephone the ways scroll: the one that is open stands in sight.
document.querySelector(".ways [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

makeCards(document);

if (!("waits" in document.body.dataset)) {
  ready();
}
