#include "desk/calendar.h"

#include <algorithm>

#include "casework/children/care.h"
#include "casework/children/child_tasks.h"

namespace homeward::desk {
namespace {

// From the account's people to their files: it costs what they have and not what everybody has.
const std::string kMine = " FROM persons p JOIN case_files c ON c.person_id = p.id ";
const std::string kWho = "SELECT c.person_id, c.id, ";

struct Days {
    store::Connection& db;
    access::AccountId account;
    Date from, to;
    std::vector<Entry>& entries;

    /// columns   person, file, subject, day, place, detail, done; $1 the account, $2 and $3 the first and the last day
    void add(const char* kind, const std::string& sql) {
        for (const auto row : db.query(sql + " LIMIT 1000", account, from, to)) {
            entries.push_back({kind, row.get<Date>(3), row.get<people::PersonId>(0), row.get<casework::CaseId>(1), std::string(row.text(2)),
                               std::string(row.text(4)), std::string(row.text(5)), row.get<bool>(6)});
        }
    }
};

void add_work_with_people(Days& days) {
    days.add("visit", kWho + "v.id, coalesce(v.done_on, v.due_on), v.kind, '', v.done_on IS NOT NULL" + kMine +
                          "JOIN case_visits v ON v.case_id = c.id WHERE p.assigned_to = $1 AND coalesce(v.done_on, v.due_on) BETWEEN $2 AND $3"
                          " AND (v.done_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM case_closures y WHERE y.case_id = c.id AND y.decision = 'approved' AND y.reopened_at IS NULL))");
    days.add("contact", kWho + "k.id, k.next_on, k.way, '', 0" + kMine +
                            "JOIN contact_plans k ON k.case_id = c.id WHERE p.assigned_to = $1 AND k.next_on BETWEEN $2 AND $3" + casework::kFileNotClosed);
    days.add("review_plan", kWho + "l.id, l.review_on, '', '', 0" + kMine +
                                "JOIN case_plans l ON l.case_id = c.id AND l.state = 'approved' WHERE p.assigned_to = $1 AND l.review_on BETWEEN $2 AND $3" + casework::kFileNotClosed);
    days.add("deliver", kWho + "o.id, o.due_on, '', o.service, 0" + kMine +
                            "JOIN service_orders o ON o.case_id = c.id AND o.state = 'ordered' WHERE p.assigned_to = $1 AND o.due_on BETWEEN $2 AND $3" + casework::kFileNotClosed);
    days.add("review_interests", kWho + "r.id, r.review_on, '', '', 0" + kMine +
                                     "JOIN interest_reports r ON r.case_id = c.id AND r.state IN ('done', 'agreed') WHERE p.assigned_to = $1"
                                     " AND r.review_on BETWEEN $2 AND $3"
                                     " AND NOT EXISTS (SELECT 1 FROM interest_reports n WHERE n.case_id = c.id AND n.id > r.id AND n.state IN ('done', 'agreed'))" + casework::kFileNotClosed);
}

void add_residential(Days& days) {
    const std::string due = casework::children::review_due_sql(days.db);
    days.add("review_residential", kWho + "a.id, " + due + ", '', '', 0" + kMine + "JOIN care_arrangements a ON a.case_id = c.id AND a.to_on IS NULL"
                                       " AND a.kind = 'residential' WHERE p.assigned_to = $1 AND " + due + " BETWEEN $2 AND $3" + casework::kFileNotClosed);
}

/// Where the account itself is expected, whoever's the file is.
void add_own_seats(Days& days) {
    days.add("conference", kWho + "f.id, coalesce(f.held_on, f.planned_on), '', '', f.state = 'held' FROM conference_participants s"
                           " JOIN case_conferences f ON f.id = s.conference_id JOIN case_files c ON c.id = f.case_id"
                           " WHERE s.account_id = $1 AND f.state <> 'cancelled' AND coalesce(f.held_on, f.planned_on) BETWEEN $2 AND $3");
    const std::string seat_by = "date(s.named_at, '+" + std::to_string(casework::kTakeSeatWithinDays) + " days')";
    days.add("sit_on_panel", kWho + "r.id, " + seat_by + ", '', CASE WHEN s.confirmed_at IS NULL THEN '' ELSE '" + std::string(casework::kPromised) + "' END, 0 FROM panel_seats s JOIN interest_reports r ON r.id = s.report_id"
                             " JOIN case_files c ON c.id = r.case_id WHERE s.account_id = $1 AND s.opinion IS NULL AND r.state = 'before_panel'"
                             " AND " + seat_by + " BETWEEN $2 AND $3");
    // Of each file the writer's newest session says when they meet next, while the writer is named there.
    days.add("session", kWho + "n.id, n.next_on, '', '', 0 FROM case_notes n JOIN case_files c ON c.id = n.case_id"
                        " WHERE n.written_by = $1 AND n.kind = 'session' AND n.state = 'kept' AND n.next_on BETWEEN $2 AND $3"
                        " AND EXISTS (SELECT 1 FROM person_circle k WHERE k.person_id = c.person_id AND k.account_id = n.written_by AND k.ended_at IS NULL)"
                        " AND NOT EXISTS (SELECT 1 FROM case_notes m WHERE m.case_id = n.case_id AND m.written_by = n.written_by AND m.kind = 'session'"
                        " AND m.state = 'kept' AND (m.happened_on, m.id) > (n.happened_on, n.id))");
}

}  // namespace

bool names_nobody(std::string_view kind, std::string_view detail) { return kind == "sit_on_panel" && detail != casework::kPromised; }

std::vector<Entry> entries_of(store::Connection& db, access::AccountId account, Date from, Date to) {
    std::vector<Entry> entries;
    Days days{db, account, from, to, entries};
    add_work_with_people(days);
    add_residential(days);
    add_own_seats(days);
    std::ranges::sort(entries, {}, [](const Entry& entry) { return std::tie(entry.on, entry.kind, entry.subject_id); });
    if (entries.size() > kMostEntries) entries.resize(kMostEntries);
    return entries;
}

}  // namespace homeward::desk
