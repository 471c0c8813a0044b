#include "people/register_query.h"

#include <algorithm>

#include "base/text.h"

namespace homeward::people {
namespace {

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string capitals(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

}  // namespace

template <class T>
void RegisterQuery::narrow_to(std::optional<std::uint32_t>& number, const Interner<T>& values, const T& value) {
    number = values.find(value);
    // A value that no row has was never given a number.
    if (!number) nobody_ = true;
}

RegisterQuery::RegisterQuery(const RegisterTable& table, const identity::NameIndex& names, const identity::DuplicateIndex& documents,
                             const OperationStages& stages, const access::Actor& actor, access::Reach reach,
                             const RegisterFilter& filter, Date today)
    : table_(table), today_(today), step_(filter.step), sex_(filter.sex), age_(filter.age) {
    if (reach == access::Reach::none) nobody_ = true;
    if (reach == access::Reach::region) narrow_to(own_region_, table.regions, actor.region);
    if (reach == access::Reach::own) narrow_to(own_worker_, table.workers, actor.id);
    if (!filter.region.empty()) narrow_to(region_, table.regions, filter.region);
    if (!filter.stage_id.empty()) narrow_to(stage_, table.stages, filter.stage_id);
    if (filter.family_id) narrow_to(family_, table.families, *filter.family_id);
    if (filter.assigned_to) narrow_to(worker_, table.workers, *filter.assigned_to);
    if (filter.unassigned) worker_ = 0;
    if (!filter.operation.empty()) {
        for (const auto& stage : stages) {
            const auto number = table.stages.find(stage.id);
            if (stage.operation != filter.operation || !number) continue;
            if (stages_of_operation_.size() <= *number) stages_of_operation_.resize(*number + 1);
            stages_of_operation_[*number] = true;
        }
        if (stages_of_operation_.empty()) nobody_ = true;
    }
    if (const auto text = trim(filter.query); !text.empty()) look_for(text, names, documents);
    everybody_ = !nobody_ && reach == access::Reach::all && !region_ && !stage_ && !family_ && !worker_ &&
                 stages_of_operation_.empty() && !step_ && !sex_ && !age_ && !found_;
}

void RegisterQuery::look_for(std::string_view text, const identity::NameIndex& names, const identity::DuplicateIndex& documents) {
    found_.emplace(table_.slots(), false);
    // No name has a digit: with one, this is a file code or the number of a document.
    if (has_digit(text)) return look_for_number(text, documents);
    for (const auto slot : names.search(names.query(text))) (*found_)[slot] = true;
}

void RegisterQuery::look_for_number(std::string_view text, const identity::DuplicateIndex& documents) {
    const std::string part = capitals(text);
    for (identity::Slot slot = 0; slot < table_.slots(); ++slot) {
        if (table_.code(slot).find(part) != std::string_view::npos) (*found_)[slot] = true;
    }
    const std::string number(text);
    for (const auto slot : documents.candidates({}, std::span(&number, 1))) (*found_)[slot] = true;
}

bool RegisterQuery::matches(identity::Slot slot) const {
    if (nobody_) return false;
    if (everybody_) return true;
    return (!found_ || (*found_)[slot]) && row_matches(table_.record(slot));
}

bool RegisterQuery::row_matches(const RowRecord& row) const {
    const auto differs = [](const std::optional<std::uint32_t>& asked, std::uint32_t has) { return asked && *asked != has; };
    if (differs(own_region_, row.region) || differs(own_worker_, row.worker)) return false;
    if (differs(region_, row.region) || differs(worker_, row.worker) || differs(stage_, row.stage) || differs(family_, row.family)) return false;
    if (!stages_of_operation_.empty() && (row.stage >= stages_of_operation_.size() || !stages_of_operation_[row.stage])) return false;
    if (step_ && *step_ != row.step) return false;
    if (sex_ && *sex_ != row.sex) return false;
    if (!age_) return true;
    const auto born_on = row.born_on();
    if (!born_on) return false;
    const int age = age_on(*born_on, today_);
    return age >= age_->from && age <= age_->to;
}

}  // namespace homeward::people
