#pragma once
// The operations that brought people home, by stage.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace homeward::people {

/// A stage of an operation that brought people home.
struct OperationStage {
    std::string id;         ///< `uz-mehr-5`
    std::string operation;  ///< `mehr`
    std::optional<int> stage;  ///< empty: the operation as a whole, not broken down
    std::string name;       ///< as the State calls it
    std::optional<Date> on_date;
    std::string place;
    std::string source;
};

/// The stages as they were at one moment, by date, those without a date last; what is added later stands in the next one.
/// A copy is cheap and keeps what it shows alive.
class OperationStages {
public:
    OperationStages() : OperationStages(std::vector<OperationStage>()) {}
    explicit OperationStages(std::vector<OperationStage> all) : all_(std::make_shared<const std::vector<OperationStage>>(std::move(all))) {}

    auto begin() const { return all_->begin(); }
    auto end() const { return all_->end(); }
    std::size_t size() const { return all_->size(); }
    bool empty() const { return all_->empty(); }
    /// Valid as long as this is; null when there is none.
    const OperationStage* find(std::string_view id) const& {
        for (const auto& stage : *all_) {
            if (stage.id == id) return &stage;
        }
        return nullptr;
    }
    const OperationStage* find(std::string_view id) && = delete;

private:
    std::shared_ptr<const std::vector<OperationStage>> all_;
};

}  // namespace homeward::people
