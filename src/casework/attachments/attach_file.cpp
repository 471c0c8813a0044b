#include "casework/attachments/attachment_codes.h"
#include "casework/attachments/sealed_content.h"
#include "casework/need.h"
#include "history/history.h"
#include "people/person.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

constexpr int kAdult = 18;

history::Compartment compartment_of(AttachmentCompartment compartment) {
    return compartment == AttachmentCompartment::psychosocial ? history::Compartment::psychosocial : history::Compartment::record;
}

Result<CaseFile> file_to_attach_to(Work& work, CaseId id, AttachmentCompartment compartment) {
    return require_open_case(work, id, compartment == AttachmentCompartment::psychosocial ? Permission::write_sealed_note : Permission::attach_file);
}

/// No picture of a child is kept by the way: whoever keeps one says what for.
Done check_photo(Work& work, const CaseFile& file, const NewAttachment& attachment) {
    if (attachment.kind != AttachmentKind::photo || !trim(attachment.note).empty()) return {};
    const auto card = TRY(people::person_card(work, file.person_id));
    if (card.born_on && age_on(*card.born_on, work.today()) < kAdult) return invalid("attachment.photo_of_child", "note");
    return {};
}

Result<std::optional<AttachmentId>> attached_before(Work& work, CaseId id, const std::string& request) {
    if (!parse_uuid(request)) return invalid("attachment.request", "request_id");
    auto query = work.db.query("SELECT id, case_id, added_by FROM case_attachments WHERE request_id = $1", request);
    if (!query.next()) return std::optional<AttachmentId>();
    if (query.row().get<CaseId>(1) != id || query.row().get<access::AccountId>(2) != work.actor.id) return invalid("attachment.request", "request_id");
    return std::optional(query.row().get<AttachmentId>(0));
}

/// What a psychologist's file is stays in its compartment: the log's readers are outside it.
std::map<std::string, std::string> details_of(AttachmentCompartment compartment, AttachmentKind kind) {
    if (compartment == AttachmentCompartment::psychosocial) return {};
    return {{"kind", std::string(json::name_of(kind))}};
}

history::Fields fields_of(const NewAttachment& attachment) {
    return {{"kind", std::string(json::name_of(attachment.kind))}, {"note", attachment.note}};
}

}  // namespace

Done check_attachment(Work& work, CaseId id, const NewAttachment& attachment) {
    const CaseFile file = TRY(file_to_attach_to(work, id, attachment.compartment));
    TRY(check_text(attachment.note, "note"));
    TRY(check_photo(work, file, attachment));
    TRY(attached_before(work, id, attachment.request_id));
    const auto standing = work.db.query("SELECT count(*) FROM case_attachments WHERE case_id = $1 AND deleted_at IS NULL", id).value<int>();
    if (*standing >= kMostAttachments) return conflict("attachment.no_room", {{"most", std::to_string(kMostAttachments)}});
    return {};
}

Result<AttachmentId> add_attachment(Work& work, CaseId id, const NewAttachment& attachment, const files::Inspected& file) {
    TRY(check_attachment(work, id, attachment));
    if (const auto before = TRY(attached_before(work, id, attachment.request_id))) return *before;
    const CaseFile into = TRY(get_case(work.db, id));
    const auto key = TRY(work.vault().key_of(work.db, into.person_id.uuid));
    const auto made = AttachmentId::make(work.now);
    work.db.run("INSERT INTO case_attachments (id, case_id, kind, compartment, file_kind, media_type, size, pages, note_sealed, added_by, added_at, request_id)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                made, id, json::name_of(attachment.kind), json::name_of(attachment.compartment), file.kind, file.media_type,
                static_cast<std::int64_t>(file.content.size()), file.pages, key.seal({"case_attachments", "note_sealed", made.str()}, attachment.note),
                work.actor.id, work.now, attachment.request_id);
    keep_content(work.db, key, made.str(), file.content);
    TRY(history::note(work, into.person_id.uuid, {"attachment", made.str(), compartment_of(attachment.compartment)}, {}, fields_of(attachment)));
    auto details = details_of(attachment.compartment, attachment.kind);
    if (!details.empty()) details["file"] = file.kind;
    work.record({"attachment.added", "attachment", made.str(), into.person_id.str(), std::move(details)});
    return made;
}

Done delete_attachment(Work& work, AttachmentId id, const std::string& reason) {
    const OpenedAttachment opened = TRY(get_attachment(work, id));
    if (!opened.attachment.may_delete) return forbidden("attachment.not_yours");
    if (trim(reason).empty()) return invalid("attachment.reason_missing", "reason");
    TRY(check_text(reason, "reason"));
    work.db.run("UPDATE case_attachments SET deleted_by = $2, deleted_at = $3, reason_sealed = $4 WHERE id = $1", id, work.actor.id, work.now,
                opened.key.seal({"case_attachments", "reason_sealed", id.str()}, reason));
    drop_content(work.db, id.str());
    const std::string kind(json::name_of(opened.attachment.kind));
    TRY(history::note(work, opened.person_id.uuid, {"attachment", id.str(), compartment_of(opened.attachment.compartment)}, {{"kind", kind}, {"reason", ""}},
                      {{"kind", ""}, {"reason", reason}}));
    work.record({"attachment.deleted", "attachment", id.str(), opened.person_id.str(), details_of(opened.attachment.compartment, opened.attachment.kind)});
    return {};
}

}  // namespace homeward::casework
