#pragma once
// A lawful order: what a court or an authority may be told of one person, by two persons, as little as it asks for, once.
// Notes, assessments, scores and other members of the family are not of the closed list, and no action here reads them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/tasks.h"
#include "printing/document.h"

namespace homeward::casework {

struct LawfulOrderTag;
using LawfulOrderId = Id<LawfulOrderTag>;

enum class IssuerKind { court, prosecutor, authority };
/// recorded: what leaves is to be proposed; proposed: the data protection officer decides; disclosed, refused: decided.
enum class LawfulOrderState { recorded, proposed, disclosed, refused };

/// The closed list of what an extract may hold, by code. A further one is a decision, not a setting: docs/decisions/lawful-orders.md
const std::vector<std::string_view>& extract_fields();

/// An order as it came on paper.
///
/// person_code  `UZ-2021-00042`: whom it names
/// issuer       which court or authority
/// number       its reference
/// law          article and law that it rests on
/// asked        what it asks for, in its words
/// dated_on     of its paper
/// answer_by    the last day to answer
struct NewLawfulOrder {
    std::string request_id, person_code;
    IssuerKind issuer_kind = IssuerKind::court;
    std::string issuer, number, law, asked;
    Date dated_on, answer_by;
};

struct LawfulOrder : NewLawfulOrder {
    LawfulOrderId id;
    std::string reference;  ///< `LO-2026-00007`: ours, names nobody
    people::PersonId person_id;
    access::AccountId recorded_by;
    Instant recorded_at;
    LawfulOrderState state = LawfulOrderState::recorded;
    std::vector<std::string> fields;
    std::string why;       ///< why these fields and no others
    std::optional<access::AccountId> proposed_by, decided_by, told_by;
    std::optional<Instant> decided_at;
    std::string decision;  ///< the officer's words
    std::int64_t size = 0;  ///< bytes of the extract
    std::optional<Date> tell_on, told_on;
    std::string not_yet;   ///< the law by which the person is not told before `tell_on`; empty when nothing stands against it
    int version = 1;
};

/// Writes down an order. Sent twice with one `request_id` (a UUID), there is one.
///
/// errors    forbidden without propose_disclosure; invalid `lawful_order.person_unknown`, `lawful_order.issuer_missing`,
///           `lawful_order.number_missing`, `lawful_order.law_missing`, `lawful_order.asked_missing`, `lawful_order.dates`,
///           `lawful_order.request`, `case.text_long`
/// source    ICRC Handbook on Data Protection in Humanitarian Action (2020): a legal basis named, necessity, proportion, a record
Result<LawfulOrderId> record_order(access::Work& work, const NewLawfulOrder& order);

/// One line of what would leave, as it would stand on paper.
struct ExtractLine {
    std::string field, label, value;
};
/// What these fields say of the person now. The log has a line.
/// language  `en` or `ru`
/// errors    not_found, also for everybody but the two roles; conflict `lawful_order.decided_already`, `person.merged`; invalid
///           `lawful_order.field` (param `field`)
Result<std::vector<ExtractLine>> preview_extract(access::Work& work, LawfulOrderId id, const std::vector<std::string>& fields, const std::string& language);

/// Proposes what leaves. Without fields: that nothing does.
/// errors    forbidden without propose_disclosure; conflict `lawful_order.decided_already`, `edit.changed_meanwhile`;
///           invalid `lawful_order.field`, `lawful_order.why_missing`
Result<LawfulOrder> propose_extract(access::Work& work, LawfulOrderId id, int version, const std::vector<std::string>& fields, const std::string& why);

/// When the person is to be told. Without a law against it: from today.
struct Telling {
    std::optional<Date> not_before;
    std::string law;
};
/// The page that leaves, as it was proposed. For whoever decides.
/// errors    those of disclose
Result<printing::Document> compose_extract(access::Work& work, LawfulOrderId id, int version, const Telling& telling, const std::string& language);
/// Lets the extract leave, and keeps it as it left. Once.
/// errors    forbidden without approve_disclosure; conflict `lawful_order.own_work`, whatever rights the account has,
///           `lawful_order.not_proposed`, `lawful_order.decided_already`, `lawful_order.nothing_proposed`, `edit.changed_meanwhile`;
///           invalid `lawful_order.telling_law` when a day is given without a law or a law without a later day
Result<LawfulOrder> disclose(access::Work& work, LawfulOrderId id, int version, const Telling& telling, const std::string& words, const std::string& pdf);
/// Refuses the order, proposed or not.
/// errors    those; invalid `lawful_order.reason_missing`
Result<LawfulOrder> refuse_order(access::Work& work, LawfulOrderId id, int version, const std::string& reason);

/// Notes that the person was told.
/// errors    forbidden without approve_disclosure; conflict `lawful_order.not_disclosed`, `lawful_order.told_already`, `edit.changed_meanwhile`;
///           invalid `lawful_order.told_on` for a day to come, or one before the law allows it
Result<LawfulOrder> note_told(access::Work& work, LawfulOrderId id, int version, Date told_on);
/// Puts the telling off, by a law that says so.
/// errors    those; invalid `lawful_order.telling_law`
Result<LawfulOrder> put_off_telling(access::Work& work, LawfulOrderId id, int version, const Telling& telling);

/// errors    not_found, also for everybody but the two roles
Result<LawfulOrder> get_lawful_order(access::Work& work, LawfulOrderId id);

enum class LawfulOrderList { waiting, to_tell, all };
struct LawfulOrderPage {
    std::vector<LawfulOrder> items;  ///< waiting: earliest answer first; to_tell: earliest day first; all: newest first
    std::optional<int> next;
};
/// errors    forbidden for everybody but the two roles
Result<LawfulOrderPage> list_lawful_orders(access::Work& work, LawfulOrderList list, int from, int most);

/// What left of a person by order of law, of which they were told; the newest first. Before they are told there is nothing here, and
/// whoever carries the case keeps no secret. The log has a line.
/// errors    those of require_case with read_case
Result<std::vector<LawfulOrder>> told_orders(access::Work& work, CaseId id);

/// The extract as it left, to be printed again; the log has a line.
struct OpenedExtract {
    LawfulOrder order;
    vault::PersonKey key;
};
/// errors    not_found, also when none was made
Result<OpenedExtract> open_extract(access::Work& work, LawfulOrderId id);

/// To propose, for the coordinator; to decide and to tell, for the officer.
std::vector<Task> tasks_of_lawful_orders(access::Work& work);

}  // namespace homeward::casework
