// Bundles the libraries of the map and the timeline into files that the desk serves
// itself. Run: npm run build. Our own modules are served as they are written.
import { createRequire } from "node:module";
import fs from "node:fs";
import * as esbuild from "esbuild";

const require = createRequire(import.meta.url);
const out = new URL("../src/tawthiq/desk/incidents/static/incidents/vendor/", import.meta.url).pathname;
const maplibre = require.resolve("maplibre-gl/package.json").replace("package.json", "dist/");

const entries = {
  "maplibre-gl": `export { Map, NavigationControl, ScaleControl, AttributionControl, Popup, addProtocol, setWorkerUrl } from "maplibre-gl";`,
  timeline: 'export { brushX } from "d3-brush"; export { select } from "d3-selection";',
  pmtiles: 'export { Protocol } from "pmtiles"; export { layers, namedFlavor } from "@protomaps/basemaps";',
};

const packages = new Set(["maplibre-gl"]);

// The licence of every package that ended up in a file goes along with it.
function note(result) {
  for (const path of Object.keys(result.metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (found) {
      packages.add(found[1]);
    }
  }
}

fs.mkdirSync(out, { recursive: true });
for (const [name, contents] of Object.entries(entries)) {
  note(await esbuild.build({
    metafile: true,
    stdin: { contents, resolveDir: new URL(".", import.meta.url).pathname },
    outfile: `${out}${name}.js`,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  }));
}
// The worker is a file of its own: with worker-src 'self' no script is made of text.
await esbuild.build({
  entryPoints: [`${maplibre}maplibre-gl-worker.mjs`],
  outfile: `${out}maplibre-gl-worker.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
});
await esbuild.build({
  entryPoints: [`${maplibre}maplibre-gl.css`],
  outfile: `${out}maplibre-gl.css`,
  minify: true,
});
const licences = [...packages].sort().map((name) => {
  const folder = new URL(`node_modules/${name}/`, import.meta.url).pathname;
  const about = JSON.parse(fs.readFileSync(`${folder}package.json`, "utf-8"));
  const file = fs.readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? fs.readFileSync(folder + file, "utf-8").trim() : "";
  return `${name} ${about.version} (${about.license})\n\n${text}\n`;
});
fs.writeFileSync(`${out}LICENSES.txt`, licences.join("\n* * *\n\n"));
for (const file of fs.readdirSync(out)) {
  console.error(file, Math.round(fs.statSync(out + file).size / 1024), "KB");
}
