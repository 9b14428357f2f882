// The timeline: a brush over the bars that the server drew, and two day fields. Days are
// ISO texts and counts of days in UTC; a local Date would shift them (design: web.md).
import { brushX, select } from "/static/incidents/vendor/timeline.js";
import { dayIn, writeDay } from "/static/desk/days.js";
import { change, query } from "/static/incidents/state.js";

const WIDTH = 1000;
const BASE = 72;
const DAY_MS = 86_400_000;
const part = document.getElementById("time");
const svg = part.querySelector(".bars");
const form = part.querySelector(".time-form");
const everything = part.querySelector(".time-all");
const rtl = document.documentElement.dir === "rtl";

const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
const iso = (days) => new Date(days * DAY_MS).toISOString().slice(0, 10);

if (svg) {
  enliven(number(part.dataset.begin), number(part.dataset.after));
}

function enliven(begin, after) {
  const along = (day) => {
    const x = ((day - begin) / (after - begin)) * WIDTH;
    return rtl ? WIDTH - x : x;
  };
  const dayAt = (x) => begin + ((rtl ? WIDTH - x : x) / WIDTH) * (after - begin);
  const brush = brushX().extent([[0, 0], [WIDTH, BASE]]);
  const group = select(svg.querySelector(".brush")).call(brush);

  function shown() {
    const told = query();
    return [told.get("from") ?? "", told.get("to") ?? ""];
  }

  function draw() {
    const [from, to] = shown();
    writeDay(form.elements.from, from);
    writeDay(form.elements.to, to);
    everything.hidden = !from && !to;
    for (const bar of svg.querySelectorAll(".bar")) {
      const out = (from && bar.dataset.last < from) || (to && bar.dataset.first > to);
      bar.classList.toggle("bar-out", Boolean(out));
    }
    if (!from && !to) {
      group.call(brush.move, null);
      return;
    }
    const first = Math.max(begin, from ? number(from) : begin);
    const end = Math.min(after, to ? number(to) + 1 : after);
    const ends = [along(first), along(Math.max(first, end))].sort((a, b) => a - b);
    group.call(brush.move, ends);
  }

  function set(from, to) {
    change({ from, to });
    draw();
  }

  brush.on("end", (event) => {
    if (!event.sourceEvent) {
      return;
    }
    if (!event.selection) {
      set(null, null);
      return;
    }
    const [one, other] = event.selection.map(dayAt).sort((a, b) => a - b);
    const from = Math.round(one);
    set(iso(from), iso(Math.max(from, Math.round(other) - 1)));
  });
  form.addEventListener("submit", (event) => {
    const [from, to] = [form.elements.from, form.elements.to].map(dayIn);
    if (from !== null && to !== null) { // else the desk is asked, which knows more names
      event.preventDefault();
      set(from, to);
    }
  });
  everything.addEventListener("click", () => {
    set(null, null);
    form.elements.from.focus();
  });
  draw();
}
