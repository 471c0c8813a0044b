#include "council/practices/practice_store.h"

#include "base/json.h"

namespace homeward::council {
namespace {

using access::Work;

std::string field_list(const char* between, const char* after = "") {
    std::string list;
    for (const auto& [name, field] : kPracticeFields) list += std::string(between) + name + after;
    return list;
}

std::vector<std::string> texts_of_json(std::string_view text) { return json::read<std::vector<std::string>>(text).value(); }

std::vector<PracticeText> read_texts(store::Connection& db, PracticeId id) {
    static const std::string sql = "SELECT language" + field_list(", ") +
        " FROM practice_texts WHERE practice_id = $1 ORDER BY CASE language WHEN 'en' THEN 0 WHEN 'ru' THEN 1 ELSE 2 END, language";
    std::vector<PracticeText> texts;
    for (const auto row : db.query(sql, id)) {
        PracticeText text;
        text.language = row.text(0);
        int column = 0;
        for (const auto& [name, field] : kPracticeFields) text.*field = row.text(++column);
        texts.push_back(std::move(text));
    }
    return texts;
}

void write_texts(Work& work, PracticeId id, const PracticeContent& content) {
    static const std::string sql = [] {
        std::string places;
        for (std::size_t i = 0; i < kPracticeFields.size(); ++i) places += ", $" + std::to_string(i + 3);
        return "INSERT INTO practice_texts (practice_id, language" + field_list(", ") + ") VALUES ($1, $2" + places + ")";
    }();
    work.db.run("DELETE FROM practice_texts WHERE practice_id = $1", id);
    for (const auto& text : content.texts) {
        auto query = work.db.query(sql);
        query.bind(1, id);
        query.bind(2, text.language);
        int place = 2;
        for (const auto& [name, field] : kPracticeFields) query.bind(++place, text.*field);
        query.next();
    }
    work.db.run("DELETE FROM practice_topics WHERE practice_id = $1", id);
    for (const auto& topic : content.topics) work.db.run("INSERT INTO practice_topics (topic, practice_id) VALUES ($1, $2)", topic, id);
}

void write_version(Work& work, PracticeId id, int version, const std::vector<PracticeChange>& changes) {
    work.db.run("INSERT INTO practice_versions (practice_id, version, saved_by, saved_at) VALUES ($1, $2, $3, $4)", id, version, work.actor.id, work.now);
    int position = 0;
    for (const auto& change : changes) {
        work.db.run("INSERT INTO practice_changes (practice_id, version, position, language, field, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    id, version, ++position, change.language, change.field, change.before, change.after);
    }
}

}  // namespace

Result<Practice> get_practice(store::Connection& db, PracticeId id) {
    auto query = db.query(
        "SELECT series_id, edition, kind, stage, round, state, topics, year_from, year_to, evidence, cost_low, cost_high, currency, readers,"
        " pictures, example, author, submitted_by, created_at, listed_at, published_on, review_due_on, version FROM practices WHERE id = $1", id);
    if (!query.next()) return not_found("practice.not_found");
    const auto row = query.row();
    Practice practice;
    practice.id = id;
    practice.series = row.get<PracticeId>(0);
    practice.edition = row.get<int>(1);
    practice.kind = row.text(2);
    practice.stage = *practice_stage_from(row.text(3));
    practice.round = row.get<int>(4);
    practice.state = row.text(5);
    practice.topics = texts_of_json(row.text(6));
    practice.year_from = row.get<int>(7);
    practice.year_to = row.get<std::optional<int>>(8);
    practice.evidence = row.text(9);
    practice.cost_low = row.get<std::optional<std::int64_t>>(10);
    practice.cost_high = row.get<std::optional<std::int64_t>>(11);
    practice.currency = row.text(12);
    practice.readers = row.text(13);
    practice.pictures = row.text(14);
    practice.example = row.get<bool>(15);
    practice.author = row.get<access::AccountId>(16);
    practice.submitted_by = row.get<std::optional<access::AccountId>>(17);
    practice.created_at = row.get<Instant>(18);
    practice.listed_at = row.get<Instant>(19);
    practice.published_on = row.get<std::optional<Date>>(20);
    practice.review_due_on = row.get<std::optional<Date>>(21);
    practice.version = row.get<int>(22);
    practice.texts = read_texts(db, id);
    return practice;
}

void insert_practice(Work& work, const Practice& practice) {
    work.db.run("INSERT INTO practices (id, series_id, edition, kind, stage, round, state, topics, year_from, year_to, evidence, cost_low, cost_high,"
                " currency, readers, pictures, example, author, created_at, listed_at, version)"
                " VALUES ($1, $2, $3, $4, 'draft', 0, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, 1)",
                practice.id, practice.series, practice.edition, practice.kind, practice.state, json::write(practice.topics), practice.year_from,
                practice.year_to, practice.evidence, practice.cost_low, practice.cost_high, practice.currency, practice.readers,
                practice.pictures, practice.example, practice.author, work.now);
    write_texts(work, practice.id, practice);
    write_version(work, practice.id, 1, {});
    note_step(work, practice, "written");
}

Done save_practice_content(Work& work, const Practice& before, int seen, const PracticeContent& after) {
    if (seen != before.version) return conflict("edit.changed_meanwhile");
    const auto changes = changes_between(before, after);
    if (changes.empty()) return {};
    work.db.run("UPDATE practices SET kind = $2, state = $3, topics = $4, year_from = $5, year_to = $6, evidence = $7, cost_low = $8, cost_high = $9,"
                " currency = $10, readers = $11, pictures = $12, version = version + 1 WHERE id = $1",
                before.id, after.kind, after.state, json::write(after.topics), after.year_from, after.year_to, after.evidence, after.cost_low,
                after.cost_high, after.currency, after.readers, after.pictures);
    write_texts(work, before.id, after);
    write_version(work, before.id, before.version + 1, changes);
    work.record({"practice.saved", "practice", before.id.str(), {}, {{"version", std::to_string(before.version + 1)}}});
    tell_readers(work, before.id);
    return {};
}

void note_step(Work& work, const Practice& practice, std::string_view step, const std::string& note) {
    work.db.run("INSERT INTO practice_steps (practice_id, number, step, note, taken_by, taken_at) VALUES ($1,"
                " (SELECT COALESCE(MAX(number), 0) + 1 FROM practice_steps WHERE practice_id = $1), $2, $3, $4, $5)",
                practice.id, step, note, work.actor.id, work.now);
    work.record({"practice." + std::string(step), "practice", practice.id.str()});
}

void take_step(Work& work, const Practice& practice, PracticeStage stage, std::string_view step, const std::string& note) {
    work.db.run("UPDATE practices SET stage = $2, listed_at = $3 WHERE id = $1", practice.id, name_of(stage), work.now);
    note_step(work, practice, step, note);
    tell_readers(work, practice.id);
}

bool is_edition_at_work(store::Connection& db, PracticeId series) {
    return db.query("SELECT 1 FROM practices WHERE series_id = $1 AND stage IN ('draft', 'clearance', 'review', 'reviewed') LIMIT 1", series).next();
}

std::vector<PracticeStep> list_steps(store::Connection& db, PracticeId id) {
    std::vector<PracticeStep> steps;
    for (const auto row : db.query("SELECT s.step, s.note, a.name, a.member, s.taken_at FROM practice_steps s JOIN accounts a ON a.id = s.taken_by"
                                   " WHERE s.practice_id = $1 ORDER BY s.number", id)) {
        steps.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<Instant>(4)});
    }
    return steps;
}

std::vector<PracticeVersion> list_versions(store::Connection& db, PracticeId id) {
    std::vector<PracticeVersion> versions;
    for (const auto row : db.query("SELECT v.version, a.name, a.member, v.saved_at FROM practice_versions v JOIN accounts a ON a.id = v.saved_by"
                                   " WHERE v.practice_id = $1 ORDER BY v.version DESC", id)) {
        versions.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Instant>(3), {}});
        for (const auto change : db.query("SELECT language, field, before, after FROM practice_changes WHERE practice_id = $1 AND version = $2"
                                          " ORDER BY position", id, versions.back().version)) {
            versions.back().changes.push_back({change.get<std::string>(0), change.get<std::string>(1), change.get<std::string>(2), change.get<std::string>(3)});
        }
    }
    return versions;
}

}  // namespace homeward::council
