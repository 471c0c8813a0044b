#include "casework/children/care.h"

#include <algorithm>

#include "casework/intervals/intervals.h"

namespace homeward::casework::children {
namespace {

using access::AccountId;
using access::Work;

constexpr const char* kTable = "care_arrangements";
constexpr std::string_view kKinds[] = {"parent", "kinship", "foster", "guardianship", "residential", "kafala", "independent"};
constexpr std::string_view kCarers[] = {"mother", "father", "both_parents", "grandmother", "grandfather", "sibling", "aunt_uncle", "other_relative",
                                        "not_related", "staff", "self"};
constexpr std::string_view kEnds[] = {"reunified", "planned", "carer_cannot", "child_asked", "unsafe", "of_age", "other"};
constexpr std::string_view kOutcomes[] = {"stays", "family_sought", "move_planned"};
constexpr WordRule kWords[] = {{"name"}, {"contact"}, {"authority"}, {"reason"}, {"ended"}};
constexpr WordRule kReviewWords[] = {{"found", true}};

history::Fields fields_of(const Care& care) {
    return children::fields_of(care.words, {{"kind", care.kind}, {"carer", care.carer}, {"from_on", care.from_on.str()}, {"to_on", text_of(care.to_on)},
                                            {"ended_for", care.ended_for}, {"decided_on", text_of(care.decided_on)}});
}

Result<NewCare> checked(const Work& work, const NewCare& given) {
    NewCare care = given;
    TRY(check_code(kKinds, care.kind, "kind"));
    TRY(check_code(kCarers, care.carer, "carer"));
    TRY(check_past(work, care.from_on, "from_on"));
    if (care.decided_on) TRY(check_past(work, *care.decided_on, "decided_on"));
    care.words = TRY(tidied(given.words, kWords));
    return care;
}

/// The one that stands ends on a day, for a reason.
Done end_standing(Work& work, const CaseFile& file, Care care, Date on, const std::string& ended_for, const std::string& words) {
    if (on < care.from_on) return invalid("care.before_standing", "from_on", {{"from", care.from_on.str()}});
    if (ended_for.empty()) return invalid("care.ended_for", "ended_for");
    TRY(check_code(kEnds, ended_for, "ended_for"));
    const auto before = fields_of(care);
    care.to_on = on;
    care.ended_for = ended_for;
    if (!words.empty()) care.words["ended"] = words;
    work.db.run("UPDATE care_arrangements SET to_on = $2, ended_for = $3, words_sealed = $4, version = version + 1 WHERE id = $1", care.id, on, ended_for,
                TRY(seal_words(work, file.person_id, kTable, care.id.str(), care.words)));
    work.record({"care.ended", "care_arrangement", care.id.str(), file.person_id.str(), {{"kind", care.kind}, {"for", ended_for}}});
    return history::note(work, file.person_id.uuid, {"care_arrangement", care.id.str()}, before, fields_of(care));
}

/// The arrangement, for whoever may change it while it stands.
Result<std::pair<Child, Care>> standing(Work& work, CareId id) {
    const auto case_id = work.db.query("SELECT case_id FROM care_arrangements WHERE id = $1", id).value<CaseId>();
    if (!case_id) return not_found("care.not_found");
    Child child = TRY(require_child_to_write(work, *case_id));
    const auto all = TRY(care_of(work, child.file));
    const auto care = std::ranges::find(all, id, &Care::id);
    if (care->to_on) return conflict("care.ended");
    return std::pair(std::move(child), *care);
}

void read_reviews(Work& work, const vault::PersonKey& key, Care& care) {
    for (const auto row : work.db.query("SELECT id, done_on, outcome, words_sealed, done_by FROM care_reviews WHERE care_id = $1 ORDER BY done_on DESC, id DESC", care.id)) {
        CareReview review{row.get<CareReviewId>(0), row.get<Date>(1), std::string(row.text(2)), {}, row.get<AccountId>(4)};
        review.words = open_words(key, "care_reviews", review.id.str(), row.blob(3));
        care.reviews.push_back(std::move(review));
    }
}

}  // namespace

Result<CareId> begin_care(Work& work, CaseId id, const NewCare& given, const std::string& ended_for) {
    const Child child = TRY(require_child_to_write(work, id));
    Care care;
    static_cast<NewCare&>(care) = TRY(checked(work, given));
    const auto before = TRY(care_of(work, child.file));
    const bool stands = !before.empty() && !before.front().to_on;
    if (!stands && !ended_for.empty()) return invalid("care.ended_for", "ended_for");
    if (stands) {
        const auto ended = care.words.find("ended");
        TRY(end_standing(work, child.file, before.front(), care.from_on, ended_for, ended == care.words.end() ? "" : ended->second));
    }
    care.words.erase("ended");
    care.id = CareId::make(work.now);
    work.db.run("INSERT INTO care_arrangements (id, case_id, kind, carer, from_on, decided_on, words_sealed, recorded_by, recorded_at, version)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
                care.id, id, care.kind, care.carer, care.from_on, care.decided_on, TRY(seal_words(work, child.file.person_id, kTable, care.id.str(), care.words)),
                work.actor.id, work.now);
    work.record({"care.begun", "care_arrangement", care.id.str(), child.file.person_id.str(), {{"kind", care.kind}}});
    TRY(history::note(work, child.file.person_id.uuid, {"care_arrangement", care.id.str()}, {}, fields_of(care)));
    return care.id;
}

Done change_care(Work& work, CareId id, int version, const NewCare& given) {
    auto [child, before] = TRY(standing(work, id));
    if (before.version != version) return conflict("edit.changed_meanwhile");
    Care after = before;
    static_cast<NewCare&>(after) = TRY(checked(work, given));
    after.words.erase("ended");
    const auto all = TRY(care_of(work, child.file));
    if (all.size() > 1 && after.from_on < *all[1].to_on) return invalid("care.before_standing", "from_on", {{"from", all[1].to_on->str()}});
    work.db.run("UPDATE care_arrangements SET kind = $2, carer = $3, from_on = $4, decided_on = $5, words_sealed = $6, version = version + 1 WHERE id = $1", id,
                after.kind, after.carer, after.from_on, after.decided_on, TRY(seal_words(work, child.file.person_id, kTable, id.str(), after.words)));
    work.record({"care.changed", "care_arrangement", id.str(), child.file.person_id.str(), {{"version", std::to_string(version + 1)}}});
    return history::note(work, child.file.person_id.uuid, {"care_arrangement", id.str()}, fields_of(before), fields_of(after));
}

Done review_care(Work& work, CareId id, Date done_on, const std::string& outcome, const Words& given) {
    const auto [child, care] = TRY(standing(work, id));
    if (care.kind != "residential") return conflict("care.not_residential");
    TRY(check_past(work, done_on, "done_on"));
    if (done_on < care.from_on) return invalid("care.before_standing", "done_on", {{"from", care.from_on.str()}});
    TRY(check_code(kOutcomes, outcome, "outcome"));
    const Words words = TRY(tidied(given, kReviewWords));
    const auto review = CareReviewId::make(work.now);
    work.db.run("INSERT INTO care_reviews (id, care_id, done_on, outcome, words_sealed, done_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", review, id, done_on,
                outcome, TRY(seal_words(work, child.file.person_id, "care_reviews", review.str(), words)), work.actor.id, work.now);
    work.record({"care.reviewed", "care_arrangement", id.str(), child.file.person_id.str(), {{"outcome", outcome}}});
    return history::note(work, child.file.person_id.uuid, {"care_review", review.str()}, {},
                         children::fields_of(words, {{"done_on", done_on.str()}, {"outcome", outcome}}));
}

Result<std::vector<Care>> care_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Care> all;
    for (const auto row : work.db.query("SELECT id, kind, carer, from_on, decided_on, words_sealed, to_on, ended_for, recorded_by, version FROM care_arrangements"
                                        " WHERE case_id = $1 ORDER BY (to_on IS NOT NULL), id DESC", file.id)) {
        Care care;
        care.id = row.get<CareId>(0);
        care.case_id = file.id;
        care.kind = row.text(1);
        care.carer = row.text(2);
        care.from_on = row.get<Date>(3);
        care.decided_on = row.get<std::optional<Date>>(4);
        care.words = open_words(key, kTable, care.id.str(), row.blob(5));
        care.to_on = row.get<std::optional<Date>>(6);
        care.ended_for = row.text(7);
        care.recorded_by = row.get<AccountId>(8);
        care.version = row.get<int>(9);
        all.push_back(std::move(care));
    }
    for (auto& care : all) read_reviews(work, key, care);
    return all;
}

int review_months(store::Connection& db) {
    return interval(db, "residential_review_months");
}

std::string review_due_sql(store::Connection& db) {
    const int months = review_months(db);
    const std::string since = "coalesce((SELECT max(r.done_on) FROM care_reviews r WHERE r.care_id = a.id), a.from_on)";
    // SQLite counts on into the next month where a month is shorter: 30 November and three months are 2 March to it.
    return "min(date(" + since + ", '+" + std::to_string(months) + " months'), date(" + since + ", 'start of month', '+" + std::to_string(months + 1) +
           " months', '-1 day'))";
}

std::optional<CareClock> clock_of(Work& work, const Care& care) {
    if (care.to_on || care.kind != "residential") return {};
    const Date since = care.reviews.empty() ? care.from_on : care.reviews.front().done_on;
    const Date due = since.plus_months(review_months(work.db));
    return CareClock{static_cast<int>(std::max<std::int64_t>(0, work.today().days() - care.from_on.days())), due, due < work.today()};
}

}  // namespace homeward::casework::children
