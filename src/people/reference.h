#pragma once
// Operations and regions of the State: a few dozen rows, read once.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/register.h"
#include "store/connection.h"

namespace homeward::people {

class Reference {
public:
    /// Of one State.
    void load(store::Connection& db, std::string_view state);

    const std::vector<OperationStage>& stages() const { return stages_; }
    const OperationStage* find_stage(std::string_view id) const;
    const std::vector<Region>& regions() const { return regions_; }
    bool has_region(std::string_view id) const;
    std::optional<std::string> region_as_written(std::string_view text) const;

private:
    void add_spellings(const Region& region, std::string_view more);

    std::vector<OperationStage> stages_;
    std::vector<Region> regions_;
    std::map<std::string, std::string, std::less<>> by_spelling_;  ///< folded spelling to id
};

}  // namespace homeward::people
