#include "people/documents/bodies.h"

#include "access/accounts.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Work;

StaffBody staff(Work& work, access::AccountId id) {
    const auto account = access::get_account(work.db, id);
    return {id.str(), account ? account->name : std::string()};
}

std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

ShownBody shown_body(const Shown& shown) {
    return {if_any(shown.name), if_any(shown.born_on), if_any(shown.birth_place), if_any(shown.mother), if_any(shown.father)};
}

std::vector<MoveBody> move_bodies(Work& work, const DocumentRequest& request) {
    std::vector<MoveBody> bodies;
    for (const auto& move : request.moves) bodies.push_back({move.kind, if_any(move.words), staff(work, move.by), move.at});
    return bodies;
}

StandingBody standing_body(const Chain& chain, const Standing& standing) {
    const Step& step = *chain.find(standing.step);
    const std::vector<std::string> none;
    return {standing.step, standing.state, standing.next, step.shown_by, if_any(standing.turn), standing.waits_for, standing.opens, standing.held,
            standing.helped_by, standing.request ? std::optional(standing.request->id) : std::nullopt, standing.reached_on, step.asked_of.value_or(none),
            step.documents.value_or(none), step.request_shows.value_or(none)};
}

NationalityBody nationality_body(Work& work, const NationalityRecord& record) {
    return {record.id, record.status, record.basis, if_any(record.citizenships), if_any(record.authority), record.since, staff(work, record.recorded_by),
            record.recorded_at, record.legal_aid_on};
}

}  // namespace

Result<ChainBody> chain_body(Work& work, const Chain& chain, PersonId person) {
    const auto known = TRY(read_chain(work, chain, person));
    ChainBody body;
    body.person_id = person;
    if (const auto* first = first_thing(known.steps)) body.first_step = first->step;
    for (const auto& standing : known.steps) body.steps.push_back(standing_body(chain, standing));
    for (const auto& paper : known.person.papers) body.papers.push_back({paper.id, paper.kind, if_any(paper.number), paper.state, paper.restored_on});
    for (const auto& request : known.requests) {
        body.requests.push_back({request.id, request.step, request.document, request.asked_of, request.state, shown_body(request.shown), request.asked_at,
                                 request.days, request.version, move_bodies(work, request)});
    }
    for (const auto& record : known.nationality) {
        if (!body.nationality) body.nationality = nationality_body(work, record);
        else body.earlier_nationality.push_back(nationality_body(work, record));
    }
    for (const auto& record : known.kinship) {
        body.kinship.push_back({record.id, record.relation, if_any(record.relative), record.method, record.authority, record.conclusion, record.on,
                                staff(work, record.recorded_by)});
    }
    body.birth_place = if_any(known.person.details.birth_place);
    body.may_write = access::may(work.actor, access::Permission::request_documents, TRY(relation_of(work.db, person)));
    return body;
}

QueuedBody queued_body(Work& work, const DocumentRequest& request) {
    QueuedBody body{request.id, request.document, request.state, shown_body(request.shown), request.asked_at, request.days, request.version, {},
                    move_bodies(work, request)};
    if (!request.moves.empty()) body.asked_by = staff(work, request.moves.front().by);
    return body;
}

QueueBody queue_body(Work& work, const QueuePage& page) {
    QueueBody body{{}, page.waiting, page.oldest_days, page.next};
    for (const auto& request : page.items) body.items.push_back(queued_body(work, request));
    return body;
}

}  // namespace homeward::people::documents
