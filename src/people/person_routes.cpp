#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/assignment.h"
#include "people/create_person.h"
#include "people/edit_person.h"
#include "people/person_bodies.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct WorkersBody {
    std::vector<WorkerBody> items;
};
BOOST_DESCRIBE_STRUCT(WorkersBody, (), (items))
struct AssignmentInput {
    access::AccountId account_id;
};
BOOST_DESCRIBE_STRUCT(AssignmentInput, (), (account_id))

struct MemberBody {
    RegisterItemBody person;
    std::optional<std::string> relationship;
    bool head;
};
BOOST_DESCRIBE_STRUCT(MemberBody, (), (person, relationship, head))
struct FamilyBody {
    FamilyId id;
    std::string code;
    std::optional<std::string> stage_id;
    std::vector<MemberBody> members;
    std::size_t hidden;
};
BOOST_DESCRIBE_STRUCT(FamilyBody, (), (id, code, stage_id, members, hidden))

Result<Reply> create(Work& work, Register& reg, const Request& request) {
    NewPerson person = person_from(TRY(http::body_as<PersonInput>(request)));
    // Who reaches only their own people makes people of their own.
    if (access::reach_of(work.actor, Permission::edit_person) == access::Reach::own) person.assigned_to = work.actor.id;
    const PersonId id = TRY(create_by_hand(work, reg, person));
    return http::created("/api/persons/" + id.str(), body_of(work, reg, TRY(get_person(work, id))));
}

Result<Reply> show(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(http::id_of<PersonId>(request, "person_id"));
    return http::ok(body_of(work, reg, TRY(read_person(work, id))));
}

Result<Reply> edit(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(http::id_of<PersonId>(request, "person_id"));
    const auto patch = TRY(http::body_as<PersonPatch>(request));
    TRY(require_person(work.db, work.actor, Permission::edit_person, id));
    const Person changed = TRY(patched(TRY(get_person(work, id)), patch));
    return http::ok(body_of(work, reg, TRY(edit_person(work, reg, changed))));
}

Result<Reply> add_paper(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(http::id_of<PersonId>(request, "person_id"));
    const auto input = TRY(http::body_as<DocumentInput>(request));
    return http::created("/api/persons/" + id.str(), body_of(work, reg, TRY(add_document(work, reg, id, document_from(input)))));
}

Result<Reply> edit_paper(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(http::id_of<PersonId>(request, "person_id"));
    const auto document = TRY(http::id_of<DocumentId>(request, "document_id"));
    const auto input = TRY(http::body_as<DocumentInput>(request));
    if (!input.version) return invalid("json.missing", "version");
    return http::ok(body_of(work, reg, TRY(edit_document(work, reg, id, document, document_from(input), *input.version))));
}

Result<Reply> list_workers(Work& work, const Request& request) {
    const auto id = TRY(http::id_of<PersonId>(request, "person_id"));
    TRY(require_person(work.db, work.actor, Permission::assign_person, id));
    WorkersBody body;
    for (const auto& account : assignable_workers(work.db, TRY(relation_of(work.db, id)).region)) {
        body.items.push_back({account.id, account.name, std::string(access::name_of(account.role))});
    }
    return http::ok(body);
}

Result<Reply> assign(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(http::id_of<PersonId>(request, "person_id"));
    const auto input = TRY(http::body_as<AssignmentInput>(request));
    TRY(assign_person(work, reg, id, input.account_id));
    return http::ok(body_of(work, reg, TRY(get_person(work, id))));
}

Result<Reply> show_family(Work& work, Register& reg, const Request& request) {
    const auto family = TRY(read_family(work, reg, TRY(http::id_of<FamilyId>(request, "family_id"))));
    const auto known = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    FamilyBody body{family.id, family.code, known(family.stage_id), {}, family.hidden};
    for (const auto& member : family.members) {
        body.members.push_back({body_of(member.person, work.today()), known(member.relationship), member.head});
    }
    return http::ok(body);
}

}  // namespace

void person_routes(http::Router& router, Register& reg) {
    router.write("POST", "/api/persons", [&reg](Work& work, const Request& request) { return create(work, reg, request); });
    // Reading a record leaves a line in the log, so it writes.
    router.write("GET", "/api/persons/{person_id}", [&reg](Work& work, const Request& request) { return show(work, reg, request); });
    router.write("PATCH", "/api/persons/{person_id}", [&reg](Work& work, const Request& request) { return edit(work, reg, request); });
    router.write("POST", "/api/persons/{person_id}/documents", [&reg](Work& work, const Request& request) { return add_paper(work, reg, request); });
    router.write("PATCH", "/api/persons/{person_id}/documents/{document_id}",
                 [&reg](Work& work, const Request& request) { return edit_paper(work, reg, request); });
    router.read("GET", "/api/persons/{person_id}/workers", list_workers);
    router.write("POST", "/api/persons/{person_id}/assignment", [&reg](Work& work, const Request& request) { return assign(work, reg, request); });
    router.write("GET", "/api/families/{family_id}", [&reg](Work& work, const Request& request) { return show_family(work, reg, request); });
}

}  // namespace homeward::people
