// The areas and programs of the build, as CMakeLists.txt declares them.

/**
 * @typedef {object} Area
 * @property {string} name
 * @property {string[]} uses   what it names itself
 * @property {string[]} all    what it is linked with: uses, and theirs
 */

function declarations(text, macro) {
  const calls = text.matchAll(new RegExp(`^${macro}\\(([^)]*)\\)`, "gm"));
  return [...calls].map(([, inside]) => {
    const [name, ...words] = inside.replace(/#[^\n]*/g, "").split(/\s+/).filter(Boolean);
    const from = words.indexOf("USES") + 1;
    const to = words.indexOf("LIBS");
    return { name, uses: from === 0 ? [] : words.slice(from, to < 0 ? undefined : to) };
  });
}

function linked(uses, areas) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    areas.get(name)?.uses.forEach(add);
  };
  uses.forEach(add);
  return [...found];
}

/** The areas in the order of CMakeLists.txt. @returns {Map<string, Area>} */
export function areasOf(tree) {
  const areas = new Map(declarations(tree.text("CMakeLists.txt"), "homeward_area").map((area) => [area.name, area]));
  for (const area of areas.values()) area.all = linked(area.uses, areas);
  return areas;
}

/** The programs of apps/. @returns {Area[]} */
export function programsOf(tree) {
  const areas = areasOf(tree);
  return declarations(tree.text("apps/CMakeLists.txt"), "homeward_program")
    .map(({ name, uses }) => ({ name, uses, all: linked(uses, areas) }));
}

/** The area a file of src/ belongs to. */
export const areaOf = (path) => /^src\/(\w+)\//.exec(path)?.[1];
