#pragma once
// Operations and regions of the State: a few dozen rows. Regions are read once; operations are added while others read.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/register.h"
#include "store/connection.h"

namespace homeward::people {

/// The operations of a State as the database has them, by date; those without a date last.
std::vector<OperationStage> stages_of(store::Connection& db, std::string_view state);

class Reference {
public:
    /// Of one State.
    void load(store::Connection& db, std::string_view state);

    /// Thread-safe, as is `set_stages`: whoever reads keeps what they were given.
    OperationStages stages() const;
    void set_stages(OperationStages stages);
    const std::vector<Region>& regions() const { return regions_; }
    bool has_region(std::string_view id) const;
    std::optional<std::string> region_as_written(std::string_view text) const;

private:
    void add_spellings(const Region& region, std::string_view more);

    mutable std::mutex stages_mutex_;  ///< held for the copy of a pointer only
    OperationStages stages_;
    std::vector<Region> regions_;
    std::map<std::string, std::string, std::less<>> by_spelling_;  ///< folded spelling to id
};

}  // namespace homeward::people
