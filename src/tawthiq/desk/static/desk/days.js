// Days that people type: a field with `data-day` takes them as `typed.day_of` does, shows
// them in the page's own words and digits whatever the browser speaks, and hands them on as
// ISO texts. Without this script the desk reads the very same words.

const ARABIC = "٠١٢٣٤٥٦٧٨٩";
const SIGNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;
const IN_WORDS = /^(\d{1,2})\s*[-/]?\s*(\D{2,40}?)[\s/،,-]+(\d{4})$/;

const western = (told) =>
  told.replace(/[٠-٩]/g, (c) => ARABIC.indexOf(c)).replace(/[۰-۹]/g, (c) => c.codePointAt(0) - 0x6f0);
const plain = (name) => name.toLowerCase().replace(/[أإآ]/g, "ا").replace(/\s+/g, " ").trim();
const months = (field) => field.dataset.months.split("|");

/** Give the day in a field as an ISO text: "" where it is empty, null where it is no day. */
export function dayIn(field) {
  const bare = western(field.value.replace(SIGNS, "")).trim();
  if (!bare) {
    return "";
  }
  const found = bare.match(YEAR_FIRST)?.slice(1) ?? bare.match(DAY_FIRST)?.slice(1).reverse() ?? inWords(bare, field);
  return found && iso(...found.map(Number));
}

/** Write a day, an ISO text, into a field in the page's words; "" empties it. */
export function writeDay(field, day) {
  field.setCustomValidity("");
  if (!day) {
    field.value = "";
    return;
  }
  const [year, month, number] = day.split("-").map(Number);
  const told = `${number} ${months(field)[month - 1]} ${year}`;
  const arabic = document.documentElement.dataset.digits === "arab";
  field.value = arabic ? told.replace(/\d/g, (digit) => ARABIC[digit]) : told;
}

function inWords(bare, field) {
  const [, day, name, year] = bare.match(IN_WORDS) ?? [];
  const month = months(field).findIndex((one) => name && plain(one) === plain(name)) + 1;
  return month ? [year, month, day] : null;
}

function iso(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year ? date.toISOString().slice(0, 10) : null;
}

/** Whether the desk may know more of what is typed than this page: a month by another name. */
const perhaps = (field) => IN_WORDS.test(western(field.value.replace(SIGNS, "")).trim());

document.addEventListener("change", ({ target }) => {
  if ("day" in target.dataset) {
    const day = dayIn(target);
    if (day !== null) {
      writeDay(target, day);
    } else {
      target.setCustomValidity(perhaps(target) ? "" : target.dataset.wrong);
    }
  }
});
document.addEventListener("input", ({ target }) => {
  if ("day" in target.dataset) {
    target.setCustomValidity("");
  }
});
document.addEventListener("formdata", ({ target, formData }) => {
  for (const field of target.querySelectorAll("[data-day]")) {
    const day = dayIn(field);
    if (day && formData.has(field.name)) {
      formData.set(field.name, day);
    }
  }
});
