// Draws the map of the world once, for src/web/maps/world.json: a path or a point for every state of dataset/jurisdictions.csv.
// The same inputs give the same file; `node scripts/make-map.js --check` ends with 1 where the committed file is another.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature, mergeArcs } from "topojson-client";

const WIDTH = 960;
/** Room for the points of islands that lie farther out than any shape. */
const MARGIN = 12;
/** Below this area (in square pixels) a shape cannot be told apart: the state is drawn as a point. */
const VISIBLE = 14;
/** Islands smaller than this are left out of a state that has a larger part. */
const SPECK = 1.5;
/** Points nearer to each other than this are moved apart: where they stand is where to look, not a position. */
const APART = 9;
const ANTARCTICA = "010";
const FRENCH_SOUTHERN_LANDS = "260";

const root = new URL("../", import.meta.url);
const target = new URL("src/web/maps/world.json", root);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const coarse = read("node_modules/world-atlas/countries-110m.json");
const fine = read("node_modules/world-atlas/countries-50m.json");
const states = parse(readFileSync(new URL("dataset/jurisdictions.csv", root)), { columns: true }).filter((row) => row.level === "national");

drawCrimeaAsTheGeneralAssemblyDoes(coarse);
const countries = feature(coarse, coarse.objects.countries).features.filter(({ id }) => id !== ANTARCTICA && id !== FRENCH_SOUTHERN_LANDS);
const land = { type: "FeatureCollection", features: countries };
const projection = geoEqualEarth().fitWidth(WIDTH - 2 * MARGIN, land);
const [x, y] = projection.translate();
projection.translate([x + MARGIN, y - geoPath(projection).bounds(land)[0][1] + 2]);
const height = Math.ceil(geoPath(projection).bounds(land)[1][1]) + 2;

const shapes = {};
const points = {};
for (const state of states) {
  const rings = ringsOf(countries.find(({ id }) => id === state.iso_numeric));
  const area = rings.reduce((sum, ring) => sum + areaOf(ring), 0);
  if (area >= VISIBLE) shapes[state.id] = pathOf(rings);
  else points[state.id] = pointOf(state);
}
const known = new Set(states.map((state) => state.iso_numeric));
const others = countries.filter(({ id }) => !known.has(id)).flatMap(ringsOf);
moveApart(points);

const text = `${JSON.stringify({ width: WIDTH, height, shapes, points, others: pathOf(others) }, null, 1)}\n`;
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error(`${fileURLToPath(target)} is not what scripts/make-map.js draws: run it and commit the file.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}

/** The atlas draws who controls a place; maps of the United Nations follow resolution 68/262 of the General Assembly. */
function drawCrimeaAsTheGeneralAssemblyDoes(atlas) {
  const { geometries } = atlas.objects.countries;
  const russia = geometries.find(({ id }) => id === "643");
  const ukraine = geometries.find(({ id }) => id === "804");
  const crimea = russia.arcs.findIndex((arcs) => {
    const [x, y] = geoCentroid(feature(atlas, { type: "Polygon", arcs }));
    return x > 33 && x < 36 && y > 44.5 && y < 46;
  });
  if (crimea < 0) throw new Error("The atlas has no part of its own for Crimea: look at it again.");
  const [arcs] = russia.arcs.splice(crimea, 1);
  Object.assign(ukraine, mergeArcs(atlas, [ukraine, { type: "Polygon", arcs }]));
}

function ringsOf(country) {
  if (!country) return [];
  const rings = [];
  const context = {
    moveTo: (x, y) => rings.push([[Math.round(x), Math.round(y)]]),
    lineTo: (x, y) => rings.at(-1).push([Math.round(x), Math.round(y)]),
    closePath: () => undefined,
  };
  geoPath(projection, context)(country);
  const cleaned = rings.map(withoutRepetition).filter((ring) => ring.length > 2);
  const large = cleaned.filter((ring) => areaOf(ring) >= SPECK);
  return large.length > 0 ? large : cleaned;
}

function withoutRepetition(ring) {
  const distinct = ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1][0] || y !== ring[index - 1][1]);
  const [first, last] = [distinct[0], distinct.at(-1)];
  if (distinct.length > 1 && first[0] === last[0] && first[1] === last[1]) distinct.pop();
  return distinct.filter((point, index) => {
    const before = distinct.at(index - 1);
    const after = distinct[(index + 1) % distinct.length];
    return (point[0] - before[0]) * (after[1] - point[1]) !== (point[1] - before[1]) * (after[0] - point[0]);
  });
}

function areaOf(ring) {
  return (
    Math.abs(
      ring.reduce((sum, [x, y], index) => sum + x * ring[(index + 1) % ring.length][1] - ring[(index + 1) % ring.length][0] * y, 0),
    ) / 2
  );
}

/** "M10 20l5-3 1 4z": after the first point each is told from the one before. */
function pathOf(rings) {
  return rings
    .map((ring) => {
      const steps = ring.slice(1).flatMap(([x, y], index) => [x - ring[index][0], y - ring[index][1]]);
      return `M${ring[0].join(" ")}l${steps.map((step, index) => (index === 0 || step < 0 ? step : ` ${step}`)).join("")}z`;
    })
    .join("");
}

/** The middle of the largest part on the finer map; where that has none, the place that the dataset names. */
function pointOf(state) {
  const country = feature(fine, fine.objects.countries).features.find(({ id }) => id === state.iso_numeric);
  if (!country) return projection([Number(state.longitude), Number(state.latitude)]);
  const parts = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  const largest = parts.map((coordinates) => ({ type: "Polygon", coordinates })).sort((a, b) => geoArea(b) - geoArea(a))[0];
  return projection(geoCentroid(largest));
}

function moveApart(places) {
  const list = Object.values(places);
  for (let round = 0; round < 60; round += 1) {
    for (const [index, one] of list.entries()) {
      for (const other of list.slice(index + 1)) {
        const distance = Math.hypot(other[0] - one[0], other[1] - one[1]) || 0.01;
        if (distance >= APART) continue;
        const push = (APART - distance) / 2 / distance;
        const [x, y] = [(other[0] - one[0]) * push, (other[1] - one[1]) * push];
        one[0] -= x;
        one[1] -= y;
        other[0] += x;
        other[1] += y;
      }
    }
  }
  for (const point of list)
    point.forEach((value, axis) => {
      point[axis] = Math.round(value);
    });
}
