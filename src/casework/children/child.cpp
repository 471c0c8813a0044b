#include "casework/children/child.h"

#include <algorithm>

#include "base/json.h"
#include "casework/need.h"
#include "people/consents/consents.h"
#include "people/person.h"
#include "people/relation.h"

namespace homeward::casework::children {

using access::Permission;
using access::Work;

Result<bool> is_of_age(Work& work, people::PersonId person) {
    const auto card = TRY(people::person_card(work, person));
    return card.born_on && age_on(*card.born_on, work.today()) >= people::consents::kAdult;
}

Result<Child> require_child(Work& work, CaseId id) {
    CaseFile file = TRY(require_case(work, id, Permission::read_case));
    const bool of_age = TRY(is_of_age(work, file.person_id));
    if (of_age) TRY(require_case(work, id, Permission::write_child));
    return Child{std::move(file), of_age};
}

Result<Child> require_child_to_write(Work& work, CaseId id) {
    CaseFile file = TRY(require_open_case(work, id, Permission::write_child));
    if (TRY(is_of_age(work, file.person_id))) return conflict("child.of_age");
    return Child{std::move(file), false};
}

bool may_write(Work& work, const Child& child) {
    if (child.of_age || child.file.step == people::CaseStep::closed) return false;
    const auto relation = people::relation_of(work.db, child.file.person_id);
    return relation && may(work.actor, Permission::write_child, *relation);
}

bool may_read_panel(Work& work, const Child& child, access::AccountId written_by) {
    if (!child.of_age) return true;
    const auto relation = people::relation_of(work.db, child.file.person_id);
    return relation && work.actor.id != written_by && may(work.actor, Permission::approve_assessment, *relation);
}

bool has_page(Work& work, const CaseFile& file, std::optional<int> age) {
    if (!age || *age < people::consents::kAdult) return true;
    return work.db.query("SELECT EXISTS (SELECT 1 FROM care_arrangements WHERE case_id = $1) OR EXISTS (SELECT 1 FROM interest_reports WHERE case_id = $1)"
                         " OR EXISTS (SELECT 1 FROM separations WHERE case_id = $1) OR EXISTS (SELECT 1 FROM tracing_requests WHERE case_id = $1)"
                         " OR EXISTS (SELECT 1 FROM contact_plans WHERE case_id = $1) OR EXISTS (SELECT 1 FROM parent_answers WHERE case_id = $1)", file.id)
        .value<bool>().value_or(false);
}

Result<Words> tidied(const Words& words, std::span<const WordRule> rules) {
    Words kept;
    for (const auto& [name, text] : words) {
        if (std::ranges::none_of(rules, [&](const WordRule& rule) { return rule.name == name; })) return invalid("child.word_unknown", name);
        TRY(check_text(text, name));
        if (const auto trimmed = trim(text); !trimmed.empty()) kept.emplace(name, trimmed);
    }
    for (const auto& rule : rules) {
        if (rule.needed && !kept.contains(std::string(rule.name))) return invalid("child.word_missing", std::string(rule.name));
    }
    return kept;
}

Result<Bytes> seal_words(Work& work, people::PersonId person, const char* table, const std::string& id, const Words& words) {
    return sealed(work, person, {table, "words_sealed", id}, json::write(words));
}

Words open_words(const vault::PersonKey& key, const char* table, const std::string& id, std::span<const std::uint8_t> sealed) {
    auto words = json::read<Words>(key.open({table, "words_sealed", id}, sealed));
    if (!words) throw std::runtime_error("stored words cannot be read: " + words.error().key);
    return std::move(*words);
}

Done check_code(std::span<const std::string_view> codes, std::string_view code, const char* field) {
    return std::ranges::find(codes, code) == codes.end() ? Done(invalid("child.code", field)) : Done();
}

Done check_past(const Work& work, Date day, const char* field) {
    return work.latest_today() < day ? Done(invalid("child.in_future", field)) : Done();
}

history::Fields fields_of(const Words& words, const history::Fields& codes) {
    history::Fields fields = codes;
    for (const auto& [name, text] : words) fields.emplace(name, text);
    return fields;
}

std::string text_of(const std::optional<Date>& day) { return day ? day->str() : std::string(); }

}  // namespace homeward::casework::children
