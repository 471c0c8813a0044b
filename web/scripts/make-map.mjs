// The map of the five States with the outlines of their neighbours, cut from world-atlas (Natural Earth, public domain)
// into src/ui/generated/central-asia.json: GeoJSON of some 40 kB, so that no page loads the world's 750 kB.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";

const web = fileURLToPath(new URL("..", import.meta.url));
const target = `${web}src/ui/generated/central-asia.json`;

/** ISO 3166-1 numeric codes, as world-atlas has them, to the codes Homeward uses. */
const STATES = { 398: "KZ", 417: "KG", 762: "TJ", 795: "TM", 860: "UZ" };
/** Where a label sits well: the middle of a shape's box may lie outside it. Longitude, latitude. */
const LABEL_AT = { KZ: [67.5, 48.2], KG: [75.3, 41.6], TJ: [71.4, 38.5], TM: [58.6, 39.3], UZ: [63.2, 42.2] };
/** West, south, east, north of the picture, in degrees. */
const FRAME = [44, 33.5, 90, 57];

const round = (degrees) => Math.round(degrees * 100) / 100;

/** Sutherland–Hodgman: the part of a ring inside the frame. */
function clip(ring) {
  const [west, south, east, north] = FRAME;
  const edges = [[0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1]];
  return edges.reduce((points, [axis, limit, sign]) => {
    const inside = (point) => (point[axis] - limit) * sign >= 0;
    return points.flatMap((point, i) => {
      const before = points[(i + points.length - 1) % points.length];
      if (inside(point) === inside(before)) return inside(point) ? [point] : [];
      const share = (limit - before[axis]) / (point[axis] - before[axis]);
      const cut = before.map((value, k) => value + share * (point[k] - value));
      return inside(point) ? [cut, point] : [cut];
    });
  }, ring);
}

/** Rounded, without points that fall together; null when nothing of it is left. */
function tidy(ring) {
  const points = clip(ring.slice(0, -1)).map((point) => point.map(round));
  const kept = points.filter((p, i) => i === 0 || p[0] !== points[i - 1][0] || p[1] !== points[i - 1][1]);
  return kept.length < 4 ? null : [...kept, kept[0]];
}

function polygons(geometry) {
  const all = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return all.map((rings) => rings.map(tidy)).filter((rings) => rings[0]).map((rings) => rings.filter(Boolean));
}

function features(world) {
  return feature(world, world.objects.countries).features.flatMap((country) => {
    const coordinates = polygons(country.geometry);
    if (coordinates.length === 0) return [];
    const state = STATES[Number(country.id)];
    const name = state ?? `neighbour-${country.id ?? country.properties.name}`;
    return [{ type: "Feature", properties: state ? { name, cp: LABEL_AT[state] } : { name }, geometry: { type: "MultiPolygon", coordinates } }];
  });
}

if (!existsSync(target)) {
  const world = JSON.parse(readFileSync(`${web}node_modules/world-atlas/countries-50m.json`, "utf8"));
  mkdirSync(`${web}src/ui/generated`, { recursive: true });
  writeFileSync(target, JSON.stringify({ type: "FeatureCollection", features: features(world) }));
}
