#include "people/import_draft.h"

#include "people/arrival_person.h"

namespace homeward::people {
namespace {

/// A row that was read takes about this much.
constexpr std::size_t kBytesOfRow = 1200;

std::size_t bytes_of_draft(const ImportDraft& draft) { return draft.bytes->size() + draft.verdict.rows.size() * kBytesOfRow; }

}  // namespace

Result<DraftPtr> ImportDrafts::keep(ImportDraft draft, Instant now) {
    draft.expires_at = now.plus_seconds(60LL * limits_.minutes);
    const std::lock_guard lock(mutex_);
    if (bytes_of_draft(draft) > limits_.total_bytes) return too_large("import.too_large");
    forget_expired(now);
    const auto id = draft.id;
    drafts_.erase(id);
    make_room_for(draft);
    if (drafts_.size() >= limits_.drafts || bytes() + bytes_of_draft(draft) > limits_.total_bytes) {
        expires_.erase(id);
        return too_many("import.no_room");
    }
    expires_[id] = draft.expires_at;
    return drafts_[id] = std::make_shared<const ImportDraft>(std::move(draft));
}

Result<DraftPtr> ImportDrafts::find(access::AccountId owner, ImportBatchId id, Instant now) {
    const std::lock_guard lock(mutex_);
    forget_expired(now);
    const auto found = drafts_.find(id);
    if (found == drafts_.end() || found->second->owner != owner) return not_found("import.expired");
    expires_[id] = now.plus_seconds(60LL * limits_.minutes);
    return found->second;
}

void ImportDrafts::drop(access::AccountId owner, ImportBatchId id) {
    const std::lock_guard lock(mutex_);
    const auto found = drafts_.find(id);
    if (found == drafts_.end() || found->second->owner != owner) return;
    drafts_.erase(found);
    expires_.erase(id);
}

void ImportDrafts::keep_refused_only(access::AccountId owner, ImportBatchId id) {
    const std::lock_guard lock(mutex_);
    const auto found = drafts_.find(id);
    if (found == drafts_.end() || found->second->owner != owner) return;
    ImportDraft rest = *found->second;
    std::erase_if(rest.verdict.rows, [](const ArrivalRow& row) { return row.status != RowStatus::refused; });
    rest.verdict.rows.shrink_to_fit();
    rest.verdict.duplicate_pairs.clear();
    found->second = std::make_shared<const ImportDraft>(std::move(rest));
}

std::size_t ImportDrafts::size() const {
    const std::lock_guard lock(mutex_);
    return drafts_.size();
}

void ImportDrafts::forget_expired(Instant now) {
    for (auto at = expires_.begin(); at != expires_.end();) {
        if (at->second > now) {
            ++at;
            continue;
        }
        drafts_.erase(at->first);
        at = expires_.erase(at);
    }
}

void ImportDrafts::make_room_for(const ImportDraft& draft) {
    const auto owned = [&] {
        std::vector<ImportBatchId> ids;
        for (const auto& [id, each] : drafts_) {
            if (each->owner == draft.owner) ids.push_back(id);  // ids sort by age
        }
        return ids;
    };
    const auto full = [&] { return drafts_.size() >= limits_.drafts || bytes() + bytes_of_draft(draft) > limits_.total_bytes; };
    for (auto ids = owned(); !ids.empty() && (ids.size() >= limits_.drafts_of_one || full()); ids = owned()) {
        drafts_.erase(ids.front());
        expires_.erase(ids.front());
    }
}

std::size_t ImportDrafts::bytes() const {
    std::size_t sum = 0;
    for (const auto& [id, draft] : drafts_) sum += bytes_of_draft(*draft);
    return sum;
}

Result<ArrivalVerdict> read_against_register(const Register& reg, std::string_view bytes, const ReadingOrder& order, Date today) {
    ArrivalOptions options;
    options.as_of = order.as_of;
    options.today = today;
    options.corrections = order.corrections;
    options.header_row = order.header_row;
    options.sheet = order.sheet;
    options.register_matches = [&reg](const ArrivalRow& row) {
        std::vector<RegisterMatch> matches;
        for (const auto& each : reg.lookalikes(description_of(row.person), document_numbers_of(row.person))) {
            matches.push_back({each.id.str(), each.verdict.score});
        }
        return matches;
    };
    return read_arrival_list(order.file, bytes, options);
}

}  // namespace homeward::people
