#pragma once
// Files in a case file: what they are, whose eyes they are for, and what becomes of them.

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "files/shelf.h"

namespace homeward::casework {

struct AttachmentTag;
using AttachmentId = Id<AttachmentTag>;

enum class AttachmentKind { birth_certificate, court_decision, medical, school, photo, consent_form, other };
/// record: of whoever reads the case file; psychosocial: of a psychologist and the successors named for them, as their notes are.
enum class AttachmentCompartment { record, psychosocial };

/// A file that somebody wants to attach.
///
/// request_id   a UUID of the page's making: sent twice, it counts once
/// file_name    as the person's computer has it; its ending is looked at, and nothing of it is kept
/// note         what it shows; empty where the kind says enough. Needed for the photo of a child: why it is kept
struct NewAttachment {
    std::string request_id, file_name, note;
    AttachmentKind kind = AttachmentKind::other;
    AttachmentCompartment compartment = AttachmentCompartment::record;
};

/// One file as this reader may have it. Without `may_open` its kind, size and note stay empty: that it is there is all they learn.
struct Attachment {
    AttachmentId id;
    CaseId case_id;
    AttachmentKind kind = AttachmentKind::other;
    AttachmentCompartment compartment = AttachmentCompartment::record;
    std::string file_kind, media_type;
    std::int64_t size = 0;  ///< bytes
    int pages = 0;          ///< of a PDF
    std::string note;
    access::AccountId added_by;
    Instant added_at;
    std::optional<access::AccountId> deleted_by;
    std::optional<Instant> deleted_at;
    std::string reason;     ///< of the deletion
    bool may_open = false;
    bool may_delete = false;
};

/// Asks all that can be asked before the file is looked into.
///
/// errors    not_found; forbidden without attach_file (psychosocial: write_sealed_note); conflict `case.closed`, `attachment.no_room`;
///           invalid `attachment.request`, `attachment.photo_of_child`, `case.text_long`
Done check_attachment(access::Work& work, CaseId id, const NewAttachment& attachment);
/// Seals what files::inspect has taken under the person's key.
/// errors    those
Result<AttachmentId> add_attachment(access::Work& work, CaseId id, const NewAttachment& attachment, const files::Inspected& file);

/// Takes a file away: its content is gone at once, the row and the reason stay in the history.
/// errors    not_found; forbidden unless the actor attached it, or decides on plans here; conflict `attachment.deleted_already`;
///           invalid `attachment.reason_missing`, `case.text_long`
Done delete_attachment(access::Work& work, AttachmentId id, const std::string& reason);

struct AttachmentPage {
    std::vector<Attachment> items;  ///< newest first, the deleted ones among them
    std::optional<AttachmentId> next;
};
Result<AttachmentPage> attachments_of(access::Work& work, const CaseFile& file, std::optional<AttachmentId> after, int most);

/// A file and what is needed to show or save it.
///
/// name   for saving: code of the person, kind, day; it names nobody
struct OpenedAttachment {
    Attachment attachment;
    std::string name;
    vault::PersonKey key;
    people::PersonId person_id;
};
/// errors    not_found, also for a deleted one; forbidden `attachment.sealed` for whom it is not
Result<OpenedAttachment> get_attachment(access::Work& work, AttachmentId id);
/// The same for a look at it, of which the log has a line.
/// page      of a PDF, from 1; 0 for the whole file
/// errors    those, and not_found `attachment.no_page`
Result<OpenedAttachment> open_attachment(access::Work& work, AttachmentId id, int page);

constexpr int kMostAttachments = 200;  ///< that stand in one case file

}  // namespace homeward::casework
