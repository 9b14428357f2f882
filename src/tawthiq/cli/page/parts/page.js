
"use strict";
(() => {
  const root = document.documentElement;
  const words = new Map();
  const facts = new Map();
  const add = (map, key, node) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(node);
  };
  for (const node of document.querySelectorAll(".m")) {
    for (const id of node.dataset.v.split(" ")) add(words, id, node);
  }
  for (const node of document.querySelectorAll(".cards [data-v]")) {
    add(facts, node.dataset.v, node);
  }
  const both = (id) => [...(words.get(id) || []), ...(facts.get(id) || [])];
  const ids = (node) => node.dataset.v.split(" ");

  const clear = (name) => {
    for (const node of [...document.getElementsByClassName(name)]) node.classList.remove(name);
  };
  const mark = (name, wanted) => {
    clear(name);
    for (const id of wanted) for (const node of both(id)) node.classList.add(name);
  };
  const pick = (wanted) => {
    mark("lit", wanted);
    clear("picked");
    for (const id of wanted) {
      for (const node of words.get(id) || []) node.closest(".text").classList.add("picked");
    }
  };
  const drop = () => { clear("lit"); clear("picked"); };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const show = (node) => {
    if (!node) return;
    node.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  };

  // A hover or the keyboard's focus lights the other side faintly; a click holds it.
  const reach = (target) => {
    const node = target.closest("[data-v]");
    if (node) return ids(node);
    const card = target.closest(".card");
    if (!card) return [];
    return [...card.querySelectorAll("[data-v]")].map((inner) => inner.dataset.v);
  };
  const element = (event) => event.target instanceof Element ? event.target : root;
  document.addEventListener("mouseover", (event) => mark("near", reach(element(event))));
  document.addEventListener("mouseleave", () => clear("near"));
  document.addEventListener("focusin", (event) => mark("near", reach(element(event))));
  document.addEventListener("click", (event) => {
    const node = element(event).closest("a[href^='#'], button");
    if (!node) { drop(); return; }
    if (node.tagName === "BUTTON" || !node.dataset.v) return;
    event.preventDefault();
    const wanted = ids(node);
    pick(wanted);
    const from = node.closest(".text");
    show((from ? facts : words).get(wanted[0])?.[0]);
  });
  document.addEventListener("keydown", (event) => {
    if (event.code === "Escape") { drop(); clear("near"); }
  });

  const tools = document.querySelector(".tools");
  tools.hidden = false;
  document.getElementById("switch").addEventListener("click", () => {
    const language = root.dataset.ui === "ar" ? "en" : "ar";
    root.dataset.ui = language;
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
  });
  document.getElementById("rules").addEventListener("click", (event) => {
    const on = root.dataset.rules !== "on";
    root.dataset.rules = on ? "on" : "off";
    event.currentTarget.setAttribute("aria-pressed", String(on));
  });
  root.dataset.ready = "yes";
})();
