#include <algorithm>

#include "history/history.h"
#include "people/documents/request_store.h"
#include "people/person_rules.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Permission;

bool holds(const std::optional<std::vector<std::string>>& codes, const std::string& code) {
    return codes && std::ranges::find(*codes, code) != codes->end();
}

Done short_enough(const std::string& text, std::size_t most, const char* field) {
    if (length_of(text) > most) return invalid("request.text_long", field, {{"most", std::to_string(most)}});
    return {};
}

Result<const Step*> step_asked(const Chain& chain, const NewRequest& asked) {
    const Step* step = chain.find(asked.step);
    if (!step || !step->asked_of) return invalid("request.unknown_step", "step");
    if (!holds(step->documents, asked.document)) return invalid("request.unknown_document", "document");
    if (!holds(step->asked_of, asked.asked_of)) return invalid("request.not_asked_there", "asked_of");
    TRY(short_enough(asked.birth_place, kLongestName, "birth_place"));
    TRY(short_enough(asked.mother, kLongestName, "mother"));
    TRY(short_enough(asked.father, kLongestName, "father"));
    TRY(short_enough(asked.words, kLongestWords, "words"));
    return step;
}

/// No more than the step needs.
Shown shown_for(const Step& step, const Person& person, const NewRequest& asked) {
    const auto if_needed = [&](const char* what, const std::string& text) { return holds(step.request_shows, what) ? tidy(text) : std::string(); };
    return {if_needed("name", display_name(person.names.front())), if_needed("born_on", person.born_on ? person.born_on->str() : ""),
            if_needed("birth_place", asked.birth_place), if_needed("mother", asked.mother), if_needed("father", asked.father)};
}

}  // namespace

Result<RequestId> ask_for_document(access::Work& work, const Chain& chain, PersonId person_id, const NewRequest& asked) {
    TRY(require_person(work.db, work.actor, Permission::request_documents, person_id));
    const Step* step = TRY(step_asked(chain, asked));
    const Person person = TRY(get_person(work, person_id));
    if (asked.asked_of == "registry" && person.region.empty()) return conflict("request.no_region");
    if (work.db.query("SELECT 1 FROM document_requests WHERE person_id = $1 AND document = $2 AND asked_of = $3 AND ended_at IS NULL", person_id,
                      asked.document, asked.asked_of).next()) {
        return conflict("request.open_exists");
    }
    const auto key = TRY(work.vault().key_of(work.db, person_id.uuid));
    DocumentRequest request;
    request.id = RequestId::make(work.now);
    request.person_id = person_id;
    request.document = asked.document;
    work.db.run("INSERT INTO document_requests (id, person_id, step, document, asked_of, region, state, shown_sealed, asked_by, asked_at, moved_at, version)"
                " VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9, $9, 1)",
                request.id, person_id, asked.step, asked.document, asked.asked_of, person.region, seal_shown(key, request.id, shown_for(*step, person, asked)),
                work.actor.id, work.now);
    TRY(add_move(work, request, "asked", "asked", tidy(asked.words)));
    TRY(history::note(work, person_id.uuid, {"document_request", request.id.str()}, {},
                      {{"document", asked.document}, {"asked_of", asked.asked_of}, {"state", "asked"}}));
    return request.id;
}

Result<DocumentRequest> require_request(access::Work& work, RequestId id, Permission permission) {
    const auto person = work.db.query("SELECT person_id FROM document_requests WHERE id = $1", id).value<PersonId>();
    if (opens_no_records(work.actor)) return not_found("request.not_found");
    TRY(access::require(work.actor, permission));
    if (!person) return not_found("request.not_found");
    TRY(require_person(work.db, work.actor, permission, *person));
    return load_request(work, id);
}

Done bring_more(access::Work& work, RequestId id, int version, const std::string& words) {
    const DocumentRequest request = TRY(require_request(work, id, Permission::request_documents));
    if (request.state != "more_needed") return conflict("request.nothing_asked");
    if (request.version != version) return conflict("edit.changed_meanwhile");
    if (trim(words).empty()) return invalid("request.words_missing", "words");
    TRY(short_enough(words, kLongestWords, "words"));
    return add_move(work, request, "answered", "asked", tidy(words));
}

Done withdraw_request(access::Work& work, RequestId id, int version, const std::string& words) {
    const DocumentRequest request = TRY(require_request(work, id, Permission::request_documents));
    if (request.ended_at) return conflict("request.ended");
    if (request.version != version) return conflict("edit.changed_meanwhile");
    TRY(short_enough(words, kLongestWords, "words"));
    return add_move(work, request, "withdrawn", "withdrawn", tidy(words));
}

}  // namespace homeward::people::documents
