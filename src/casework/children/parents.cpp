#include "casework/children/parents.h"

#include "base/json.h"

namespace homeward::casework::children {
namespace {

using access::Work;

constexpr const char* kTable = "parent_answers";
constexpr std::string_view kParents[] = {"mother", "father", "guardian"};
constexpr std::string_view kWhereabouts[] = {"imprisoned", "abroad", "elsewhere", "not_known"};
constexpr std::string_view kAbout[] = {"return", "care", "documents", "health", "school", "travel"};
constexpr std::string_view kHow[] = {"visit", "letter", "call", "authority", "consulate"};
constexpr std::string_view kAnswers[] = {"given", "refused", "not_reached"};
constexpr WordRule kWords[] = {{"said"}, {"authority"}, {"document"}};
constexpr WordRule kPassedOnWords[] = {{"said"}, {"authority", true}, {"document"}};

}  // namespace

Result<ParentAnswerId> record_parent_answer(Work& work, CaseId id, const NewParentAnswer& given) {
    const Child child = TRY(require_child_to_write(work, id));
    TRY(check_code(kParents, given.parent, "parent"));
    TRY(check_code(kWhereabouts, given.whereabouts, "whereabouts"));
    TRY(check_code(kAbout, given.about, "about"));
    TRY(check_code(kHow, given.asked_how, "asked_how"));
    TRY(check_code(kAnswers, given.answer, "answer"));
    TRY(check_past(work, given.asked_on, "asked_on"));
    const bool passed_on = given.asked_how == "authority" || given.asked_how == "consulate";
    const Words words = TRY(passed_on ? tidied(given.words, kPassedOnWords) : tidied(given.words, kWords));
    const auto made = ParentAnswerId::make(work.now);
    const auto& person = child.file.person_id;
    work.db.run("INSERT INTO parent_answers (id, case_id, parent, whereabouts, about, asked_how, answer, asked_on, words_sealed, recorded_by, recorded_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                made, id, given.parent, given.whereabouts, given.about, given.asked_how, given.answer, given.asked_on,
                TRY(seal_words(work, person, kTable, made.str(), words)), work.actor.id, work.now);
    work.record({"parent_answer.recorded", "parent_answer", made.str(), person.str(), {{"about", given.about}, {"answer", given.answer}}});
    TRY(history::note(work, person.uuid, {"parent_answer", made.str()}, {},
                      fields_of(words, {{"parent", given.parent}, {"whereabouts", given.whereabouts}, {"about", given.about}, {"asked_how", given.asked_how},
                                        {"answer", given.answer}, {"asked_on", given.asked_on.str()}})));
    return made;
}

Result<std::vector<ParentAnswer>> parent_answers_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<ParentAnswer> all;
    for (const auto row : work.db.query("SELECT id, parent, whereabouts, about, asked_how, answer, asked_on, words_sealed, recorded_by FROM parent_answers"
                                        " WHERE case_id = $1 ORDER BY id DESC", file.id)) {
        ParentAnswer answer;
        answer.id = row.get<ParentAnswerId>(0);
        answer.parent = row.text(1);
        answer.whereabouts = row.text(2);
        answer.about = row.text(3);
        answer.asked_how = row.text(4);
        answer.answer = row.text(5);
        answer.asked_on = row.get<Date>(6);
        answer.words = open_words(key, kTable, answer.id.str(), row.blob(7));
        answer.by = row.get<access::AccountId>(8);
        all.push_back(std::move(answer));
    }
    return all;
}

}  // namespace homeward::casework::children
