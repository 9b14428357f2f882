// What is asked, in one place: the address of the page. Who changes it says so here;
// map, timeline and table listen. A fragment would never reach the server.

import { makeCards } from "/static/desk/cards.js";

const listeners = [];
const frame = document.getElementById("map");
const MINE = ["page", "order"];

/** The filters in hand, without where the map looks. */
export function query() {
  const told = new URLSearchParams(location.search);
  for (const key of [...MINE, "at"]) {
    told.delete(key);
  }
  return told;
}

/** Change values of the address in place; null takes one away. */
export function change(values, { quiet = false } = {}) {
  const told = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === "") {
      told.delete(key);
    } else {
      told.set(key, value);
    }
  }
  history.replaceState(null, "", `?${told}`);
  if (!quiet) {
    for (const listener of listeners) {
      listener(query());
    }
  }
}

/** Call with the new filters after each change. */
export function listen(listener) {
  listeners.push(listener);
}

let asking = null;

/** Ask the desk for something; an earlier answer that is still awaited is dropped. */
export async function ask(address) {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

listen(async (told) => {
  const answer = await fetch(`${frame.dataset.rows}?${told}`);
  if (answer.ok && String(told) === String(query())) {
    const rows = document.getElementById("rows");
    rows.innerHTML = await answer.text();
    makeCards(rows);
  }
});
listen((told) => {
  document.getElementById("as-list").search = `?${told}`;
});
