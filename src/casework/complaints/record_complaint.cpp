#include "access/accounts.h"
#include "casework/complaints/complaint_codes.h"
#include "casework/complaints/complaint_reader.h"
#include "casework/reference.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

/// Of whom it is decides who may read it; so the account's own role counts, not what was ticked.
Result<ComplaintAbout> about_of(Work& work, const NewComplaint& complaint, const std::optional<people::PersonRelation>& relation,
                                std::optional<access::AccountId>& account) {
    if (!about_staff(complaint.about)) {
        if (complaint.about_account) return invalid("complaint.staff_unknown", "about_account");
        return complaint.about;
    }
    account = complaint.about_account;
    // Where nobody is named, a complaint of staff is taken to be of the person's own social worker.
    if (!account && complaint.about == ComplaintAbout::staff && relation) account = relation->assigned_to;
    if (!account) return complaint.about;
    const auto staff = access::get_account(work.db, *account);
    if (!staff) return invalid("complaint.staff_unknown", "about_account");
    return staff->role == access::Role::supervisor ? ComplaintAbout::supervisor : ComplaintAbout::staff;
}

Done check(const Work& work, const NewComplaint& complaint) {
    if (trim(complaint.text).empty()) return invalid("complaint.empty", "text");
    TRY(check_text(complaint.text, "text"));
    if (work.latest_today() < complaint.received_on) return invalid("complaint.in_the_future", "received_on");
    return {};
}

/// What an earlier sending of the same complaint brought.
Result<std::optional<ComplaintId>> recorded_before(Work& work, const std::string& request) {
    if (!parse_uuid(request)) return invalid("complaint.request", "request_id");
    auto query = work.db.query("SELECT id, received_by FROM complaints WHERE request_id = $1", request);
    if (!query.next()) return std::optional<ComplaintId>();
    if (query.row().get<access::AccountId>(1) != work.actor.id) return conflict("complaint.request_used");
    return std::optional(query.row().get<ComplaintId>(0));
}

}  // namespace

ComplaintTerm term_on(store::Connection& db, Date day) {
    // A day before all terms has the first of them.
    auto query = db.query("SELECT from_on, answer_days, source FROM complaint_terms"
                          " ORDER BY from_on > $1, CASE WHEN from_on > $1 THEN from_on END, from_on DESC LIMIT 1", day);
    query.next();  // a programme is never without one
    return {query.row().get<Date>(0), query.row().get<int>(1), std::string(query.row().text(2))};
}

Done set_term(Work& work, int answer_days, const std::string& source) {
    if (TRY(access::require(work.actor, Permission::handle_complaint)) != access::Reach::all) return forbidden("access.not_allowed");
    if (answer_days < 1 || answer_days > 180) return invalid("complaint.days", "answer_days");
    if (trim(source).empty() || length_of(source) > 300) return invalid("complaint.source_missing", "source");
    work.db.run("INSERT INTO complaint_terms (from_on, answer_days, source, set_by) VALUES ($1, $2, $3, $4)"
                " ON CONFLICT (from_on) DO UPDATE SET answer_days = $2, source = $3, set_by = $4", work.today(), answer_days, source, work.actor.id);
    work.record({"complaint.term_set", "complaint_term", work.today().str(), {}, {{"days", std::to_string(answer_days)}}});
    return {};
}

Done add_complaint_move(Work& work, const Complaint& complaint, ComplaintStep kind, const std::string& text) {
    const auto id = ComplaintMoveId::make(work.now);
    const Bytes words = text.empty() ? Bytes{} : TRY(key_of_complaint(work, complaint)).seal({"complaint_moves", "text_sealed", id.str()}, text);
    work.db.run("INSERT INTO complaint_moves (id, complaint_id, kind, text_sealed, moved_by, moved_at) VALUES ($1, $2, $3, $4, $5, $6)", id, complaint.id,
                json::name_of(kind), words, work.actor.id, work.now);
    return {};
}

Result<ComplaintId> record_complaint(Work& work, const std::string& request_id, const NewComplaint& given) {
    Complaint complaint;
    static_cast<NewComplaint&>(complaint) = given;
    std::optional<people::PersonRelation> relation;
    std::string person;
    if (given.case_id) {
        // A closed file takes complaints too: who was helped badly may say so afterwards.
        const CaseFile file = TRY(require_case(work, *given.case_id, Permission::record_complaint));
        relation = TRY(people::relation_of(work.db, file.person_id));
        person = file.person_id.str();
    } else {
        TRY(access::require(work.actor, Permission::record_complaint));
    }
    TRY(check(work, given));
    if (const auto before = TRY(recorded_before(work, request_id))) return *before;
    complaint.about_account.reset();
    complaint.about = TRY(about_of(work, given, relation, complaint.about_account));
    complaint.id = ComplaintId::make(work.now);
    complaint.region = relation ? relation->region : work.actor.region;
    // Of a supervisor it goes past all supervisors of the region, and so does what no region's supervisor would see.
    complaint.level = complaint.about == ComplaintAbout::supervisor || complaint.region.empty() ? ComplaintLevel::coordinator : ComplaintLevel::supervisor;
    complaint.answer_by = given.received_on.plus_days(term_on(work.db, given.received_on).answer_days);
    if (!given.case_id) work.vault().create_key(work.db, complaint.id.uuid, work.now);
    const Bytes text = TRY(key_of_complaint(work, complaint)).seal({"complaints", "text_sealed", complaint.id.str()}, given.text);
    work.db.run("INSERT INTO complaints (id, reference, kind, case_id, region, about, about_account, via, received_on, received_by, received_at, answer_by, level,"
                " text_sealed, version, request_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15)",
                complaint.id, next_reference(work, "complaint", "C"), json::name_of(complaint.kind), complaint.case_id, complaint.region, json::name_of(complaint.about),
                complaint.about_account, json::name_of(complaint.via), complaint.received_on, work.actor.id, work.now, complaint.answer_by,
                json::name_of(complaint.level), text, request_id);
    TRY(add_complaint_move(work, complaint, ComplaintStep::received, ""));
    // The log's reader is not told of whom it is: with a line that names the file, that would be the complaint itself.
    work.record({"complaint.received", "complaint", complaint.id.str(), person, {{"kind", std::string(json::name_of(complaint.kind))}}});
    return complaint.id;
}

}  // namespace homeward::casework
