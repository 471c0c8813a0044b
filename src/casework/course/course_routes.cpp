#include "casework/course/course_routes.h"

#include "access/accounts.h"
#include "base/text.h"
#include "casework/bodies.h"
#include "casework/course/answer_words.h"
#include "casework/course/closed_changes.h"
#include "history/history.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using history::Compartment;
using http::Reply;
using http::Request;

struct ChangeBody {
    history::ChangeId id;
    std::string thing, thing_id, field;
    std::optional<std::string> label, before, after;
    StaffBody by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ChangeBody, (), (id, thing, thing_id, field, label, before, after, by, at))
struct ChangesBody {
    std::vector<ChangeBody> items;
    std::optional<history::ChangeId> next;
};
BOOST_DESCRIBE_STRUCT(ChangesBody, (), (items, next))

std::string name_or_value(Work& work, std::string_view value) {
    if (const auto id = access::AccountId::parse(value)) {
        if (const auto account = access::get_account(work.db, *id)) return account->name;
    }
    return std::string(value);
}

/// The value as a reader sees it: an account is a colleague's name, also in a list of who takes part.
std::optional<std::string> shown(Work& work, const history::Change& change, const std::string& value) {
    if (value.empty()) return std::nullopt;
    if (change.thing != "conference" || change.field != "participants") return name_or_value(work, value);
    std::string names;
    for (const auto& each : split(value, ',')) names += (names.empty() ? "" : ", ") + name_or_value(work, each);
    return names;
}

/// What this reader may know of the person: loans live apart. What a psychologist wrote is not here at all: a circle may have
/// several, so the compartment alone does not say whose words they are. notes/note.h tells it note by note.
std::vector<Compartment> compartments_for(const access::Actor& actor, const access::Relation& relation) {
    std::vector<Compartment> compartments{Compartment::record};
    if (may(actor, Permission::manage_grants, relation)) compartments.push_back(Compartment::grants);
    return compartments;
}

Result<Reply> changes(Work& work, const Request& request) {
    const CaseFile file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_history));
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    const int limit = TRY(http::int_query(request, "limit", 30, 1, 100));
    const auto cursor = TRY(http::id_query<history::ChangeId>(request, "cursor"));
    const auto found = TRY(history::changes_of(work, file.person_id.uuid, compartments_for(work.actor, relation), request.query("thing_id").value_or(""), cursor, limit + 1));
    AnswerWords answers(work, std::string(request.query("language").value_or("en")));
    const ClosedChanges closed = TRY(ClosedChanges::of(work, file));
    ChangesBody body;
    if (found.size() > static_cast<std::size_t>(limit)) body.next = found[static_cast<std::size_t>(limit) - 1].id;
    for (const auto& change : std::span(found).first(std::min(found.size(), static_cast<std::size_t>(limit)))) {
        if (closed.hides(change)) continue;
        ChangeBody line{change.id, change.thing, change.thing_id, change.field, {}, shown(work, change, change.before), shown(work, change, change.after),
                        staff_body(work.db, change.by), change.at};
        if (const auto said = answers.of(change)) {
            line.label = said->label;
            if (line.before) line.before = said->before;
            if (line.after) line.after = said->after;
        }
        body.items.push_back(std::move(line));
    }
    work.record({"history.read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

}  // namespace

void course_routes(http::Router& router) { router.write("GET", "/api/cases/{case_id}/changes", changes); }

}  // namespace homeward::casework
