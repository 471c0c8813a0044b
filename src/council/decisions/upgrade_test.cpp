// A Council that was installed before decisions had a life keeps what it decided.
#include "council/council_fixture.h"

namespace homeward::council {
namespace {

/// Those of the first Council: before sessions were published, decisions drafted and actions followed up.
std::vector<store::Migration> first_steps() {
    auto steps = access::schema_for_tests(council_schemas());
    std::erase_if(steps, [](const store::Migration& step) {
        const bool first = step.id.ends_with("/0001_council") || step.id.ends_with("/0002_audiences") || step.id.ends_with("/0001_actions");
        return (step.id.starts_with("council/") || step.id.starts_with("actions/")) && !first;
    });
    return steps;
}

TEST(Upgrade, KeepsDecisionsTheirTextsAndTheirActions) {
    const FileForTests file;
    store::Connection db(file.path, store::Connection::Mode::read_write);
    store::migrate(db, first_steps());
    const std::string session = "01900000-0000-7000-8000-000000000001", decision = "01900000-0000-7000-8000-000000000002", action = "01900000-0000-7000-8000-000000000003";
    db.run("INSERT INTO council_sessions (id, kind, title, host, place, starts_on, ends_on, created_by, created_at)"
           " VALUES ($1, 'plenary', 'First session', 'uz', 'Tashkent', '2024-05-14', '2024-05-14', 'x', '2024-05-14T09:00:00.000Z')", session);
    db.run("INSERT INTO decisions (id, number, session_id, agenda_item_id, text_en, text_ru, decided_on, recorded_by, recorded_at)"
           " VALUES ($1, '2024/11', $2, NULL, $3, 'Текст.', '2024-05-14', 'x', '2024-05-14T10:00:00.000Z')", decision, session, std::string(200, 'a'));
    db.run("INSERT INTO action_items (id, owner, title, body, due_on, decision, session, state, created_at)"
           " VALUES ($1, 'kg', 'Act', '', '2024-09-01', '2024/11', 'First session', 'done', '2024-05-14T11:00:00.000Z')", action);
    db.run("INSERT INTO decision_actions (action_id, decision_id) VALUES ($1, $2)", action, decision);

    store::migrate(db, access::schema_for_tests(council_schemas()));
    const auto text = [&](const char* sql) { return db.query(sql).value<std::string>().value_or(""); };
    EXPECT_EQ(text("SELECT state || ' ' || way || ' ' || number_year || '/' || number || ' ' || adopted_on || ' ' || languages FROM decisions"),
              "adopted session 2024/11 2024-05-14 en ru");
    EXPECT_EQ(text("SELECT CAST(length(title) AS TEXT) FROM decisions"), "120");
    EXPECT_EQ(text("SELECT text FROM decision_texts WHERE language = 'ru'"), "Текст.");
    EXPECT_EQ(text("SELECT decision_id || ' ' || session_id FROM action_origins"), decision + " " + session);
    EXPECT_EQ(text("SELECT CAST(closed AS TEXT) || ' ' || version FROM action_items"), "1 1");
    EXPECT_EQ(text("SELECT group_concat(kind || ' ' || word, ', ') FROM (SELECT kind, word FROM audiences WHERE kind IN ('decision', 'action') ORDER BY kind)"),
              "action signed_in, decision signed_in");
    EXPECT_FALSE(db.query("PRAGMA foreign_key_check").next());
}

}  // namespace
}  // namespace homeward::council
