#pragma once
// How the API shows the chain of documents. Only .cpp files include this: it pulls Boost.Describe.

#include "people/described.h"
#include "people/documents/person_chain.h"

namespace homeward::people::documents {

struct StaffBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(StaffBody, (), (id, name))

struct StandingBody {
    std::string step, state, next, shown_by;
    std::optional<std::string> turn;
    std::vector<std::string> waits_for, opens, held, helped_by;
    std::optional<RequestId> request_id;
    std::optional<Date> reached_on;
    std::vector<std::string> asked_of, documents, request_shows;  ///< what can be asked of whom, and what that shows
};
BOOST_DESCRIBE_STRUCT(StandingBody, (), (step, state, next, shown_by, turn, waits_for, opens, held, helped_by, request_id, reached_on, asked_of, documents,
                                         request_shows))

struct MoveBody {
    std::string kind;
    std::optional<std::string> words;
    StaffBody by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (kind, words, by, at))

struct ShownBody {
    std::optional<std::string> name, born_on, birth_place, mother, father;
};
BOOST_DESCRIBE_STRUCT(ShownBody, (), (name, born_on, birth_place, mother, father))

struct RequestBody {
    RequestId id;
    std::string step, document, asked_of, state;
    ShownBody shown;
    Instant asked_at;
    int days, version;
    std::vector<MoveBody> moves;
};
BOOST_DESCRIBE_STRUCT(RequestBody, (), (id, step, document, asked_of, state, shown, asked_at, days, version, moves))

struct PaperBody {
    DocumentId id;
    std::string kind;
    std::optional<std::string> number;
    DocumentState state;
    std::optional<Date> restored_on;
};
BOOST_DESCRIBE_STRUCT(PaperBody, (), (id, kind, number, state, restored_on))

struct NationalityBody {
    NationalityId id;
    std::string status, basis;
    std::optional<std::string> citizenships, authority;
    Date since;
    StaffBody recorded_by;
    Instant recorded_at;
    std::optional<Date> legal_aid_on;
};
BOOST_DESCRIBE_STRUCT(NationalityBody, (), (id, status, basis, citizenships, authority, since, recorded_by, recorded_at, legal_aid_on))

struct KinshipBody {
    KinshipId id;
    std::string relation;
    std::optional<std::string> relative;
    std::string method, authority, conclusion;
    Date on;
    StaffBody recorded_by;
};
BOOST_DESCRIBE_STRUCT(KinshipBody, (), (id, relation, relative, method, authority, conclusion, on, recorded_by))

/// `birth_place`: as the record has it, to begin a request with.
struct ChainBody {
    PersonId person_id;
    std::optional<std::string> first_step;
    std::vector<StandingBody> steps;
    std::vector<PaperBody> papers;
    std::vector<RequestBody> requests;
    std::optional<NationalityBody> nationality;
    std::vector<NationalityBody> earlier_nationality;
    std::vector<KinshipBody> kinship;
    std::optional<std::string> birth_place;
    bool may_write;
};
BOOST_DESCRIBE_STRUCT(ChainBody, (), (person_id, first_step, steps, papers, requests, nationality, earlier_nationality, kinship, birth_place, may_write))

/// What a clerk sees: of the request all, of the person what it shows; no id of a person.
struct QueuedBody {
    RequestId id;
    std::string document, state;
    ShownBody shown;
    Instant asked_at;
    int days, version;
    std::optional<StaffBody> asked_by;
    std::vector<MoveBody> moves;
};
BOOST_DESCRIBE_STRUCT(QueuedBody, (), (id, document, state, shown, asked_at, days, version, asked_by, moves))
struct QueueBody {
    std::vector<QueuedBody> items;
    int waiting, oldest_days;
    std::optional<RequestId> next;
};
BOOST_DESCRIBE_STRUCT(QueueBody, (), (items, waiting, oldest_days, next))

Result<ChainBody> chain_body(access::Work& work, const Chain& chain, PersonId person);
QueuedBody queued_body(access::Work& work, const DocumentRequest& request);
QueueBody queue_body(access::Work& work, const QueuePage& page);

}  // namespace homeward::people::documents
