#pragma once
// The rows of the register in memory and their order by name. The caller locks.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "identity/name_index.h"
#include "people/register.h"

namespace homeward::people {

/// Numbers for values that many rows share; 0 is the empty one.
template <class T>
class Interner {
public:
    Interner() { values_.emplace_back(); }
    std::uint32_t number_of(const T& value) {
        if (value == T{}) return 0;
        const auto [at, made] = numbers_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
        if (made) values_.push_back(value);
        return at->second;
    }
    /// Nothing when no row ever had it.
    std::optional<std::uint32_t> find(const T& value) const {
        if (value == T{}) return 0;
        const auto at = numbers_.find(value);
        return at == numbers_.end() ? std::nullopt : std::optional(at->second);
    }
    const T& value(std::uint32_t number) const { return values_[number]; }
    std::size_t memory_bytes() const { return values_.capacity() * sizeof(T) + numbers_.size() * (sizeof(T) + 40); }

private:
    std::vector<T> values_;
    std::unordered_map<T, std::uint32_t> numbers_;
};

/// Where the text of a row lies: its sort key, then what `RowText` reads.
struct RowRecord {
    PersonId id;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t family = 0;
    std::uint32_t born = 0;    ///< packed, 0 when not known
    std::int32_t arrived = 0;  ///< days since 1970; no_date when not known
    std::uint16_t stage = 0;
    std::uint16_t region = 0;
    std::uint16_t worker = 0;
    std::uint8_t key_length = 0;
    std::uint8_t code_length = 0;
    Sex sex = Sex::unknown;
    CaseStep step = CaseStep::none;
    bool listed = false;       ///< false for those taken out; cursors may still stand on them

    static constexpr std::int32_t no_date = INT32_MIN;
    std::optional<PartialDate> born_on() const;
    std::optional<Date> arrived_on() const;
};

class RegisterTable {
public:
    using Slot = identity::Slot;

    /// A row ready to go in; made outside of the lock, since a sort key takes a while.
    struct Prepared {
        RegisterEntry entry;
        std::string sort_key;
    };
    static Prepared prepare(RegisterEntry entry);

    /// Sets a row and its place in the order. Returns its slot.
    Slot put(const Prepared& row);
    /// Sets many without ordering them; `sort_all` must follow.
    Slot append(const Prepared& row);
    void sort_all();
    /// Puts the slots, rows of `append` that are not in the order yet, into it.
    void merge(std::vector<Slot> slots);
    void unlist(Slot slot);

    std::optional<Slot> find(PersonId id) const;
    RowRecord& record(Slot slot) { return records_[slot]; }
    const RowRecord& record(Slot slot) const { return records_[slot]; }
    std::span<const Slot> order() const { return order_; }
    /// The order behind a row, whether the row is listed or not.
    std::span<const Slot> order_after(Slot slot) const;

    std::string_view code(Slot slot) const;
    std::string main_name(Slot slot) const;
    std::vector<NameParts> names(Slot slot) const;
    std::vector<std::string> documents(Slot slot) const;
    RegisterItem item(Slot slot) const;
    PersonFacts facts(Slot slot, std::string_view operation) const;

    Interner<std::string> stages, regions;
    Interner<access::AccountId> workers;
    Interner<FamilyId> families;

    void reserve(std::size_t people);
    std::size_t size() const { return order_.size(); }
    std::size_t slots() const { return records_.size(); }  ///< those taken out too
    std::size_t memory_bytes() const;

private:
    std::string_view sort_key(Slot slot) const;
    std::string_view text(Slot slot) const;
    bool before(Slot a, Slot b) const;
    void take_out(Slot slot);
    void compact();

    std::vector<RowRecord> records_;   ///< by slot
    std::vector<Slot> order_;
    std::string texts_;
    std::size_t garbage_ = 0;
    std::unordered_map<PersonId, Slot> slots_;
};

}  // namespace homeward::people
