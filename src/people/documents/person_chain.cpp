#include "people/documents/person_chain.h"

#include <algorithm>

#include "history/history.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Permission;

std::map<std::string, Date> marks_of(access::Work& work, PersonId person) {
    std::map<std::string, Date> marks;
    for (const auto row : work.db.query("SELECT step, reached_on FROM chain_marks WHERE person_id = $1", person)) marks[std::string(row.text(0))] = row.get<Date>(1);
    return marks;
}

ChainFacts facts_of(access::Work& work, const PersonChain& known) {
    ChainFacts facts;
    facts.age = known.age;
    for (const auto& paper : known.person.papers) {
        if (paper.state == DocumentState::held || paper.state == DocumentState::restored) facts.held.insert(paper.kind);
        if (paper.state == DocumentState::requested) facts.requested.insert(paper.kind);
    }
    facts.kinship_confirmed = std::ranges::any_of(known.kinship, [](const auto& each) {
        return each.conclusion == "confirmed" && (each.relation == "mother" || each.relation == "father");
    });
    if (!known.nationality.empty()) {
        facts.nationality = known.nationality.front().status;
        facts.legal_aid = known.nationality.front().legal_aid_on.has_value();
    }
    facts.marks = marks_of(work, known.person.id);
    // The newest of a step first; an open one goes before one that was refused.
    for (const auto& request : known.requests) {
        if (request.state == "withdrawn" || request.state == "issued") continue;
        const auto there = facts.requests.find(request.step);
        const bool better = there == facts.requests.end() || (there->second.state == "refused" && !request.ended_at);
        if (better) facts.requests[request.step] = {request.id, request.asked_of, request.state};
    }
    return facts;
}

}  // namespace

Result<PersonChain> read_chain(access::Work& work, const Chain& chain, PersonId person) {
    TRY(require_person(work.db, work.actor, Permission::read_person, person));
    PersonChain known{TRY(get_person(work, person)), {}, {}, TRY(requests_of(work, person)), TRY(nationality_of(work, person)), TRY(kinship_of(work, person))};
    if (known.person.born_on) known.age = age_on(*known.person.born_on, work.today());
    known.steps = standing_of(chain, facts_of(work, known));
    work.record({"documents.read", "person", person.str(), person.str()});
    return known;
}

Done mark_reached(access::Work& work, const Chain& chain, PersonId person, const std::string& step, std::optional<Date> on) {
    TRY(require_person(work.db, work.actor, Permission::request_documents, person));
    const Step* known = chain.find(step);
    if (!known || known->shown_by != "mark") return invalid("chain.not_marked", "step");
    if (on && *on > work.latest_today()) return invalid("chain.in_future", "on");
    const auto before = work.db.query("SELECT reached_on FROM chain_marks WHERE person_id = $1 AND step = $2", person, step).value<std::string>().value_or("");
    work.db.run("DELETE FROM chain_marks WHERE person_id = $1 AND step = $2", person, step);
    if (on) {
        work.db.run("INSERT INTO chain_marks (person_id, step, reached_on, marked_by, marked_at) VALUES ($1, $2, $3, $4, $5)", person, step, *on, work.actor.id,
                    work.now);
    }
    work.record({on ? "chain.reached" : "chain.not_reached", "person", person.str(), person.str(), {{"step", step}}});
    return history::note(work, person.uuid, {"chain", person.str()}, {{step, before}}, {{step, on ? on->str() : ""}});
}

Done reached_by_service(access::Work& work, PersonId person, std::string_view service, Date on) {
    constexpr std::pair<std::string_view, std::string_view> kReaches[] = {{"school_enrolment", "school"}, {"housing", "housing"}};
    const auto reaches = std::ranges::find(kReaches, service, [](const auto& each) { return each.first; });
    if (reaches == std::end(kReaches)) return {};
    const std::string step(reaches->second);
    if (work.db.query("SELECT 1 FROM chain_marks WHERE person_id = $1 AND step = $2", person, step).next()) return {};
    work.db.run("INSERT INTO chain_marks (person_id, step, reached_on, marked_by, marked_at) VALUES ($1, $2, $3, $4, $5)", person, step, on, work.actor.id, work.now);
    work.record({"chain.reached", "person", person.str(), person.str(), {{"step", step}, {"service", std::string(service)}}});
    return history::note(work, person.uuid, {"chain", person.str()}, {{step, ""}}, {{step, on.str()}});
}

std::vector<PersonTask> tasks_of(access::Work& work) {
    std::vector<PersonTask> tasks;
    if (!may(work.actor, Permission::request_documents)) return tasks;
    const auto add = [&](const char* kind, store::Query query, int within_days) {
        for (const auto row : query) {
            tasks.push_back({kind, row.get<PersonId>(0), std::string(row.text(1)), Date::of(row.get<Instant>(2)).plus_days(within_days), std::string(row.text(3))});
        }
    };
    const std::string mine = " JOIN persons p ON p.id = x.person_id WHERE p.assigned_to = $1 AND p.merged_into IS NULL";
    add("ask_legal_aid", work.db.query("SELECT x.person_id, x.id, x.recorded_at, x.status FROM person_nationality x" + mine +
                                       " AND x.status = 'statelessness_feared' AND x.legal_aid_on IS NULL"
                                       " AND NOT EXISTS (SELECT 1 FROM person_nationality y WHERE y.person_id = x.person_id AND y.id > x.id)", work.actor.id),
        kLegalAidWithinDays);
    add("bring_to_registry", work.db.query("SELECT x.person_id, x.id, x.moved_at, x.document FROM document_requests x" + mine + " AND x.state = 'more_needed'",
                                           work.actor.id), kAnswerWithinDays);
    add("registry_refused", work.db.query("SELECT x.person_id, x.id, x.moved_at, x.document FROM document_requests x" + mine +
                                          " AND x.state = 'refused' AND NOT EXISTS (SELECT 1 FROM document_requests y WHERE y.person_id = x.person_id"
                                          " AND y.step = x.step AND y.id > x.id) AND NOT EXISTS (SELECT 1 FROM person_documents d WHERE d.person_id = x.person_id"
                                          " AND d.kind = x.document AND d.state IN ('held', 'restored'))", work.actor.id), kAnswerWithinDays);
    return tasks;
}

}  // namespace homeward::people::documents
