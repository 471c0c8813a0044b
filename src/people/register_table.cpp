#include "people/register_table.h"

#include <algorithm>

#include "base/text.h"
#include "identity/sort_key.h"

namespace homeward::people {
namespace {

// Separators of a row's text; no kept text holds control characters.
constexpr char kField = '\x1c', kItem = '\x1d', kPart = '\x1f';

std::string row_text(const RegisterEntry& entry) {
    std::string text = entry.code;
    text += kField;
    for (const auto& name : entry.names) {
        text += name.family + kPart + name.given + kPart + name.patronymic + kItem;
    }
    text += kField;
    for (const auto& number : entry.document_numbers) text += number + kItem;
    return text;
}

std::string_view field(std::string_view text, int index) {
    for (; index > 0; --index) text.remove_prefix(text.find(kField) + 1);
    return text.substr(0, text.find(kField));
}

NameParts name_in(std::string_view item) {
    const auto first = item.find(kPart);
    const auto second = item.find(kPart, first + 1);
    return {std::string(item.substr(0, first)), std::string(item.substr(first + 1, second - first - 1)), std::string(item.substr(second + 1))};
}

std::uint32_t packed(const std::optional<PartialDate>& date) {
    if (!date) return 0;
    return 1u << 31 | static_cast<std::uint32_t>(date->year) << 10 | static_cast<std::uint32_t>(date->month) << 6 |
           static_cast<std::uint32_t>(date->day) << 1 | (date->estimated ? 1u : 0u);
}

}  // namespace

std::optional<PartialDate> RowRecord::born_on() const {
    if (born == 0) return std::nullopt;
    return PartialDate{static_cast<int>(born >> 10 & 0x3fff), static_cast<int>(born >> 6 & 15), static_cast<int>(born >> 1 & 31), (born & 1) != 0};
}

std::optional<Date> RowRecord::arrived_on() const {
    return arrived == no_date ? std::nullopt : std::optional(Date::from_days(arrived));
}

RegisterTable::Prepared RegisterTable::prepare(RegisterEntry entry) {
    std::string key = entry.names.empty() ? std::string() : identity::sort_key(display_name(entry.names.front()));
    return {std::move(entry), std::move(key)};
}

std::string_view RegisterTable::sort_key(Slot slot) const {
    const auto& row = records_[slot];
    return std::string_view(texts_).substr(row.offset, row.key_length);
}

std::string_view RegisterTable::text(Slot slot) const {
    const auto& row = records_[slot];
    return std::string_view(texts_).substr(row.offset + row.key_length, row.length - row.key_length);
}

bool RegisterTable::before(Slot a, Slot b) const {
    const int compared = sort_key(a).compare(sort_key(b));
    return compared != 0 ? compared < 0 : records_[a].id < records_[b].id;
}

RegisterTable::Slot RegisterTable::append(const Prepared& prepared) {
    const auto& entry = prepared.entry;
    const auto [at, made] = slots_.try_emplace(entry.id, static_cast<Slot>(records_.size()));
    const Slot slot = at->second;
    if (made) records_.emplace_back();
    auto& row = records_[slot];
    garbage_ += row.length;
    const std::string body = row_text(entry);
    row.id = entry.id;
    row.offset = static_cast<std::uint32_t>(texts_.size());
    row.key_length = static_cast<std::uint8_t>(std::min<std::size_t>(prepared.sort_key.size(), 255));
    row.code_length = static_cast<std::uint8_t>(std::min<std::size_t>(entry.code.size(), 255));
    row.length = static_cast<std::uint32_t>(row.key_length + body.size());
    texts_.append(prepared.sort_key, 0, row.key_length).append(body);
    row.family = families.number_of(entry.family_id.value_or(FamilyId{}));
    row.born = packed(entry.born_on);
    row.arrived = entry.arrived_on ? static_cast<std::int32_t>(entry.arrived_on->days()) : RowRecord::no_date;
    row.stage = static_cast<std::uint16_t>(stages.number_of(entry.stage_id));
    row.region = static_cast<std::uint16_t>(regions.number_of(entry.region));
    row.worker = static_cast<std::uint16_t>(workers.number_of(entry.assigned_to.value_or(access::AccountId{})));
    row.sex = entry.sex;
    if (made) row.step = entry.step;  // later only casework moves it
    row.listed = true;
    return slot;
}

RegisterTable::Slot RegisterTable::put(const Prepared& row) {
    if (const auto slot = find(row.entry.id)) take_out(*slot);
    const Slot slot = append(row);
    order_.insert(std::lower_bound(order_.begin(), order_.end(), slot, [&](Slot a, Slot b) { return before(a, b); }), slot);
    if (garbage_ > texts_.size() / 4 && garbage_ > (1u << 20)) compact();
    return slot;
}

void RegisterTable::sort_all() {
    order_.clear();
    for (Slot slot = 0; slot < records_.size(); ++slot) {
        if (records_[slot].listed) order_.push_back(slot);
    }
    std::sort(order_.begin(), order_.end(), [&](Slot a, Slot b) { return before(a, b); });
}

void RegisterTable::merge(std::vector<Slot> slots) {
    const auto earlier = [&](Slot a, Slot b) { return before(a, b); };
    std::sort(slots.begin(), slots.end(), earlier);
    std::vector<Slot> all(order_.size() + slots.size());
    std::merge(order_.begin(), order_.end(), slots.begin(), slots.end(), all.begin(), earlier);
    order_ = std::move(all);
}

void RegisterTable::take_out(Slot slot) {
    if (!records_[slot].listed) return;
    const auto at = std::lower_bound(order_.begin(), order_.end(), slot, [&](Slot a, Slot b) { return before(a, b); });
    if (at != order_.end() && *at == slot) order_.erase(at);
}

void RegisterTable::unlist(Slot slot) {
    take_out(slot);
    records_[slot].listed = false;
}

std::optional<RegisterTable::Slot> RegisterTable::find(PersonId id) const {
    const auto at = slots_.find(id);
    return at == slots_.end() ? std::nullopt : std::optional(at->second);
}

std::span<const RegisterTable::Slot> RegisterTable::order_after(Slot slot) const {
    const auto at = std::upper_bound(order_.begin(), order_.end(), slot, [&](Slot a, Slot b) { return before(a, b); });
    return std::span(order_).subspan(static_cast<std::size_t>(at - order_.begin()));
}

std::string_view RegisterTable::code(Slot slot) const { return text(slot).substr(0, records_[slot].code_length); }

std::string RegisterTable::main_name(Slot slot) const {
    const auto names = field(text(slot), 1);
    return names.empty() ? std::string() : people::display_name(name_in(names.substr(0, names.find(kItem))));
}

std::vector<NameParts> RegisterTable::names(Slot slot) const {
    std::vector<NameParts> names;
    for (const auto item : split(field(text(slot), 1), kItem)) {
        if (!item.empty()) names.push_back(name_in(item));
    }
    return names;
}

std::vector<std::string> RegisterTable::documents(Slot slot) const {
    std::vector<std::string> numbers;
    for (const auto item : split(field(text(slot), 2), kItem)) {
        if (!item.empty()) numbers.emplace_back(item);
    }
    return numbers;
}

RegisterItem RegisterTable::item(Slot slot) const {
    const auto& row = records_[slot];
    RegisterItem item;
    item.id = row.id;
    item.code = code(slot);
    item.name = main_name(slot);
    item.sex = row.sex;
    item.born_on = row.born_on();
    item.stage_id = stages.value(row.stage);
    item.region = regions.value(row.region);
    if (row.family != 0) item.family_id = families.value(row.family);
    if (row.worker != 0) item.assigned_to = workers.value(row.worker);
    item.step = row.step;
    return item;
}

PersonFacts RegisterTable::facts(Slot slot, std::string_view operation) const {
    const auto& row = records_[slot];
    PersonFacts facts{row.id, row.sex, row.born_on(), stages.value(row.stage), operation, regions.value(row.region), row.arrived_on(),
                      std::nullopt, std::nullopt, row.step};
    if (row.family != 0) facts.family_id = families.value(row.family);
    if (row.worker != 0) facts.assigned_to = workers.value(row.worker);
    return facts;
}

void RegisterTable::reserve(std::size_t people) {
    records_.reserve(people);
    order_.reserve(people);
    slots_.reserve(people);
    texts_.reserve(people * 200);  // untouched memory costs nothing
}

std::size_t RegisterTable::memory_bytes() const {
    return records_.capacity() * sizeof(RowRecord) + order_.capacity() * sizeof(Slot) + texts_.capacity() +
           slots_.size() * 48 + slots_.bucket_count() * sizeof(void*) + families.memory_bytes();
}

void RegisterTable::compact() {
    std::string packed_texts;
    packed_texts.reserve(texts_.size() - garbage_ + (texts_.size() - garbage_) / 8);
    for (auto& row : records_) {
        const auto kept = static_cast<std::uint32_t>(packed_texts.size());
        packed_texts.append(texts_, row.offset, row.length);
        row.offset = kept;
    }
    texts_ = std::move(packed_texts);
    garbage_ = 0;
}

}  // namespace homeward::people
