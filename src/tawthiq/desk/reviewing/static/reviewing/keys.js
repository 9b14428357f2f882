// Keys are positions (`event.code`), so that they work whatever the keyboard writes.
// A person's own keys stay in this browser.

const STORE = "tawthiq-keys";
const FIRST = {
  next: "KeyJ", previous: "KeyK", doubtful: "KeyD", accept: "KeyA", reject: "KeyX",
  edit: "KeyE", words: "KeyN", add_event: "KeyV", pick: "Space", split: "KeyP",
  merge: "KeyM", undo: "KeyU", skip: "KeyS", search: "Slash",
};
const SHOWN = { Space: "Space", Slash: "/", Backspace: "⌫" };

let own = read();

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {}; // a browser that keeps nothing has the first keys
  }
}

function keep() {
  try {
    localStorage.setItem(STORE, JSON.stringify(own));
  } catch {
    // they hold until the page is left
  }
}

/** Whether keys of one letter act at all. */
export function lettersAct() {
  return own.letters !== false;
}

/** Let keys of one letter act, or not. */
export function letLettersAct(act) {
  own.letters = act;
  keep();
}

/** The action of a pressed key; none in a field, with other modifiers, in composition. */
export function actionOf(event) {
  if (event.isComposing || event.altKey || event.metaKey) {
    return null;
  }
  if (event.ctrlKey) {
    return event.code === "Enter" ? "close" : null;
  }
  if (event.target.closest("input:not([type=checkbox]), select, textarea") || !lettersAct()) {
    return null;
  }
  // The sign itself, wherever a keyboard has it (German, French, Arabic), or its position.
  if (event.key === "?" || event.key === "؟" || (event.code === "Slash" && event.shiftKey)) {
    return "help";
  }
  if (event.shiftKey) {
    return null;
  }
  const codes = { ...FIRST, ...own.codes };
  if (event.code === "Backspace") {
    return "undo";
  }
  return Object.keys(codes).find((name) => codes[name] === event.code) ?? null;
}

/** Let an action have another key; an action that had it gets the old one. */
export function change(name, code) {
  const codes = { ...FIRST, ...own.codes };
  const other = Object.keys(codes).find((one) => codes[one] === code);
  if (other) {
    codes[other] = codes[name];
  }
  codes[name] = code;
  own.codes = codes;
  keep();
}

/** Go back to the first keys. */
export function reset() {
  own = {};
  keep();
}

/** Write the keys wherever the page shows them. */
export function show(root) {
  const codes = { ...FIRST, ...own.codes, close: "Ctrl+Enter" };
  for (const place of root.querySelectorAll("kbd[data-key]")) {
    const code = codes[place.dataset.key] ?? "";
    place.textContent = SHOWN[code] ?? code.replace(/^(Key|Digit)/, "");
  }
}
