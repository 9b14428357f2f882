// The map: MapLibre over the drawing that the server made. Where it cannot start (no
// WebGL) the drawing, the timeline and the table stay as they are.
import { digits, isDark, ready } from "/static/desk/page.js";
import { ask, change, listen, query } from "/static/incidents/state.js";

const VENDOR = "/static/incidents/vendor";
const FONT = "Noto Sans Arabic";
const OWN = "own"; // the team's basemap, as a source of the map
const METRES_PER_POINT = 78_271.517; // on the equator at zoom 0, tiles of 512 points
const CLOSE = 13; // from this zoom on a square is opened, not entered
const MOST_ZOOM = 2 ** 22;
const frame = document.getElementById("map");
const canvas = frame.querySelector(".map-canvas");
const said = frame.dataset;
const lang = document.documentElement.lang;

start().catch((fault) => {
  canvas.hidden = true;
  frame.querySelector(".map-drawn").hidden = false;
  frame.dataset.drawn = String(fault?.message ?? fault);
  ready();
});

/** Colours of the drawing as the page's theme resolves them: a canvas knows no CSS. */
function colours() {
  const of = (selector, property) => {
    const one = frame.querySelector(selector);
    return one ? getComputedStyle(one)[property] : "#888";
  };
  return {
    sea: of(".sea", "fill"),
    land: of(".land", "fill"),
    country: of(".line-country", "stroke"),
    unit: of(".probe-unit", "color"),
    name: of(".probe-name", "color"),
    mark: of(".probe-mark", "color"),
    paper: of(".map-sight", "backgroundColor"),
  };
}

async function start() {
  if (!hasWebGL()) {
    throw new Error("no WebGL");
  }
  canvas.hidden = false;
  const [library] = await Promise.all([
    import(`${VENDOR}/maplibre-gl.js`),
    document.fonts.load(`16px "${FONT}"`, "ابت abc"),
  ]);
  library.setWorkerUrl(`${VENDOR}/maplibre-gl-worker.js`);
  const tint = colours();
  const own = said.basemap ? await ownBasemap(library).catch(tell) : null;
  const map = new library.Map({
    container: canvas,
    style: own ?? shipped(tint),
    center: [Number(said.lon), Number(said.lat)],
    zoom: Number(said.zoom),
    minZoom: 1,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: true,
    locale: {
      "NavigationControl.ZoomIn": said.sayIn,
      "NavigationControl.ZoomOut": said.sayOut,
      "Map.Title": said.sayMap,
      "Popup.Close": said.sayClose,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-left");
  if (own) {
    map.on("error", (event) => event.sourceId === OWN && fallBack(map, tint));
  }
  await new Promise((done) => map.once("load", done));
  if (said.around) {
    const [west, south, east, north] = said.around.split(",").map(Number);
    const box = [[west, south], [east < west ? east + 360 : east, north]];
    map.fitBounds(box, { padding: 60, maxZoom: 7.5, animate: false });
  }
  addIncidents(map, tint);
  bring(map, library);
  frame.querySelector(".map-drawn").hidden = true;
  await refresh(map);
  credit(map);
  map.once("idle", ready);
}

/** Say that the team's own basemap cannot be read; its file is named on the page. */
function tell() {
  frame.querySelector(".map-fault").hidden = false;
  frame.dataset.basemapFault = "";
  return null;
}

/** Draw the shipped lines where a file turns out to be broken; incidents stay. */
function fallBack(map, tint) {
  if ("basemapFault" in frame.dataset) {
    return;
  }
  tell();
  map.setStyle(shipped(tint), {
    diff: false,
    transformStyle: (before, after) => ({
      ...after,
      sources: { ...after.sources, ...(before?.sources.incidents && { incidents: before.sources.incidents }) },
      layers: [...after.layers, ...(before?.layers.filter((one) => one.source === "incidents") ?? [])],
    }),
  });
}

/** Name whose map it is: what the file itself says, as text alone. */
function credit(map) {
  const told = map.getSource(OWN)?.attribution;
  if (told) {
    const parsed = new DOMParser().parseFromString(told, "text/html");
    document.querySelector(".map-credit").textContent = parsed.body.textContent;
  }
}

function hasWebGL() {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

/** The style of the lines that come with the desk. */
function shipped(tint) {
  const file = (name) => ({ type: "geojson", data: `/static/incidents/geography/${name}.json` });
  const line = (kind, more) => ({
    id: `line-${kind}`, type: "line", source: "lines", filter: ["==", ["get", "kind"], kind],
    paint: { "line-color": kind === "unit" ? tint.unit : tint.country, "line-width": kind === "unit" ? 0.8 : 1.2, ...more },
  });
  const names = (kind, from, until) => ({
    id: `name-${kind}`, type: "symbol", source: "labels", filter: ["==", ["get", "kind"], kind],
    minzoom: from, maxzoom: until,
    layout: { "text-field": ["get", lang === "ar" ? "ar" : "en"], "text-font": [FONT], "text-size": 13, "text-max-width": 8 },
    paint: { "text-color": tint.name, "text-halo-color": tint.land, "text-halo-width": 1.4 },
  });
  return {
    version: 8,
    sources: { land: file("world"), lines: file("lines"), labels: file("labels") },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": tint.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": tint.land } },
      line("unit"), line("disputed", { "line-dasharray": [4, 3] }), line("country"),
      names("country", 0, 5), names("unit", 5, 24),
    ],
  };
}

async function ownBasemap(library) {
  const { Protocol, layers, namedFlavor } = await import(`${VENDOR}/pmtiles.js`);
  const address = new URL(said.basemap, location.href).href;
  const first = await fetch(address, { headers: { Range: "bytes=0-6" } });
  if (!(await first.text()).startsWith("PMTiles")) {
    throw new Error("not a PMTiles file");
  }
  library.addProtocol("pmtiles", new Protocol({ metadata: true }).tile);
  const drawn = layers(OWN, namedFlavor(isDark() ? "dark" : "light"), { lang });
  for (const one of drawn) {
    if (one.layout?.["text-font"]) {
      one.layout["text-font"] = [FONT];
    }
    if (one.layout?.["icon-image"]) {
      delete one.layout["icon-image"]; // pictures would have to come from elsewhere
    }
  }
  return { version: 8, sources: { [OWN]: { type: "vector", url: `pmtiles://${address}` } }, layers: drawn };
}

function addIncidents(map, tint) {
  map.addSource("incidents", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  const one = ["==", ["get", "number"], 1];
  const wide = (zoomed) => ["+", 5, ["*", ["get", "wide"], zoomed]];
  map.addLayer({
    id: "one", type: "circle", source: "incidents", filter: one,
    paint: {
      "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 0, wide(1), 22, wide(MOST_ZOOM)],
      "circle-color": tint.mark,
      "circle-opacity": ["case", [">", ["get", "radius"], 5000], 0.12, 0.45],
      "circle-stroke-color": tint.mark, "circle-stroke-width": 1.3,
    },
  });
  map.addLayer({
    id: "many", type: "circle", source: "incidents", filter: ["!", one],
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "number"]], 1, 12, 10, 18, 100, 34],
      "circle-color": tint.mark, "circle-opacity": 0.85,
      "circle-stroke-color": tint.paper, "circle-stroke-width": 1.5,
    },
  });
  map.addLayer({
    id: "numbers", type: "symbol", source: "incidents", filter: ["!", one],
    layout: { "text-field": ["get", "label"], "text-font": [FONT], "text-size": 13, "text-allow-overlap": true },
    paint: { "text-color": tint.paper },
  });
}

