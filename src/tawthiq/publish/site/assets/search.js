// Search without a server: the keys of words, made as lang/search_words.py makes them,
// looked up in files that are fetched as they are needed.
"use strict";
const tawthiqSearch = (() => {
  const shards = new Map();
  const shown = new Map();
  const waiting = new Map();
  let told = null;
  const form = document.querySelector("form.seek");
  const root = form.dataset.root;
  const own = (name) => document.getElementById(name);
  const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;
  const WORD = /\d+(?:[.,:/\-٫٬]\d+)*|[a-z]+(?:['’][a-z]+)*|[\p{L}\p{N}]+/gu;
  const STEP = 50;
  let most = STEP;

  const fold = (text) => {
    let out = "";
    for (const letter of text.replace(MARKS, "")) {
      if (letter in told.fold) { out += told.fold[letter]; continue; }
      const plain = letter.normalize("NFKC").toLowerCase();
      const folded = [...plain].map((c) => told.fold[c] ?? c).join("");
      out += folded.normalize("NFD").replace(/\p{M}/gu, "");
    }
    return out;
  };
  const key = (word) => {
    if (/^\d/.test(word)) return word.replace(/\D/g, "");
    for (const [form_, least] of told.articles) {
      if (word.startsWith(form_) && word.length - form_.length >= least) {
        word = word.slice(form_.length);
        break;
      }
    }
    for (const [form_, least] of told.endings) {
      if (word.endsWith(form_) && word.length - form_.length >= least) {
        word = word.slice(0, word.length - form_.length);
        break;
      }
    }
    return word.replace(/[^\p{L}\p{N}]/gu, "");
  };
  const keys = (text) => [...fold(text).matchAll(WORD)].map((m) => key(m[0])).filter(Boolean);

  const load = (file, store, name) => {
    if (store.has(name)) return Promise.resolve();
    if (!waiting.has(file)) {
      waiting.set(file, new Promise((done) => {
        const script = document.createElement("script");
        script.src = `${root}search/${file}.js`;
        script.addEventListener("load", done);
        script.addEventListener("error", done);
        document.head.append(script);
      }));
    }
    return waiting.get(file);
  };
  const numbers = (gaps) => {
    let last = 0;
    return gaps.map((gap) => (last += gap));
  };
  // Incidents with a word that is this key, or begins with it when it is typed last.
  const holding = async (word, begun) => {
    const name = word.codePointAt(0).toString(16);
    if (!told.shards.includes(name)) return new Set();
    await load(`words-${name}`, shards, name);
    const shard = shards.get(name) ?? {};
    const found = new Set(numbers(shard[word] ?? []));
    if (begun && word.length > 1) {
      for (const [other, gaps] of Object.entries(shard)) {
        if (other.startsWith(word)) for (const n of numbers(gaps)) found.add(n);
      }
    }
    return found;
  };
  const matching = async (query) => {
    const words = keys(query);
    if (!words.length) return [...Array(told.incidents).keys()];
    const sets = await Promise.all(words.map((w, at) => holding(w, at === words.length - 1)));
    return [...sets[0]].filter((n) => sets.every((s) => s.has(n))).sort((a, b) => a - b);
  };
  const incident = async (number) => {
    const at = Math.floor(number / told.chunk);
    await load(`${form.dataset.language}-${at}`, shown, at);
    return (shown.get(at) ?? [])[number - at * told.chunk];
  };
  const digits = (number) => {
    const text = String(number);
    if (form.dataset.digits !== "arab") return text;
    return text.replace(/\d/g, (d) => "٠١٢٣٤٥٦٧٨٩"[d]);
  };
  const item = ([page, what, where, when, grade, , code]) => {
    const li = document.createElement("li");
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    name.textContent = where ? `${what} — ${where}` : what;
    link.href = page;
    link.append(name);
    const day = document.createElement("span");
    day.className = "when";
    day.textContent = ` ${when} `;
    const mark = document.createElement("span");
    mark.className = `grade grade-${code}`;
    mark.textContent = grade;
    li.append(link, day, mark);
    return li;
  };
  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const [from, to, grade] = [own("from").value, own("to").value, own("g").value];
    const query = own("q").value;
    const numbered = await matching(query);
    const rows = [];
    let total = 0;
    const bound = from || to || grade;
    for (const number of numbered) {
      if (!bound && rows.length >= most) { total = numbered.length; break; }
      const row = await incident(number);
      if (!row) continue;
      if (from && row[5] && row[5] < from) continue;
      if (to && row[5] && row[5] > to) continue;
      if (grade && row[6] !== grade) continue;
      total += 1;
      if (rows.length < most) rows.push(row);
    }
    if (mine !== turn) return;
    const list = own("hits");
    list.replaceChildren(...rows.map(item));
    own("told").textContent = total
      ? form.dataset.some.replace("{number}", digits(total)) : form.dataset.none;
    if (total > rows.length) {
      const li = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = form.dataset.more;
      button.addEventListener("click", () => { most += STEP; search(); });
      li.append(button);
      list.append(li);
    }
    const told_ = new URLSearchParams();
    for (const field of ["q", "g", "from", "to"]) {
      if (own(field).value) told_.set(field, own(field).value);
    }
    try { history.replaceState(null, "", `?${told_}`); } catch { /* a page from a disk */ }
    document.body.dataset.searched = query;
  };
  const start = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of ["q", "g", "from", "to"]) {
      if (asked.get(field)) own(field).value = asked.get(field);
    }
    let later = 0;
    form.addEventListener("submit", (event) => { event.preventDefault(); most = STEP; search(); });
    form.addEventListener("input", () => {
      clearTimeout(later);
      most = STEP;
      later = setTimeout(search, 120);
    });
    search();
  };
  return {
    settings: (given) => { told = given; start(); },
    words: ([name, postings]) => shards.set(name, postings),
    incidents: ([at, rows]) => shown.set(at, rows),
    keys,
  };
})();
