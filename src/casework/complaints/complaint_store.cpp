#include <algorithm>

#include "casework/complaints/complaint_codes.h"
#include "casework/complaints/complaint_reader.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

const std::string kColumns = "SELECT q.id, q.reference, q.kind, q.case_id, q.region, q.about, q.about_account, q.via, q.received_on, q.received_by, q.answer_by, q.level,"
                             " q.text_sealed, q.answer_sealed, q.answered_by, q.answered_on, q.satisfied, q.version FROM complaints q";

Complaint head_of(const store::Row& row) {
    Complaint complaint;
    complaint.id = row.get<ComplaintId>(0);
    complaint.reference = row.text(1);
    complaint.kind = code<ComplaintKind>(row.text(2));
    complaint.case_id = row.get<std::optional<CaseId>>(3);
    complaint.region = row.text(4);
    complaint.about = code<ComplaintAbout>(row.text(5));
    complaint.about_account = row.get<std::optional<AccountId>>(6);
    complaint.via = code<ComplaintVia>(row.text(7));
    complaint.received_on = row.get<Date>(8);
    complaint.received_by = row.get<AccountId>(9);
    complaint.answer_by = row.get<Date>(10);
    complaint.level = code<ComplaintLevel>(row.text(11));
    complaint.answered_by = row.get<std::optional<AccountId>>(14);
    complaint.answered_on = row.get<std::optional<Date>>(15);
    complaint.satisfied = code_if_any<Satisfied>(row, 16);
    complaint.version = row.get<int>(17);
    return complaint;
}

/// What a receiver who may not read it has of it.
Complaint only_receipt(const Complaint& complaint) {
    Complaint receipt;
    receipt.id = complaint.id;
    receipt.reference = complaint.reference;
    receipt.kind = complaint.kind;
    receipt.via = complaint.via;
    receipt.region = complaint.region;
    receipt.received_on = complaint.received_on;
    receipt.received_by = complaint.received_by;
    receipt.answer_by = complaint.answer_by;
    receipt.about = ComplaintAbout::other;
    return receipt;
}

/// The texts go in only where it is for this actor; nothing when it is not even theirs to know of.
Result<std::optional<Complaint>> opened_for(Work& work, const store::Row& row) {
    Complaint complaint = head_of(row);
    if (!is_for(work.actor, complaint, relation_to(work.db, complaint))) {
        // Who took it down hands out its receipt, also where it is about themselves; the reference is no secret.
        return complaint.received_by == work.actor.id ? std::optional(only_receipt(complaint)) : std::nullopt;
    }
    const auto key = key_of_complaint(work, complaint);
    if (!key) return std::optional<Complaint>();
    const auto text = [&](const char* column, int at) {
        return row.blob(at).empty() ? std::string() : key->open({"complaints", column, complaint.id.str()}, row.blob(at));
    };
    complaint.text = text("text_sealed", 12);
    complaint.answer = text("answer_sealed", 13);
    complaint.may_read = true;
    return std::optional(std::move(complaint));
}

std::string state_sql(ComplaintFilter::State state) {
    switch (state) {
        case ComplaintFilter::State::open: return " AND q.answered_on IS NULL";
        case ComplaintFilter::State::overdue: return " AND q.answered_on IS NULL AND q.answer_by < $6";
        case ComplaintFilter::State::answered: return " AND q.answered_on IS NOT NULL AND q.satisfied IS NULL AND q.kind = 'complaint'";
        case ComplaintFilter::State::closed: return " AND q.answered_on IS NOT NULL AND (q.satisfied IS NOT NULL OR q.kind = 'feedback')";
        case ComplaintFilter::State::all: break;
    }
    return "";
}

/// Where the actor's complaints may lie; each row is then held against the rule itself.
std::string reach_sql(const access::Actor& actor) {
    switch (reach_of(actor, Permission::handle_complaint)) {
        case access::Reach::all: return " WHERE (q.level = 'coordinator' OR q.received_by = $1)";
        case access::Reach::region: return " WHERE (q.region = $2 OR q.received_by = $1)";
        default: break;
    }
    return " WHERE (q.received_by = $1 OR q.case_id IN (SELECT c.id FROM case_files c JOIN persons p ON p.id = c.person_id WHERE p.assigned_to = $1"
           " UNION SELECT c.id FROM case_files c JOIN person_circle r ON r.person_id = c.person_id WHERE r.account_id = $1 AND r.ended_at IS NULL))";
}

}  // namespace

