#pragma once
// What a list is narrowed to, made ready once and asked of many rows. A text is looked for at once, slot by slot:
// that walks memory in its order, which the order of names does not. The caller locks.

#include <vector>

#include "identity/duplicate_index.h"
#include "identity/name_index.h"
#include "people/register.h"
#include "people/register_table.h"

namespace homeward::people {

class RegisterQuery {
public:
    /// Looks values up in the table; reach narrows to what the actor may list.
    ///
    /// reach   of the permission asked, never `none`
    RegisterQuery(const RegisterTable& table, const identity::NameIndex& names, const identity::DuplicateIndex& documents,
                  const OperationStages& stages, const access::Actor& actor, access::Reach reach,
                  const RegisterFilter& filter, Date today);

    bool matches(identity::Slot slot) const;
    /// Every row matches.
    bool everybody() const { return everybody_; }

private:
    bool row_matches(const RowRecord& row) const;
    void look_for(std::string_view text, const identity::NameIndex& names, const identity::DuplicateIndex& documents);
    void look_for_number(std::string_view text, const identity::DuplicateIndex& documents);
    template <class T>
    void narrow_to(std::optional<std::uint32_t>& number, const Interner<T>& values, const T& value);

    const RegisterTable& table_;
    Date today_;
    bool nobody_ = false;
    bool everybody_ = false;
    std::optional<std::uint32_t> region_, own_region_, worker_, own_worker_, stage_, family_;
    std::vector<bool> stages_of_operation_;  ///< by number; empty: any
    std::optional<CaseStep> step_;
    std::optional<Sex> sex_;
    std::optional<AgeBand> age_;
    std::optional<std::vector<bool>> found_;  ///< by slot: those the text finds; empty when no text was given
};

}  // namespace homeward::people
