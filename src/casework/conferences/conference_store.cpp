#include <algorithm>

#include "access/accounts.h"
#include "casework/conferences/conference_codes.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr const char* kSelect =
    "SELECT f.id, f.case_id, c.person_id, f.state, f.planned_on, f.held_on, f.topics_sealed, f.minutes_sealed, f.created_by, f.created_at, f.version"
    " FROM case_conferences f JOIN case_files c ON c.id = f.case_id";

void read_participants(Work& work, Conference& conference) {
    for (const auto row : work.db.query("SELECT account_id, outside_role, attended FROM conference_participants WHERE conference_id = $1 ORDER BY position", conference.id)) {
        Participant participant{row.get<std::optional<AccountId>>(0), {}, {}};
        if (!row.is_null(1)) participant.role = code<OutsideRole>(row.text(1));
        if (!row.is_null(2)) participant.attended = row.get<bool>(2);
        conference.participants.push_back(participant);
    }
}

void read_tasks(Work& work, Conference& conference, const vault::PersonKey& key) {
    for (const auto row : work.db.query("SELECT id, owner, due_on, text_sealed, state, closed_by, closed_at, reason_sealed FROM conference_tasks"
                                        " WHERE conference_id = $1 ORDER BY id", conference.id)) {
        AgreedTask task{row.get<ConferenceTaskId>(0), row.get<AccountId>(1), row.get<Date>(2), {}, code<AgreedState>(row.text(4)),
                        row.get<std::optional<AccountId>>(5), row.get<std::optional<Instant>>(6), {}};
        if (!row.blob(3).empty()) task.text = key.open({"conference_tasks", "text_sealed", task.id.str()}, row.blob(3));
        if (!row.blob(7).empty()) task.reason = key.open({"conference_tasks", "reason_sealed", task.id.str()}, row.blob(7));
        conference.tasks.push_back(std::move(task));
    }
}

Result<std::vector<Conference>> read(Work& work, store::Query query) {
    std::vector<Conference> conferences;
    for (const auto row : query) {
        Conference conference;
        conference.id = row.get<ConferenceId>(0);
        conference.case_id = row.get<CaseId>(1);
        conference.person_id = row.get<people::PersonId>(2);
        conference.state = code<ConferenceState>(row.text(3));
        conference.planned_on = row.get<Date>(4);
        conference.held_on = row.get<std::optional<Date>>(5);
        conference.created_by = row.get<AccountId>(8);
        conference.created_at = row.get<Instant>(9);
        conference.version = row.get<int>(10);
        const auto key = TRY(work.vault().key_of(work.db, conference.person_id.uuid));
        if (!row.blob(6).empty()) conference.topics = key.open({"case_conferences", "topics_sealed", conference.id.str()}, row.blob(6));
        if (!row.blob(7).empty()) conference.minutes = key.open({"case_conferences", "minutes_sealed", conference.id.str()}, row.blob(7));
        read_participants(work, conference);
        read_tasks(work, conference, key);
        conferences.push_back(std::move(conference));
    }
    return conferences;
}

}  // namespace

bool was_invited(const Conference& conference, AccountId account) {
    return std::ranges::any_of(conference.participants, [&](const Participant& each) { return each.account == account; });
}

Result<Conference> get_conference(Work& work, ConferenceId id) {
    auto found = TRY(read(work, work.db.query(std::string(kSelect) + " WHERE f.id = $1", id)));
    if (found.empty()) return not_found("conference.not_found");
    return std::move(found.front());
}

Result<Conference> read_conference(Work& work, ConferenceId id) {
    Conference conference = TRY(get_conference(work, id));
    // Whoever answers referrals alone reads no minutes, whatever an account was before.
    if (people::opens_no_records(work.actor)) return not_found("conference.not_found");
    if (!was_invited(conference, work.actor.id)) {
        // Whoever was not asked and reads no files learns nothing about which conferences there are.
        if (!may(work.actor, Permission::read_case)) return not_found("conference.not_found");
        TRY(people::require_person(work.db, work.actor, Permission::read_case, conference.person_id));
    }
    work.record({"conference.read", "case_conference", id.str(), conference.person_id.str()});
    return conference;
}

Result<std::vector<Conference>> conferences_of(Work& work, const CaseFile& file) {
    return read(work, work.db.query(std::string(kSelect) + " WHERE f.case_id = $1 ORDER BY f.planned_on DESC, f.id DESC", file.id));
}

ConferenceLines my_conferences(Work& work, ConferenceState state, std::optional<ConferenceId> after, int limit) {
    const bool ahead = state == ConferenceState::planned;
    const std::string order = ahead ? "" : " DESC";
    ConferenceLines page;
    for (const auto row : work.db.query("WITH mine (id) AS (SELECT conference_id FROM conference_participants WHERE account_id = $1"
                                        " UNION SELECT f.id FROM persons p JOIN case_files c ON c.person_id = p.id JOIN case_conferences f ON f.case_id = c.id"
                                        "       WHERE p.assigned_to = $1)"
                                        " SELECT f.id, c.person_id, f.state, f.planned_on, f.held_on,"
                                        "  (SELECT count(*) FROM conference_tasks t WHERE t.conference_id = f.id AND t.owner = $1 AND t.state = 'open')"
                                        " FROM mine JOIN case_conferences f ON f.id = mine.id JOIN case_files c ON c.id = f.case_id WHERE f.state = $2"
                                        " AND ($3 IS NULL OR (coalesce(f.held_on, f.planned_on), f.id) " + std::string(ahead ? ">" : "<") +
                                        "  (SELECT coalesce(b.held_on, b.planned_on), b.id FROM case_conferences b WHERE b.id = $3))"
                                        " ORDER BY coalesce(f.held_on, f.planned_on)" + order + ", f.id" + order + " LIMIT $4",
                                        work.actor.id, std::string(json::name_of(state)), after, limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back({row.get<ConferenceId>(0), row.get<people::PersonId>(1), code<ConferenceState>(row.text(2)), row.get<Date>(3),
                              row.get<std::optional<Date>>(4), row.get<int>(5)});
    }
    return page;
}

std::vector<access::Actor> invitable(store::Connection& db, const std::string& region) {
    using access::Role;
    std::vector<access::Actor> found;
    for (const auto role : {Role::social_worker, Role::supervisor, Role::psychologist}) {
        for (auto& account : access::list_accounts(db, role, "")) {
            if (account.region.empty() || account.region == region) found.push_back(std::move(account));
        }
    }
    return found;
}

std::vector<Task> tasks_of_conferences(Work& work) {
    std::vector<Task> tasks;
    // What was agreed is to be done though the file was closed meanwhile, or given to somebody else.
    for (const auto row : work.db.query("SELECT c.person_id, c.id, f.id, t.due_on, t.id FROM conference_tasks t JOIN case_conferences f ON f.id = t.conference_id"
                                        " JOIN case_files c ON c.id = f.case_id WHERE t.owner = $1 AND t.state = 'open'", work.actor.id)) {
        tasks.push_back({"conference_task", row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), row.get<Date>(3), std::string(row.text(4))});
    }
    for (const auto row : work.db.query("SELECT c.person_id, c.id, f.id, f.planned_on FROM conference_participants p JOIN case_conferences f ON f.id = p.conference_id"
                                        " JOIN case_files c ON c.id = f.case_id WHERE p.account_id = $1 AND f.state = 'planned' AND f.planned_on <= $2",
                                        work.actor.id, work.today().plus_days(14))) {
        tasks.push_back({"conference", row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), row.get<Date>(3)});
    }
    return tasks;
}

}  // namespace homeward::casework