ComplaintState Complaint::state() const {
    if (!answered_on) return ComplaintState::open;
    return satisfied || kind == ComplaintKind::feedback ? ComplaintState::closed : ComplaintState::answered;
}

Result<Complaint> read_complaint(Work& work, ComplaintId id) {
    auto query = work.db.query(kColumns + " WHERE q.id = $1", id);
    if (!query.next()) return not_found("complaint.not_found");
    auto found = TRY(opened_for(work, query.row()));
    if (!found) return not_found("complaint.not_found");
    Complaint complaint = std::move(*found);
    if (complaint.may_read) {
        const auto key = TRY(key_of_complaint(work, complaint));
        for (const auto row : work.db.query("SELECT id, kind, text_sealed, moved_by, moved_at FROM complaint_moves WHERE complaint_id = $1 ORDER BY id", id)) {
            ComplaintMove move{code<ComplaintStep>(row.text(1)), {}, row.get<AccountId>(3), row.get<Instant>(4)};
            if (!row.blob(2).empty()) move.text = key.open({"complaint_moves", "text_sealed", std::string(row.text(0))}, row.blob(2));
            complaint.moves.push_back(std::move(move));
        }
    }
    return complaint;
}

Result<ComplaintPage> list_complaints(Work& work, const ComplaintFilter& filter) {
    if (!may(work.actor, Permission::record_complaint) && !may(work.actor, Permission::handle_complaint)) return forbidden("access.not_allowed");
    ComplaintPage page;
    // $6 is today for the overdue; SQLite takes a value that no text asks for.
    const std::string sql = kColumns + reach_sql(work.actor) + state_sql(filter.state) +
                            " AND ($3 = '' OR q.case_id = $3) AND ($4 = '' OR (q.answer_by, q.id) > (substr($4, 1, 10), substr($4, 11))) AND $6 <> ''"
                            " AND $2 IS NOT NULL ORDER BY q.answer_by, q.id LIMIT $5";
    int seen = 0;
    std::string last;
    for (const auto row : work.db.query(sql, work.actor.id, work.actor.region, filter.case_id ? filter.case_id->str() : "", filter.after,
                                        filter.most + 1, work.today())) {
        if (seen++ == filter.most) {
            page.next = last;
            break;
        }
        last = row.get<Date>(10).str() + row.get<ComplaintId>(0).str();
        if (auto complaint = TRY(opened_for(work, row))) page.items.push_back(std::move(*complaint));
    }
    return page;
}

std::vector<Task> tasks_of_complaints(Work& work) {
    std::vector<Task> tasks;
    const auto add = [&](store::Query query, const char* kind, int days) {
        for (const auto row : query) {
            tasks.push_back({kind, row.get<std::optional<people::PersonId>>(4).value_or(people::PersonId{}), row.get<std::optional<CaseId>>(3).value_or(CaseId{}),
                             std::string(row.text(0)), row.get<Date>(1).plus_days(days), std::string(row.text(2))});
        }
    };
    const std::string of_person = " FROM complaints q LEFT JOIN case_files c ON c.id = q.case_id";
    const auto reach = reach_of(work.actor, Permission::handle_complaint);
    if (reach == access::Reach::all || reach == access::Reach::region) {
        const bool all = reach == access::Reach::all;
        add(work.db.query("SELECT q.id, q.answer_by, q.reference, q.case_id, c.person_id" + of_person +
                          " WHERE q.level = $2 AND q.answered_on IS NULL AND ($3 OR q.region = $4) AND coalesce(q.about_account, '') <> $1",
                          work.actor.id, all ? "coordinator" : "supervisor", all, work.actor.region), "answer_complaint", 0);
    }
    if (may(work.actor, Permission::record_complaint)) {
        add(work.db.query("SELECT q.id, q.answered_on, q.reference, q.case_id, c.person_id FROM persons p JOIN case_files c ON c.person_id = p.id"
                          " JOIN complaints q ON q.case_id = c.id WHERE p.assigned_to = $1 AND q.answered_on IS NOT NULL AND q.satisfied IS NULL"
                          " AND q.kind = 'complaint' AND q.about NOT IN ('staff', 'supervisor')", work.actor.id), "ask_complaint", kAskWithinDays);
    }
    return tasks;
}

}  // namespace homeward::casework
