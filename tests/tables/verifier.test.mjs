// The second program, which shares nothing with the first: it accepts what is proven, and refuses each planted fault by its name.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { files, pattern, verifier, written } from "./problem.mjs";

function verdict(options, ...more) {
  const folder = written(options);
  const result = verifier(folder, ...more);
  rmSync(folder, { recursive: true });
  return result;
}

function accepts(name, options, ...more) {
  test(name, () => assert.deepEqual([verdict(options, ...more).status, verdict(options, ...more).err], [0, ""]));
}

function refuses(name, reason, options, ...more) {
  test(name, () => {
    const { status, out, err } = verdict(options, ...more);
    assert.equal(status, 1, err);
    assert.match(out, reason);
  });
}

function cannotRead(name, reason, options) {
  test(name, () => {
    const { status, err } = verdict(options);
    assert.equal(status, 2);
    assert.match(err, reason);
  });
}

accepts("a certificate that opens the cell to outsiders and to the family", {});
accepts("one without insiders, where nobody counted the groups", {
  change: (of, told) => { delete of["insiders.csv"]; delete of["inner.csv"]; told.openings = [[1, -1, 0]]; },
});
accepts("wider than asked", {
  change: (of, told) => { delete of["insiders.csv"]; delete of["inner.csv"]; told.width = 2; told.openings = [[1, 1, 0]]; },
});
accepts("columns in another order, quotes, CR LF and a byte order mark", {
  change: (of) => { of["inner.csv"] = "\ufeff\"value\",inner\r\n" + [2, 5, 4, 6, 1, 0, 9].map((value, index) => `"${value}",${index + 1}\r\n`).join(""); },
});
accepts("twins are one: five holds one person and gives two", { change: (_, told) => { told.shifts[1] = [[1, -1], [2, 1], [3, 1], [4, 1], [5, -2]]; } });
refuses("twins that somebody tells apart are two", /negative group: 5/, {
  change: (of, told) => { told.persons = [[1, 2], [2, 5], [3, 4], [4, 6], [5, 1], [7, 9]]; told.shifts[1] = [[1, -1], [2, 1], [3, 1], [4, 1], [5, -2]]; of["insiders.csv"] += "neighbour,5,1,1\n"; },
});

refuses("a shown cell changed", /changes cell \d+, which is shown/, { change: (_, told) => { told.shifts[0] = [[1, 1], [2, -1]]; } });
refuses("a negative group", /negative group: 3/, { change: (_, told) => { told.shifts[0] = [[1, 5], [2, -5], [3, -5], [4, 5]]; } });
refuses("twins together negative", /negative group: 4/, { change: (_, told) => { told.shifts[1] = [[1, 0], [4, -5], [5, -3], [3, 8]]; } });
refuses("the zero rule broken", /leaves 0 in the hidden cell 1/, { change: (_, told) => { told.shifts[1] = [[1, -2], [2, 2], [3, 2], [4, -2]]; } });
refuses("somebody where everybody sees a zero", /changes cell 5, which is shown/, { change: (_, told) => { told.shifts[0].push([6, 1]); } });
refuses("a width that is too small for what is asked", /width of 1, and 3 is wanted/, {}, "--width", "3");
refuses("an opening narrower than the certificate says", /narrower than the width/, { change: (_, told) => { told.width = 3; } }, "--width", "3");
refuses("low and high swapped", /narrower than the width/, { change: (_, told) => { told.openings[0] = [1, 0, -1]; } });
refuses("an opening by a population that there is not", /population that there is not/, { change: (_, told) => { told.openings[0] = [1, -1, 7]; } });
refuses("an opening of no cell", /cell 40, which there is not/, { change: (_, told) => { told.openings[0] = [40, -1, 0]; } });
refuses("the family forgotten", /not proven open to family/, { change: (_, told) => { told.openings = [[1, -1, 0]]; } });
refuses("no opening at all", /cell 1 is not proven open/, { change: (_, told) => { told.openings = []; } });
refuses("a single person forgotten, where zeros are hidden and nobody says who knows whom", /cell 1 is not proven open to one person of group 1/, {
  change: (of, told) => {
    delete of["insiders.csv"];
    of["cells.csv"] = of["cells.csv"].replace("5,0,0", "5,0,1");
    told.shifts = [[[1, -2], [2, 2], [3, 2], [4, -2]], [[1, -1], [2, 1], [6, 1], [7, -1]]];
    told.openings = [[1, 0, -1], [5, -1, 1]];
  },
  patternText: pattern().replace("5,0", "5,1").replace("6,0", "6,1"),
});
refuses("a base with other people", /value of cell/, { change: (_, told) => { told.persons[0] = [1, 3]; } });
refuses("a base without the family", /value of cell|lacks people/, { change: (_, told) => { told.persons = told.persons.slice(1); } });
refuses("a group of no cell", /group 99, which is in no cell/, { change: (_, told) => { told.shifts[0].push([99, 1]); } });
refuses("the cell itself shown", /cell 1 must be hidden and is shown|changes cell 1/, { shown: [1] });
for (const cell of [2, 3, 4]) refuses(`cell ${cell} shown again`, new RegExp(`changes cell ${cell}, which is shown`), { shown: [cell] });
refuses("made for other counts", /another cells\.csv/, { after: (told) => { told.files["cells.csv"] = "0".repeat(64); } });
refuses("made where nobody knew anybody", /another insiders\.csv/, { after: (told) => { delete told.files["insiders.csv"]; } });
refuses("made for another pattern", /another pattern/, { after: (told) => { told.pattern = "0".repeat(64); } });

cannotRead("a pattern that leaves a cell out", /nothing about cell 12/, { patternText: pattern().replace("12,0\n", "") });
cannotRead("a pattern that tells a cell twice", /said before/, { patternText: `${pattern()}1,1\n` });
cannotRead("a cell without groups", /cell 13 is in no equation/, { change: (of) => { of["cells.csv"] += "13,4,0\n"; }, patternText: `${pattern()}13,0\n` });
cannotRead("a negative count", /line 2/, { change: (of) => { of["cells.csv"] = of["cells.csv"].replace("1,2,1", "1,-2,1"); } });
cannotRead("a cell that is part of itself", /part of itself/, {
  change: (of) => { of["cells.csv"] += "13,7,0\n14,7,0\n"; of["links.csv"] = "total,part\n13,14\n14,13\n"; }, patternText: `${pattern()}13,0\n14,0\n`,
});
cannotRead("half a person", /not a whole number/, { change: (_, told) => { told.persons[0] = [1, 1.5]; } });
cannotRead("a member too many", /members/, { change: (_, told) => { told.note = "trust me"; } });
cannotRead("another format", /format/, { change: (_, told) => { told.format = "homeward-certificate-2"; } });

test("a certificate that is no JSON, a folder that is not there", () => {
  const folder = written();
  writeFileSync(`${folder}/certificate.json`, "{\"format\":");
  assert.equal(verifier(folder).status, 2);
  writeFileSync(`${folder}/certificate.json`, "[".repeat(100_000));
  assert.equal(verifier(folder).status, 2);
  rmSync(`${folder}/problem`, { recursive: true });
  assert.match(verifier(folder).err, /no such folder/);
  rmSync(folder, { recursive: true });
  assert.equal(Object.keys(files()).length, 4);
});
