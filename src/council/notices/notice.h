#pragma once
// Early-warning notices between focal points: about service needs and protection risks of groups, never of persons.
// Who may read one follows from its marking alone, on every road out: see council/audience.h.

#include <optional>
#include <string>
#include <vector>

#include "access/accounts.h"
#include "council/audience.h"

namespace homeward::council {

struct NoticeTag;
using NoticeId = Id<NoticeTag>;

/// topic       code of council/topics.h
/// urgency     routine, raised, red
/// addressees  States and bodies by code, `council` for the secretariat; one to sixty, each with somebody who can answer
/// hours       within which an acknowledgement is asked for; nothing for what is usual for the urgency
/// no_person   its writer says that no person can be recognised in it
struct NewNotice {
    std::string topic;
    std::string urgency;
    std::string marking;
    std::vector<std::string> addressees;
    std::string title;  ///< at most 200 characters
    std::string text;   ///< at most 4,000
    std::optional<int> hours;
    bool no_person = false;
};

/// One addressee, and what came back.
struct Addressee {
    std::string code;
    std::optional<access::AccountId> by;
    std::string by_name;
    std::optional<Instant> at;
    std::string comment;
};

/// state         sent, withdrawn, corrected
/// sender        as the addressees: uz, council
/// corrected_by  the notice that took its place
struct Notice {
    NoticeId id;
    std::string sender;
    access::AccountId written_by;
    std::string topic, urgency;
    Marking marking = Marking::red;
    std::string title, text;
    Instant sent_at, acknowledge_by;
    std::optional<NoticeId> corrects, corrected_by;
    std::optional<Instant> withdrawn_at;
    std::string withdrawn_reason;
    std::optional<Instant> alarmed_at;
    std::vector<Addressee> addressees;

    std::string state() const { return withdrawn_at ? "withdrawn" : corrected_by ? "corrected" : "sent"; }
    /// A red notice is one of urgency red, or marked TLP:RED: silence about it rings.
    bool red() const { return urgency == "red" || marking == Marking::red; }
    bool silent_addressee() const;
    /// Open, past its time, and this side has not acknowledged.
    bool overdue_for(std::string_view side, Instant now) const;
    bool waits_for(std::string_view side) const;
};

/// For whom an actor writes and acknowledges: its State or body, `council` for the secretariat; empty for nobody.
std::string speaks_for(const access::Actor& actor);
/// Hours within which an acknowledgement is usually asked for: routine 168, raised 72, red 24.
int usual_hours(std::string_view urgency);

/// Sends a notice, and a letter to each addressee that does not name it.
/// errors    forbidden without write_notice, or for a focal point without a State;
///           invalid `notice.topic`, `notice.urgency`, `notice.marking`, `notice.addressees`, `notice.own_addressee`,
///           `notice.nobody_there`, `notice.hours`, `notice.no_person`, council.text_…, council.person_data_…
Result<NoticeId> send_notice(access::Work& work, const NewNotice& notice);
/// Sends another in the place of one. Who could read the first still can, and sees that it does not hold any more.
/// errors    as above; not_found `notice.not_found`; forbidden `notice.not_yours`; conflict `notice.closed`
Result<NoticeId> correct_notice(access::Work& work, NoticeId id, const NewNotice& notice);
/// Takes a notice back: only its sender still reads the text, the others its title and the reason.
/// errors    as above
Done withdraw_notice(access::Work& work, NoticeId id, const std::string& reason);
/// Says for the actor's State or body that it was read. Once.
/// comment   at most 1,000 characters, empty for none; the sender alone reads it
/// errors    not_found; forbidden `notice.not_addressed`; conflict `notice.acknowledged`, `notice.closed`; invalid as above
Done acknowledge_notice(access::Work& work, NoticeId id, const std::string& comment);

/// As this actor may see it: of the acknowledgements only its own unless the notice is its own; no text of a withdrawn one.
/// errors    not_found `notice.not_found`
Result<Notice> see_notice(access::Work& work, NoticeId id);

/// box      in (addressed to the actor's side), out, waiting (in, not acknowledged, open), silent (out, red, past its
///          time with a silent addressee); empty for all that may be seen
struct NoticeFilter {
    std::string box, topic, urgency;
    std::optional<NoticeId> after;
    int limit = 20;
};
struct NoticePage {
    std::vector<Notice> items;
    std::optional<NoticeId> next;
};
/// What waits for the actor's side first (overdue red ones, overdue, red, then by due time), then the newest.
/// errors  invalid `notice.box`
Result<NoticePage> list_notices(access::Work& work, const NoticeFilter& filter);

/// Codes of those who can be addressed: there is somebody who can acknowledge. Sorted, without the actor's own.
std::vector<std::string> possible_addressees(access::Work& work);

/// For the clock: tells the senders of red notices, once each, that somebody has not acknowledged in time, and reminds
/// the silent.
Done ring_notice_alarms(access::Work& work);

}  // namespace homeward::council
