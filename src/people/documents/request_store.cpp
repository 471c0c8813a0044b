#include "people/documents/request_store.h"

#include "base/json.h"
#include "history/history.h"

namespace homeward::people::documents {

BOOST_DESCRIBE_STRUCT(Shown, (), (name, born_on, birth_place, mother, father))

namespace {

vault::Place shown_place(RequestId id) { return {"document_requests", "shown_sealed", id.str()}; }

struct MoveTag;
using MoveId = Id<MoveTag>;
vault::Place words_place(MoveId id) { return {"document_request_moves", "words_sealed", id.str()}; }

std::vector<Move> moves_of(access::Work& work, const vault::PersonKey& key, RequestId id) {
    std::vector<Move> moves;
    for (const auto row : work.db.query("SELECT id, kind, words_sealed, moved_by, moved_at FROM document_request_moves WHERE request_id = $1 ORDER BY id", id)) {
        moves.push_back({std::string(row.text(1)), key.open(words_place(row.get<MoveId>(0)), row.blob(2)), row.get<access::AccountId>(3), row.get<Instant>(4)});
    }
    return moves;
}

bool ends(std::string_view state) { return state == "issued" || state == "refused" || state == "withdrawn"; }

}  // namespace

Bytes seal_shown(const vault::PersonKey& key, RequestId id, const Shown& shown) { return key.seal(shown_place(id), json::write(shown)); }

DocumentRequest from_row(access::Work& work, const vault::PersonKey& key, const store::Row& row) {
    DocumentRequest request;
    request.id = row.get<RequestId>(0);
    request.person_id = row.get<PersonId>(1);
    request.step = row.text(2);
    request.document = row.text(3);
    request.asked_of = row.text(4);
    request.region = row.text(5);
    request.state = row.text(6);
    auto shown = json::read<Shown>(key.open(shown_place(request.id), row.blob(7)));
    if (!shown) throw std::runtime_error("a stored request cannot be read: " + shown.error().key);
    request.shown = std::move(*shown);
    request.asked_at = row.get<Instant>(8);
    request.ended_at = row.get<std::optional<Instant>>(9);
    request.version = row.get<int>(10);
    request.days = static_cast<int>(Date::of(request.ended_at.value_or(work.now)).days() - Date::of(request.asked_at).days());
    return request;
}

Result<DocumentRequest> load_request(access::Work& work, RequestId id) {
    auto query = work.db.query(std::string(kRequestColumns) + "WHERE r.id = $1", id);
    if (!query.next()) return not_found("request.not_found");
    const auto key = TRY(work.vault().key_of(work.db, query.row().get<PersonId>(1).uuid));
    DocumentRequest request = from_row(work, key, query.row());
    request.moves = moves_of(work, key, id);
    return request;
}

Result<std::vector<DocumentRequest>> requests_of(access::Work& work, PersonId person) {
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    std::vector<DocumentRequest> requests;
    for (const auto row : work.db.query(std::string(kRequestColumns) + "WHERE r.person_id = $1 ORDER BY r.id DESC", person)) {
        requests.push_back(from_row(work, key, row));
    }
    for (auto& request : requests) request.moves = moves_of(work, key, request.id);
    return requests;
}

Done add_move(access::Work& work, const DocumentRequest& request, std::string_view kind, std::string_view state, const std::string& words) {
    const auto key = TRY(work.vault().key_of(work.db, request.person_id.uuid));
    const auto id = MoveId::make(work.now);
    work.db.run("INSERT INTO document_request_moves (id, request_id, kind, words_sealed, moved_by, moved_at) VALUES ($1, $2, $3, $4, $5, $6)", id,
                request.id, kind, key.seal(words_place(id), words), work.actor.id, work.now);
    work.record({"document_request." + std::string(kind), "document_request", request.id.str(), request.person_id.str(), {{"document", request.document}}});
    if (kind == "asked") return {};
    work.db.run("UPDATE document_requests SET state = $2, moved_at = $3, ended_at = $4, version = version + 1 WHERE id = $1", request.id, state, work.now,
                ends(state) ? std::optional(work.now) : std::nullopt);
    return history::note(work, request.person_id.uuid, {"document_request", request.id.str()}, {{"state", request.state}}, {{"state", std::string(state)}});
}

}  // namespace homeward::people::documents
