#pragma once
// Lists that were sent but not imported yet. They live in memory only: nothing is stored before "Import".

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/result.h"
#include "people/arrival_list.h"
#include "people/ids.h"
#include "people/register.h"

namespace homeward::people {

/// One list as its owner sees it before importing. Never changed once made: a correction makes another under the id.
struct ImportDraft {
    ImportBatchId id;          ///< becomes the batch's id
    access::AccountId owner;
    std::shared_ptr<const std::string> bytes;
    std::string sha256;        ///< hexadecimal
    std::string stage_id;      ///< the operation proposed so far; may be empty
    std::map<int, ColumnMeaning> corrections;
    std::optional<int> header_row;
    std::string sheet;
    ArrivalVerdict verdict;
    Instant expires_at;
};
using DraftPtr = std::shared_ptr<const ImportDraft>;

/// How much drafts may take up; the values leave a small server its memory.
struct DraftLimits {
    std::size_t file_bytes = 20u << 20;   ///< one list
    std::size_t total_bytes = 40u << 20;  ///< all lists together, with what was read from them
    std::size_t drafts = 8;
    std::size_t drafts_of_one = 3;        ///< a further one drives out the owner's oldest
    int minutes = 30;                     ///< since the last look
};

class ImportDrafts {
public:
    explicit ImportDrafts(DraftLimits limits = {}) : limits_(limits) {}

    /// Keeps a draft, in the place of the one with the same id.
    /// errors    too_large `import.too_large`; too_many `import.no_room` while other people's drafts fill the memory
    Result<DraftPtr> keep(ImportDraft draft, Instant now);
    /// errors    not_found `import.expired`, for drafts of others too
    Result<DraftPtr> find(access::AccountId owner, ImportBatchId id, Instant now);
    void drop(access::AccountId owner, ImportBatchId id);
    /// Once a draft is imported only its refused rows are asked for; the others' memory goes back.
    void keep_refused_only(access::AccountId owner, ImportBatchId id);

    const DraftLimits& limits() const { return limits_; }
    std::size_t size() const;

private:
    void forget_expired(Instant now);
    void make_room_for(const ImportDraft& draft);
    std::size_t bytes() const;

    DraftLimits limits_;
    mutable std::mutex mutex_;
    std::map<ImportBatchId, DraftPtr> drafts_;
    std::map<ImportBatchId, Instant> expires_;
};

/// What somebody says about a list so far.
struct ReadingOrder {
    std::string file;  ///< name, for the preview only
    Date as_of;
    std::map<int, ColumnMeaning> corrections;
    std::optional<int> header_row;
    std::string sheet;
};
/// Reads a list against the register.
/// errors    as `read_arrival_list`, the key telling row and column in its params
Result<ArrivalVerdict> read_against_register(const Register& reg, std::string_view bytes, const ReadingOrder& order, Date today);

}  // namespace homeward::people
