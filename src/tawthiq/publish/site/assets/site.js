// The theme: as the system says, or as the reader chose. Nothing else needs a script.
"use strict";
(() => {
  const root = document.documentElement;
  const button = document.querySelector("button.theme");
  const kept = () => {
    try { return localStorage.getItem("theme") || "auto"; } catch { return "auto"; }
  };
  const show = (theme) => {
    root.dataset.theme = theme;
    try { localStorage.setItem("theme", theme); } catch { /* a page from a disk may not */ }
  };
  show(kept());
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      const now = root.dataset.theme === "auto" ? (dark ? "dark" : "light") : root.dataset.theme;
      show(now === "dark" ? "light" : "dark");
    });
  }
  document.body.dataset.ready = "";
})();
