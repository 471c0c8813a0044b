#include "casework/attachments/attachment_codes.h"
#include "casework/notes/compartment.h"
#include "people/person.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr const char* kColumns = "SELECT id, case_id, kind, compartment, file_kind, media_type, size, pages, note_sealed, added_by, added_at, deleted_by, deleted_at,"
                                 " reason_sealed FROM case_attachments";

bool may_open(Work& work, const Attachment& attachment, const access::Relation& relation) {
    if (!may(work.actor, Permission::read_case, relation)) return false;
    if (attachment.compartment == AttachmentCompartment::record) return true;
    return may_read_session(work.db, work.actor, attachment.case_id, attachment.added_by, relation);
}

/// As this actor may have it.
Attachment attachment_of(Work& work, const store::Row& row, const vault::PersonKey& key, const access::Relation& relation) {
    Attachment found;
    found.id = row.get<AttachmentId>(0);
    found.case_id = row.get<CaseId>(1);
    found.compartment = code<AttachmentCompartment>(row.text(3));
    found.added_by = row.get<AccountId>(9);
    found.added_at = row.get<Instant>(10);
    found.deleted_by = row.get<std::optional<AccountId>>(11);
    found.deleted_at = row.get<std::optional<Instant>>(12);
    found.may_open = may_open(work, found, relation);
    if (!found.may_open) return found;
    found.kind = code<AttachmentKind>(row.text(2));
    found.file_kind = row.get<std::string>(4);
    found.media_type = row.get<std::string>(5);
    found.size = row.get<std::int64_t>(6);
    found.pages = row.get<int>(7);
    const auto opened = [&](const char* column, int at) {
        return row.is_null(at) || row.blob(at).empty() ? std::string() : key.open({"case_attachments", column, found.id.str()}, row.blob(at));
    };
    found.note = opened("note_sealed", 8);
    found.reason = opened("reason_sealed", 13);
    const bool own = found.added_by == work.actor.id;
    const bool supervises = may(work.actor, Permission::attach_file, relation) && may(work.actor, Permission::approve_plan, relation);
    found.may_delete = !found.deleted_at && (own || (supervises && found.compartment == AttachmentCompartment::record));
    return found;
}

std::string safe_name(const people::PersonCard& card, const Attachment& attachment) {
    const std::string ending = attachment.file_kind == "text" ? "txt" : attachment.file_kind == "jpeg" ? "jpg" : attachment.file_kind;
    return card.code + "-" + std::string(json::name_of(attachment.kind)) + "-" + Date::of(attachment.added_at).str() + "." + ending;
}

}  // namespace

Result<AttachmentPage> attachments_of(Work& work, const CaseFile& file, std::optional<AttachmentId> after, int most) {
    const people::PersonRelation stored = TRY(people::relation_of(work.db, file.person_id));
    const access::Relation relation = stored;
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    AttachmentPage page;
    for (const auto row : work.db.query(std::string(kColumns) + " WHERE case_id = $1 AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3", file.id,
                                        after ? after->str() : "", most + 1)) {
        if (page.items.size() == static_cast<std::size_t>(most)) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(attachment_of(work, row, key, relation));
    }
    return page;
}

Result<OpenedAttachment> get_attachment(Work& work, AttachmentId id) {
    auto query = work.db.query(std::string(kColumns) + " WHERE id = $1", id);
    if (!query.next()) return not_found("attachment.not_found");
    const CaseFile file = TRY(require_case(work, query.row().get<CaseId>(1), Permission::read_case));
    const people::PersonRelation stored = TRY(people::relation_of(work.db, file.person_id));
    auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    Attachment attachment = attachment_of(work, query.row(), key, stored);
    if (attachment.deleted_at) return not_found("attachment.not_found");
    if (!attachment.may_open) return forbidden("attachment.sealed");
    auto name = safe_name(TRY(people::person_card(work, file.person_id)), attachment);
    return OpenedAttachment{std::move(attachment), std::move(name), std::move(key), file.person_id};
}

Result<OpenedAttachment> open_attachment(Work& work, AttachmentId id, int page) {
    auto opened = TRY(get_attachment(work, id));
    if (page < 0 || page > opened.attachment.pages) return not_found("attachment.no_page");
    work.record({"attachment.read", "attachment", id.str(), opened.person_id.str(), {{"page", std::to_string(page)}}});
    return opened;
}

}  // namespace homeward::casework
