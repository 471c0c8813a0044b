// Every rule can fail: small invented trees, each with one breach.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codeOf, plantedTree } from "./tree.mjs";
import { judges } from "./rules/judgement.mjs";
import { rules } from "./rules/all.mjs";

/** A tree that keeps to every rule. */
const HEALTHY = {
  "CMakeLists.txt": [
    "homeward_area(base LIBS PkgConfig::SODIUM)", "homeward_area(http USES base LIBS Boost::url)",
    "homeward_area(people USES base http)", "homeward_area(casework USES base http people)",
    "homeward_area(council USES base http)",
  ].join("\n"),
  "apps/CMakeLists.txt": "function(homeward_program name)\nendfunction()\nhomeward_program(node USES casework)\nhomeward_program(council USES council)\n",
  "apps/node/main.cpp": '#include "people/person.h"\n#include "http/server.h"\n',
  "apps/council/main.cpp": '#include "council/session.h"\n',
  "build/release/homeward-node": "_ZN8homeward6people4findEv",
  "build/release/homeward-council": "_ZN8homeward7council4openEv",
  "src/base/json.h": "#include <boost/json.hpp>\n",
  "src/http/server.cpp": "#include <boost/beast.hpp>\nco_await read();\n",
  "src/people/codes.h": '#include "base/json.h"\n',
  "src/people/person.h": "// a suspect row, co_await\nstruct Person { ProtectionUrgency protection_urgency; };\n",
  "src/people/person.cpp": '#include "people/person.h"\n#include "people/codes.h"\n#include "base/json.h"\n#include <vector>\n',
  "src/people/refuse.cpp": 'return conflict("person.exists"); return not_found("http." + what);',
  "src/http/refuse.cpp": 'return invalid("http.bad_target");',
  "src/people/schema/0001.sql": "-- never a danger_score\nCREATE TABLE persons (protection_urgency TEXT);\n",
  "api/node.yaml": "Person:\n  description: of a loyal kind\n  properties:\n    protection_urgency: {enum: [none, high]}\n",
  "web/src/node/main.tsx": 'import { people } from "../people/routes";\n',
  "web/src/people/routes.ts": 'import { page } from "../ui/area";\nimport("./list-page");\nconst xmlns = "http://www.w3.org/2000/svg"; // not http://.\n',
  "config/stigmatising_words.json": JSON.stringify({
    labels: { en: ["fighter*", "enemy of*"], ru: ["боевик*"], uz: ["jangari*"], kk: ["содыр*"], ky: ["желдет*"], tg: ["ҷангҷӯ*"], tk: ["söweşiji*"] },
    ratings: { en: ["ideolog*", "risk of offending"], ru: ["лояльн*"], uz: ["mafkura*"], kk: ["идеология*"], ky: ["идеология*"], tg: ["мафкура*"], tk: ["ideologiýa*"] },
    codes: ["ideolog*", "loyal*", "reoffend*", "risk score"] }),
  "config/forms/school.json": '{"fields": [{"code": "class", "label": {"en": "Which class?"}}]}',
  "config/letters/letter.json": '{"texts": {"en": "Dear {{name}}, they fight for places at school."}}',
  "src/people/role.h": "// never a role for police\nenum class Role {\n    social_worker, admin,\n    guest,  ///< no right\n};\n",
  "src/people/schema/0003.sql": "CREATE TABLE accounts (role TEXT CHECK (role IN ('social_worker', 'admin')));\n",
  "web/src/i18n/en/accounts.json": '{"role": {"social_worker": "Social worker"}}',
  "web/src/i18n/ru/accounts.json": '{"role": {"social_worker": "Социальный работник"}}',
  "docs/guide/children.md": "An enemy is not of the list.\n",
  "apps/admin/demo_people.cpp": 'say("Goes to school");  // fighter\n',
  "web/src/casework/routes.ts": "",
  "web/src/ui/area.ts": 'import { key } from "../i18n/key";\n',
  "web/src/i18n/en/people.json": '{"list": {"title": "People", "rows_one": "row", "rows_other": "rows"}, "errors": {"person": {"exists": "This person is there already."}}}',
  "web/src/i18n/ru/people.json": '{"list": {"title": "Люди", "rows_one": "строка", "rows_few": "строки", "rows_many": "строк"}, "errors": {"person": {"exists": "Такой человек уже есть."}}}',
  "web/dist/node/index.html": '<script src="/assets/a.js"></script>',
  "web/dist/node/assets/a.js": 'throw Error("see https://react.dev/errors/31")',
};

