#pragma once
// Documents asked for: of the civil registry, whose clerk answers in the queue, or of others, whose answer the worker
// writes down.

#include <optional>
#include <string>
#include <vector>

#include "people/documents/chain.h"
#include "people/register.h"

namespace homeward::people::documents {

/// What a request shows of the person: what its step needs, and nothing else. Empty where it is not needed.
struct Shown {
    std::string name, born_on, birth_place, mother, father;
};

struct Move {
    std::string kind;  ///< asked, taken, more_needed, answered, issued, refused, withdrawn
    std::string words;
    access::AccountId by;
    Instant at;
};

/// days   it has been waiting, or waited until it ended
struct DocumentRequest {
    RequestId id;
    PersonId person_id;
    std::string step, document, asked_of, region, state;
    Shown shown;
    Instant asked_at;
    std::optional<Instant> ended_at;
    int days = 0;
    int version = 1;
    std::vector<Move> moves;  ///< oldest first; in lists, empty
};

/// What is asked for.
///
/// birth_place, mother, father   as the record or the family has them; left out where the step does not need them
/// words                         for whoever answers; they read it
struct NewRequest {
    std::string step, document, asked_of;
    std::string birth_place, mother, father, words;
};

/// Asks for a document. Name and birth date are taken from the record.
///
/// errors    forbidden; invalid `request.unknown_step`, `request.unknown_document`, `request.not_asked_there`,
///           `request.text_long`; conflict `request.open_exists`, `request.no_region`
Result<RequestId> ask_for_document(access::Work& work, const Chain& chain, PersonId person, const NewRequest& asked);

/// What was answered.
///
/// to         taken, more_needed (with words), issued (with the day, and the number when there is one), refused (with words)
struct Answer {
    int version = 0;
    std::string to, words, number;
    std::optional<Date> issued_on;
};

/// A clerk's answer to a request of the own region's registry. An issued document stands in the record as restored.
/// errors    not_found for whatever is not in this clerk's queue; conflict `edit.changed_meanwhile`,
///           `request.ended`; invalid `request.words_missing`, `request.issued_on_missing`, `request.issued_in_future`,
///           `request.text_long`, `request.no_such_answer`
Done answer_request(access::Work& work, Register& reg, RequestId id, const Answer& answer);
/// The same, written down by the worker for a body that has no queue here.
/// errors    forbidden; conflict `request.answered_by_registry`; those above
Done note_answer(access::Work& work, Register& reg, RequestId id, const Answer& answer);

/// The worker brings what was missing; the request waits for its body again.
/// errors    conflict `request.nothing_asked`, `edit.changed_meanwhile`; invalid `request.words_missing`
Done bring_more(access::Work& work, RequestId id, int version, const std::string& words);
/// errors    conflict `request.ended`, `edit.changed_meanwhile`
Done withdraw_request(access::Work& work, RequestId id, int version, const std::string& words);

/// A clerk's queue, the longest waiting first, or what has ended, the newest first.
///
/// state     open, more_needed, ended
/// after     the last request of the page before
struct QueuePage {
    std::vector<DocumentRequest> items;
    std::optional<RequestId> next;
    int waiting = 0;   ///< asked or taken, in all
    int oldest_days = 0;  ///< of those
};
Result<QueuePage> queue_of(access::Work& work, const std::string& state, std::optional<RequestId> after, int limit);
/// One request of the clerk's queue, with its story; leaves a line in the log.
/// errors    not_found
Result<DocumentRequest> read_in_queue(access::Work& work, RequestId id);

/// One person's requests, the newest first, with their stories. Asks no permission.
Result<std::vector<DocumentRequest>> requests_of(access::Work& work, PersonId person);
/// One request for who works with the person.
/// errors    not_found, forbidden
Result<DocumentRequest> require_request(access::Work& work, RequestId id, access::Permission permission);

}  // namespace homeward::people::documents