function bring(map, library) {
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter().wrap();
    change({ at: `${lat.toFixed(4)},${lng.toFixed(4)},${map.getZoom().toFixed(2)}` }, { quiet: true });
    refresh(map);
  });
  listen(() => refresh(map));
  for (const layer of ["one", "many"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("click", "many", (event) => {
    const about = event.features[0].properties;
    const [west, south, east, north] = about.box.split(",").map(Number);
    if (map.getZoom() >= CLOSE || (east - west < 1e-4 && north - south < 1e-4)) {
      open(map, library, event.lngLat, many(about));
    } else {
      map.fitBounds([[west, south], [east, north]], { padding: 80, maxZoom: map.getZoom() + 4 });
    }
  });
  map.on("click", "one", (event) => open(map, library, event.features[0].geometry.coordinates, single(event.features[0].properties)));
}

function open(map, library, at, content) {
  new library.Popup({ maxWidth: "18rem" }).setLngLat(at).setDOMContent(content).addTo(map);
}

function line(text, name = "") {
  const made = document.createElement("p");
  made.className = name;
  made.dir = "auto";
  made.textContent = text;
  return made;
}

function link(address, text) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function single(about) {
  const made = document.createElement("div");
  made.className = "popup";
  made.append(line(about.place || about.code, "popup-place"), line(about.when), line(about.types));
  made.append(line(`${said.sayKilled}: ${about.killed}`), link(said.incident.replace("CODE", encodeURIComponent(about.code)), said.sayOpen));
  return made;
}

function many(about) {
  const made = document.createElement("div");
  made.className = "popup";
  const told = query();
  const [west, south, east, north] = about.box.split(",").map(Number);
  const room = 0.0002; // so that points on the edge are held
  told.set("bbox", [west - room, south - room, east + room, north + room].map((end) => end.toFixed(5)).join(","));
  made.append(line(said.sayHere.replace("#", digits(about.number)), "popup-place"), link(`${said.list}?${told}`, said.sayList));
  return made;
}

async function refresh(map) {
  const bounds = map.getBounds();
  const told = query();
  // Whole steps: a small move asks for the same window again, which is remembered.
  const zoom = Math.floor(map.getZoom());
  const step = 45 / 2 ** zoom;
  const down = (value) => Math.floor(value / step) * step;
  const up = (value) => Math.ceil(value / step) * step;
  const box = [down(bounds.getWest()), Math.max(-90, down(bounds.getSouth())), up(bounds.getEast()), Math.min(90, up(bounds.getNorth()))];
  told.set("bbox", box.map((end) => end.toFixed(5)).join(","));
  told.set("zoom", zoom);
  let found;
  try {
    found = await ask(`${said.window}?${told}`);
  } catch (fault) {
    if (fault.name === "AbortError") {
      return;
    }
    throw fault;
  }
  for (const one of found.features) {
    const about = one.properties;
    const lat = (one.geometry.coordinates[1] * Math.PI) / 180;
    about.label = digits(about.number);
    about.wide = (about.radius ?? 0) / (METRES_PER_POINT * Math.max(0.05, Math.cos(lat)));
  }
  map.getSource("incidents").setData({ type: "FeatureCollection", features: found.features });
  const sight = frame.querySelector(".map-sight");
  sight.textContent = said.saySight.replace("#", digits(found.shown));
  sight.hidden = false;
}