const LONG = "x\n".repeat(401);

/** By rule: what is planted into the healthy tree, and what must be said about it. */
const BREACHES = {
  "no two files give one name to two types": [
    [{ "src/people/a.cpp": "namespace homeward {\nstruct Body {\n  int id;\n};\nnamespace {\nstruct In {\n};\n}  // namespace\n}  // namespace homeward\n",
       "src/people/b.cpp": "namespace homeward {\nnamespace {\nstruct In {\n};\n}  // namespace\nstruct Body {\n  bool id;\n};\n}  // namespace homeward\n" }, /b\.cpp:6: homeward::Body has another meaning in src\/people\/a\.cpp:2/],
  ],
  "areas use only areas that stand above them": [
    [{ "CMakeLists.txt": "homeward_area(base USES http)\nhomeward_area(http)" }, /base uses http/],
  ],
  "every folder of src is a declared area": [[{ "src/extra/a.cpp": "" }, /src\/extra/]],
  "an area includes only itself and what it uses, by its folder": [
    [{ "src/people/a.cpp": '#include "casework/plan.h"' }, /a\.cpp:1: people may not include casework/],
    [{ "src/council/a.cpp": '\n  #  include "people/person.h"' }, /a\.cpp:2: council may not include people/],
    [{ "src/people/a.cpp": '#include "person.h"' }, /does not begin with the name of an area/],
    [{ "src/people/a.cpp": '#include "../http/server.h"' }, /does not begin with the name of an area/],
  ],
  "a program includes only areas it is linked with": [
    [{ "apps/council/main.cpp": '#include "people/person.h"' }, /homeward-council is not linked with people/],
  ],
  "files of strangers are understood by homeward-inspect alone, which holds nothing": [
    [{ "CMakeLists.txt": "homeward_area(base)\nhomeward_area(inspection USES base)\nhomeward_area(council USES inspection)", "apps/CMakeLists.txt": "homeward_program(council USES council)" },
      /homeward-council is linked with inspection/],
    [{ "CMakeLists.txt": "homeward_area(base)\nhomeward_area(vault)\nhomeward_area(inspection USES base)", "apps/CMakeLists.txt": "homeward_program(inspect USES inspection vault)" },
      /homeward-inspect is linked with vault/],
  ],
  "the Council is linked with no area that holds a returnee's record": [
    [{ "CMakeLists.txt": `${HEALTHY["CMakeLists.txt"].replace("council USES base http", "council USES casework")}` }, /area council is linked with people/],
    [{ "apps/CMakeLists.txt": "homeward_program(council USES council people)" }, /homeward-council is linked with people/],
  ],
  "the Council's program holds no code of such an area": [
    [{ "build/release/homeward-council": "_ZN8homeward8casework4planEv" }, /holds code of casework/],
    [{ "build/release/homeward-node": "stripped" }, /is it stripped/],
    [{ "build/release/homeward-council": undefined }, /not built/],
  ],
  "Beast and Asio stay in http and exchange": [
    [{ "src/people/a.cpp": "#include <boost/asio/io_context.hpp>" }, /a\.cpp:1: <boost\/asio/],
    [{ "apps/node/main.cpp": "#include <boost/beast.hpp>" }, /main\.cpp:1/],
  ],
  "coroutines stay in http and exchange": [
    [{ "src/people/a.cpp": 'int x; /* co_await */\nco_return x; // "' }, /a\.cpp:2/],
  ],
  "headers that bring Boost stay in their area, or are named for JSON": [
    [{ "src/casework/a.cpp": '#include "people/codes.h"' }, /"people\/codes\.h" brings Boost/],
    [{ "src/people/list.h": '#include "base/json.h"', "src/casework/a.cpp": '#include "people/list.h"' }, /"people\/list\.h" brings Boost/],
    [{ "src/people/a.h": '#include "people/codes.h"', "src/casework/a.cpp": '#include "people/a.h"' }, /"people\/a\.h" brings Boost/],
  ],
  "no file is longer than 400 lines": [
    [{ "src/people/a.cpp": LONG }, /a\.cpp: 401 lines/], [{ "web/src/people/list-page.tsx": LONG }, /401/], [{ "scripts/setup": LONG }, /401/],
  ],
  "no table, column or code of the schema rates a person": [
    [{ "src/people/schema/0002.sql": "ALTER TABLE persons\n ADD danger_score INTEGER;" }, /0002\.sql:2: danger_score/],
    [{ "src/people/schema/0002.sql": "CREATE TABLE loyalty (id TEXT);" }, /loyalty/],
    [{ "src/people/schema/0002.sql": "CHECK (kind IN ('family', 'former_fighter'))" }, /former_fighter/],
    [{ "src/people/schema/0002.sql": "ADD risk_level TEXT" }, /risk_level/],
  ],
  "no type or field of a header rates a person": [
    [{ "src/people/a.h": "struct RadicalizationIndex {};" }, /RadicalizationIndex/], [{ "src/people/a.h": "int riskScore = 0;" }, /riskScore/],
  ],
  "no member of a contract rates a person": [
    [{ "api/node.yaml": "properties:\n  ideology: {type: string}" }, /node\.yaml:2: ideology/],
    [{ "api/node.yaml": "kind: {enum: [family, extremist]}" }, /extremist/],
    [{ "api/node.yaml": "enum:\n  - suspect" }, /node\.yaml:2: suspect/],
  ],
  "the list of words that nothing shipped may hold is there, in seven languages": [
    [{ "config/stigmatising_words.json": undefined }, /no labels in en/],
    [{ "config/stigmatising_words.json": '{"labels": {"en": ["x"]}, "ratings": {}, "codes": []}' }, /no labels in kk/],
    [{ "config/stigmatising_words.json": '{"labels": {}, "ratings": {}, "codes": []}' }, /lacks the code loyal\*/],
  ],
  "no shipped text calls people by a label": [
    [{ "web/src/i18n/en/notes.json": '{"kind": {"x": "The Fighter’s family"}}', "web/src/i18n/ru/notes.json": '{"kind": {"x": "Семья"}}' }, /en\/notes\.json: kind\.x: fighter\*/],
    [{ "web/src/i18n/ru/notes.json": '{"x": "жена боевика"}', "web/src/i18n/en/notes.json": '{"x": "wife"}' }, /боевик\*/],
    [{ "web/src/i18n/tg/notes.json": '{"x": "Ҷангҷӯён"}' }, /tg\/notes\.json: x: ҷангҷӯ/],
    [{ "config/forms/school.json": '{"fields": [{"label": {"kk": "Содырдың баласы"}}]}' }, /forms\/school\.json: fields\.0\.label\.kk: содыр/],
    [{ "config/letters/letter.json": '{"texts": {"en": "an Enemy  of the people"}}' }, /letter\.json: texts\.en: enemy of\*/],
    [{ "docs/guide/children.md": "\nChildren of fighters\n" }, /children\.md:2: fighter/],
    [{ "apps/admin/demo_people.cpp": '\nsay("a former fighter");' }, /demo_people\.cpp:2: fighter/],
  ],
  "no page, form or letter about a person speaks of ideology, loyalty or offending": [
    [{ "config/forms/school.json": '{"fields": [{"label": {"en": "Ideological view"}}]}' }, /school\.json: fields\.0\.label\.en: ideolog/],
    [{ "config/letters/letter.json": '{"texts": {"en": "the risk of offending is low"}}' }, /risk of offending/],
    [{ "web/src/i18n/ru/people.json": '{"list": {"title": "Лояльность", "rows_one": "1"}}' }, /лояльн/],
  ],
  "no code of a form, field of a letter or key of a page rates a person": [
    [{ "config/forms/school.json": '{"fields": [{"code": "loyalty_to_state"}]}' }, /loyalty_to_state: loyal/],
    [{ "config/forms/school.json": '{"scores": [{"code": "riskScore1", "name": "risk_score"}]}' }, /risk score/],
    [{ "config/letters/letter.json": '{"texts": {"en": "Dear {{ideology}}"}}' }, /ideology: ideolog/],
    [{ "web/src/i18n/en/people.json": '{"list": {"title": "x", "rows_other": "y"}, "will_reoffend": "May do it again"}' }, /will_reoffend: reoffend/],
  ],
  "no role is there for a security body": [
    [{ "src/people/role.h": "enum class Role { social_worker, police };" }, /role\.h: police/],
    [{ "src/people/schema/0002.sql": "CHECK (role IN ('social_worker',\n 'state_security'))" }, /0002\.sql: state_security/],
    [{ "api/node.yaml": "role: {enum: [social_worker, investigator]}" }, /node\.yaml: investigator/],
    [{ "web/src/i18n/en/accounts.json": '{"role": {"social_worker": "Social worker", "intelligence": "Analyst"}}' }, /accounts\.json: intelligence/],
  ],
  "an area of the front end imports the shared parts and itself": [
    [{ "web/src/people/a.tsx": 'import { Plan } from "../casework/plan";' }, /people may not import casework/],
    [{ "web/src/people/a.tsx": 'const page = import("../casework/plan");' }, /people may not import casework/],
    [{ "web/src/people/a.tsx": 'import x from "../../vite.config";' }, /may not import web\/vite\.config/],
  ],
  "the shared parts know no area": [[{ "web/src/ui/a.tsx": 'import { x } from "../people/list";' }, /ui may not know people/]],
  "Russian says what English says, and the other way round": [
    [{ "web/src/i18n/ru/people.json": '{"list": {"rows_one": "строка"}}' }, /ru\/people\.json: lacks list\.title/],
    [{ "web/src/i18n/ru/other.json": '{"a": "а"}' }, /en\/other\.json: lacks a/],
  ],
  "the front end's sources name no other server": [
    [{ "web/src/ui/a.css": '@import "https://fonts.googleapis.com/css";' }, /a\.css:1: https:\/\/fonts/],
    [{ "web/src/ui/a.tsx": '<img src="//cdn.example/a.png" />' }, /cdn\.example/],
    [{ "web/src/ui/a.ts": 'new WebSocket("wss://push.example")' }, /push\.example/],
  ],
  "the built front ends name no other server": [
    [{ "web/dist/node/assets/a.js": 'fetch("https://tiles.example/1")' }, /tiles\.example/],
    [{ "web/dist/node/index.html": undefined, "web/dist/node/assets/a.js": undefined }, /not built/],
  ],
  "every refusal has a sentence in every language": [
    [{ "src/people/a.cpp": '\nreturn not_found("person.not_found");' }, /a\.cpp:2: no sentence errors\.person\.not_found in en/],
    [{ "web/src/i18n/ru/people.json": '{"errors": {"person": {}}}' }, /refuse\.cpp:1: no sentence errors\.person\.exists in ru/],
  ],
};

const without = (files) => Object.fromEntries(Object.entries(files).filter(([, text]) => text !== undefined));

for (const { name, check } of rules) {
  describe(name, () => {
    test("is content with a healthy tree", () => assert.deepEqual(check(plantedTree(HEALTHY)), []));
    test("has a planted breach", () => assert.ok(BREACHES[name]?.length > 0));
    for (const [files, expected] of BREACHES[name] ?? []) {
      test(`sees ${expected.source}`, () => {
        const said = check(plantedTree(without({ ...HEALTHY, ...files })));
        assert.ok(said.some((line) => expected.test(line)), `said only: ${said.join("; ")}`);
      });
    }
  });
}

test("code is told from comments and strings, and lines stay", () => {
  assert.equal(codeOf('a; // b\n"c\\"d" /* e\nf */ g'), 'a;     \n"    "     \n     g');
});

test("urgency of protection is no judgement; a rating in any spelling is", () => {
  assert.equal(judges("protection_urgency"), false);
  assert.equal(judges("ProtectionUrgency"), false);
  for (const name of ["dangerLevel", "threat_score", "RISK_LEVEL", "levelOfRisk", "loyalty"]) assert.equal(judges(name), true, name);
});
