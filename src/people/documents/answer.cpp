#include <algorithm>

#include "history/history.h"
#include "people/documents/request_store.h"
#include "people/person_rules.h"
#include "people/person_store.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Permission;

Done check(const access::Work& work, const DocumentRequest& request, const Answer& answer) {
    if (request.ended_at) return conflict("request.ended");
    if (request.version != answer.version) return conflict("edit.changed_meanwhile");
    if (length_of(answer.words) > kLongestWords) return invalid("request.text_long", "words", {{"most", std::to_string(kLongestWords)}});
    if (answer.to == "taken") return request.state == "asked" ? Done() : conflict("request.taken_already");
    if (answer.to == "more_needed" || answer.to == "refused") {
        return trim(answer.words).empty() ? invalid("request.words_missing", "words") : Done();
    }
    if (answer.to != "issued") return invalid("request.no_such_answer", "to");
    if (!answer.issued_on) return invalid("request.issued_on_missing", "issued_on");
    if (*answer.issued_on > work.latest_today()) return invalid("request.issued_in_future", "issued_on");
    return {};
}

/// The issued document stands in the record: where it was missing or asked for, in that row.
Done put_into_record(access::Work& work, Register& reg, const DocumentRequest& request, const Answer& answer) {
    const auto& kinds = document_kinds();
    if (std::ranges::find(kinds, std::string_view(request.document)) == kinds.end()) return {};
    const auto key = TRY(work.vault().key_of(work.db, request.person_id.uuid));
    const NewDocument document{request.document, tidy(answer.number), DocumentState::restored, std::min(*answer.issued_on, work.today())};
    TRY(check_document(document, work.today()));
    const Person before = TRY(get_person(work, request.person_id));
    const auto there = std::ranges::find_if(before.papers, [&](const Document& paper) {
        return paper.kind == document.kind && (paper.state == DocumentState::missing || paper.state == DocumentState::requested);
    });
    DocumentId id;
    if (there != before.papers.end()) {
        id = there->id;
        TRY(update_document(work, key, request.person_id, id, document, there->version));
    } else {
        id = insert_document(work, key, request.person_id, document);
    }
    touch_person(work, request.person_id);
    TRY(history::note(work, request.person_id.uuid, {"document", id.str()},
                      {{"state", there == before.papers.end() ? "" : std::string(to_string(there->state))}},
                      {{"kind", document.kind}, {"state", "restored"}, {"number", document.number}}));
    const Person after = TRY(get_person(work, request.person_id));
    work.after_commit([&reg, entry = entry_of(after)]() mutable { reg.put(std::move(entry)); });
    return {};
}

Done answered(access::Work& work, Register& reg, const DocumentRequest& request, const Answer& answer) {
    TRY(check(work, request, answer));
    TRY(add_move(work, request, answer.to, answer.to, tidy(answer.words)));
    return answer.to == "issued" ? put_into_record(work, reg, request, answer) : Done();
}

/// A request that lies with the registry of the clerk's region; of any other nobody says whether it exists.
Result<DocumentRequest> in_own_queue(access::Work& work, RequestId id) {
    TRY(access::require(work.actor, Permission::answer_documents));
    auto request = load_request(work, id);
    if (!request) return not_found("request.not_found");
    const bool here = request->asked_of == "registry" && may(work.actor, Permission::answer_documents, {request->region, std::nullopt});
    if (!here) return not_found("request.not_found");
    return request;
}

}  // namespace

Done answer_request(access::Work& work, Register& reg, RequestId id, const Answer& answer) {
    return answered(work, reg, TRY(in_own_queue(work, id)), answer);
}

Done note_answer(access::Work& work, Register& reg, RequestId id, const Answer& answer) {
    const DocumentRequest request = TRY(require_request(work, id, Permission::request_documents));
    if (request.asked_of == "registry") return conflict("request.answered_by_registry");
    return answered(work, reg, request, answer);
}

Result<DocumentRequest> read_in_queue(access::Work& work, RequestId id) {
    DocumentRequest request = TRY(in_own_queue(work, id));
    work.record({"document_request.read", "document_request", id.str(), request.person_id.str()});
    return request;
}

Result<QueuePage> queue_of(access::Work& work, const std::string& state, std::optional<RequestId> after, int limit) {
    const bool everywhere = TRY(access::require(work.actor, Permission::answer_documents)) == access::Reach::all;
    // The condition on the region is left out rather than made to hold always: an index goes by it.
    const std::string here = std::string("asked_of = 'registry' AND ") + (everywhere ? "$1 = $1" : "region = $1");
    std::string states;
    if (state == "open") states = "state IN ('asked', 'taken')";
    else if (state == "more_needed") states = "state = 'more_needed'";
    else if (state == "ended") states = "state IN ('issued', 'refused')";
    else return invalid("request.no_such_state", "state");
    const bool newest_first = state == "ended";
    const std::string order = newest_first ? "DESC" : "ASC";
    const std::string beyond = newest_first ? "($2 = '' OR id < $2)" : "id > $2";

    QueuePage page;
    for (const auto row : work.db.query(std::string(kRequestColumns) + "WHERE r.id IN (SELECT id FROM document_requests WHERE " + here + " AND " + states + " AND " +
                                        beyond + " ORDER BY id " + order + " LIMIT $3) ORDER BY r.id " + order,
                                        work.actor.region, after ? after->str() : "", limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        // Of an erased person nothing is left to show.
        if (const auto key = work.vault().key_of(work.db, row.get<PersonId>(1).uuid)) page.items.push_back(from_row(work, *key, row));
    }
    auto counts = work.db.query("SELECT count(*), min(asked_at) FROM document_requests WHERE " + here + " AND state IN ('asked', 'taken')", work.actor.region);
    counts.next();
    page.waiting = counts.row().get<int>(0);
    if (page.waiting > 0) page.oldest_days = static_cast<int>(work.today().days() - Date::of(counts.row().get<Instant>(1)).days());
    return page;
}

}  // namespace homeward::people::documents
