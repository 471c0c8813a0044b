#include "casework/attachments/attachment_routes.h"

#include "casework/attachments/attachment_codes.h"
#include "casework/attachments/sealed_content.h"
#include "casework/bodies.h"
#include "files/file_name.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {

struct AttachmentAllows {
    bool open = false, remove = false;
};
BOOST_DESCRIBE_STRUCT(AttachmentAllows, (), (open, remove))
struct DeletionBody {
    StaffBody by;
    Instant at;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DeletionBody, (), (by, at, reason))
struct AttachmentBody {
    AttachmentId id;
    AttachmentCompartment compartment;
    std::optional<AttachmentKind> kind;
    std::optional<std::string> file_kind;
    std::optional<std::int64_t> size;
    std::optional<int> pages;
    std::optional<std::string> note;
    StaffBody added_by;
    Instant added_at;
    std::optional<DeletionBody> deleted;
    AttachmentAllows allows;
};
BOOST_DESCRIBE_STRUCT(AttachmentBody, (), (id, compartment, kind, file_kind, size, pages, note, added_by, added_at, deleted, allows))
struct AttachmentsAllow {
    std::vector<AttachmentCompartment> add_to;
};
BOOST_DESCRIBE_STRUCT(AttachmentsAllow, (), (add_to))
struct AttachmentsBody {
    std::vector<AttachmentBody> items;
    std::optional<AttachmentId> next;
    AttachmentsAllow allows;
};
BOOST_DESCRIBE_STRUCT(AttachmentsBody, (), (items, next, allows))
struct DeletionInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeletionInput, (), (reason))

namespace {

using access::Actor;
using access::Permission;
using access::Work;
using access::Works;
using http::Reply;
using http::Request;

AttachmentBody body_of(Work& work, const Attachment& attachment) {
    AttachmentBody body{attachment.id, attachment.compartment, {}, {}, {}, {}, {}, staff_body(work.db, attachment.added_by), attachment.added_at, {},
                        {attachment.may_open && !attachment.deleted_at, attachment.may_delete}};
    if (attachment.deleted_at) {
        body.deleted = DeletionBody{staff_body(work.db, *attachment.deleted_by), *attachment.deleted_at, {}};
        if (attachment.may_open) body.deleted->reason = attachment.reason;
    }
    if (!attachment.may_open) return body;
    body.kind = attachment.kind;
    body.file_kind = attachment.file_kind;
    body.size = attachment.size;
    body.pages = attachment.pages;
    body.note = attachment.note;
    return body;
}

std::vector<AttachmentCompartment> places_to_add(Work& work, const CaseFile& file) {
    std::vector<AttachmentCompartment> places;
    const auto stored = people::relation_of(work.db, file.person_id);
    if (!stored || file.step == people::CaseStep::closed) return places;
    const access::Relation relation = *stored;
    if (may(work.actor, Permission::attach_file, relation)) places.push_back(AttachmentCompartment::record);
    if (may(work.actor, Permission::write_sealed_note, relation)) places.push_back(AttachmentCompartment::psychosocial);
    return places;
}

Result<Reply> list(Work& work, const Request& request) {
    const CaseFile file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
    const int limit = TRY(http::int_query(request, "limit", 20, 1, 100));
    const AttachmentPage page = TRY(attachments_of(work, file, TRY(http::id_query<AttachmentId>(request, "cursor")), limit));
    AttachmentsBody body;
    for (const auto& each : page.items) body.items.push_back(body_of(work, each));
    body.next = page.next;
    body.allows.add_to = places_to_add(work, file);
    work.record({"attachments.read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

Result<NewAttachment> new_attachment_of(const Request& request) {
    NewAttachment attachment;
    attachment.request_id = request.query("request_id").value_or("");
    attachment.file_name = files::file_name_of(request.header("x-file-name"));
    attachment.note = trim(request.query("note").value_or(""));
    const auto kind = json::enum_from<AttachmentKind>(request.query("kind").value_or(""));
    if (!kind) return invalid("attachment.kind", "kind");
    attachment.kind = *kind;
    const auto compartment = json::enum_from<AttachmentCompartment>(request.query("compartment").value_or("record"));
    if (!compartment) return invalid("attachment.compartment", "compartment");
    attachment.compartment = *compartment;
    return attachment;
}

/// Looking into a file takes seconds, so it stands between two transactions, each of which asks whether it may be.
Result<Reply> add(Works& works, const Actor& actor, const Request& request) {
    const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
    const auto attachment = TRY(new_attachment_of(request));
    TRY(works.read<void>(actor, [&](Work& work) { return check_attachment(work, id, attachment); }));
    const auto inspected = TRY(files::inspect(request.body, attachment.file_name));
    const auto body = TRY(works.write<AttachmentBody>(actor, [&](Work& work) -> Result<AttachmentBody> {
        const auto made = TRY(add_attachment(work, id, attachment, inspected));
        return body_of(work, TRY(get_attachment(work, made)).attachment);
    }));
    return http::created("/api/attachments/" + body.id.str() + "/content", body);
}

Result<OpenedAttachment> opened(Works& works, const Actor& actor, const Request& request, int page) {
    const auto id = TRY(http::id_of<AttachmentId>(request, "attachment_id"));
    return works.write<OpenedAttachment>(actor, [&](Work& work) { return open_attachment(work, id, page); });
}

Result<Reply> content(Works& works, const Actor& actor, const Request& request) {
    auto file = TRY(opened(works, actor, request, 0));
    return http::download(file.attachment.media_type, file.name,
                          content_reader(works.store(), std::move(file.key), file.attachment.id.str(), file.attachment.size));
}

/// The browser gets a picture of the page, and never the file: what a stranger made does not act in its viewer.
Result<Reply> page(Works& works, const Actor& actor, const Request& request) {
    const auto number = request.path_parameter("number");
    const auto digits = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || number.empty() || number.size() > 5 || number == "0") return not_found("attachment.no_page");
    const auto file = TRY(opened(works, actor, request, std::stoi(number)));
    std::string pdf;
    works.store().read([&](store::Connection& db) { pdf = read_content(db, file.key, file.attachment.id.str(), file.attachment.size); });
    return Reply{.status = 200, .content_type = "image/png", .body = TRY(files::page_picture(pdf, std::stoi(number))), .headers = {}, .more = {}};
}

}  // namespace

void attachment_routes(http::Router& router, Works& works) {
    router.write("GET", "/api/cases/{case_id}/attachments", list);
    // Somewhat above the limit, so that a file just over it hears why.
    router.task("POST", "/api/cases/{case_id}/attachments", [&works](const Actor& actor, const Request& request) { return add(works, actor, request); },
                {.max_body_bytes = files::kLargestFile + (1u << 20), .content_types = {"*/*"}});
    router.task("GET", "/api/attachments/{attachment_id}/content", [&works](const Actor& actor, const Request& request) { return content(works, actor, request); });
    router.task("GET", "/api/attachments/{attachment_id}/pages/{number}", [&works](const Actor& actor, const Request& request) { return page(works, actor, request); });
    router.write("POST", "/api/attachments/{attachment_id}/deletion", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DeletionInput>(request));
        TRY(delete_attachment(work, TRY(http::id_of<AttachmentId>(request, "attachment_id")), input.reason));
        return http::no_content();
    });
}

}  // namespace homeward::casework
