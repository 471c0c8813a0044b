// Decisions, minutes, sessions and actions that wait.
#include "council/audience.h"
#include "council/desk/desk_rows.h"

namespace homeward::council {

using access::Work;

DeskItems decisions_waiting(Work& work) {
    DeskItems items;
    const bool office = is_office(work.actor);
    if (!office && side_of(work.actor).empty()) return items;
    const auto words = json_words(work.actor);
    add_rows(items, work.db.query("SELECT d.id, d.title, '', d.ends_on FROM decisions d WHERE d.state = 'silence' AND d.ends_on >= $1 AND " +
                                  visible_sql("decision", "d.id", "$2") + " ORDER BY d.ends_on, d.id LIMIT $3", work.today(), words, kDeskItems),
             "decision_silence", "/decisions/");
    if (!office) return items;
    add_rows(items, work.db.query("SELECT d.id, d.title, '', NULL FROM decisions d WHERE d.state = 'objected' AND " + visible_sql("decision", "d.id", "$1") +
                                  " ORDER BY d.sorted_on DESC, d.id LIMIT $2", words, kDeskItems), "decision_objected", "/decisions/");
    return items;
}

DeskItems minutes_waiting(Work& work) {
    DeskItems items;
    const auto words = json_words(work.actor);
    if (const auto side = side_of(work.actor); !side.empty()) {
        add_rows(items, work.db.query("SELECT m.session_id, s.title, '', m.comments_until FROM minutes_readers r JOIN session_minutes m ON m.session_id = r.session_id"
                                      " JOIN council_sessions s ON s.id = m.session_id WHERE r.body = $1 AND r.no_comment_at IS NULL AND m.state = 'comments'"
                                      " AND m.comments_until >= $2 AND NOT EXISTS (SELECT 1 FROM minutes_comments c WHERE c.session_id = m.session_id AND c.body = $1)"
                                      " AND " + visible_sql("minutes", "m.session_id", "$3") + " ORDER BY m.comments_until LIMIT $4",
                                      side, work.today(), words, kDeskItems), "minutes_to_comment", "/meetings/", "/minutes");
    }
    if (is_office(work.actor)) {
        add_rows(items, work.db.query("SELECT m.session_id, s.title, '', NULL FROM session_minutes m JOIN council_sessions s ON s.id = m.session_id"
                                      " WHERE m.state = 'comments' AND m.comments_until < $1 AND " + visible_sql("minutes", "m.session_id", "$2") +
                                      " ORDER BY m.comments_until LIMIT $3", work.today(), words, kDeskItems), "minutes_to_approve", "/meetings/", "/minutes");
    }
    return items;
}

DeskItems registrations_waiting(Work& work, std::string_view language) {
    DeskItems items;
    const auto side = side_of(work.actor);
    if (side.empty()) return items;
    add_rows(items, work.db.query("SELECT s.id, CASE WHEN $1 = 'ru' AND s.title_ru <> '' THEN s.title_ru ELSE s.title END, '', s.register_until"
                                  " FROM council_sessions s WHERE s.state = 'planned' AND s.register_until >= $2"
                                  " AND EXISTS (SELECT 1 FROM session_invitations i WHERE i.session_id = s.id AND i.body = $3 AND i.answer <> 'declined')"
                                  " AND NOT EXISTS (SELECT 1 FROM delegates d WHERE d.session_id = s.id AND d.body = $3 AND d.withdrawn_at IS NULL)"
                                  " AND " + visible_sql("session", "s.id", "$4") + " ORDER BY s.register_until, s.id LIMIT $5",
                                  language, work.today(), side, json_words(work.actor), kDeskItems), "registration", "/meetings/", "/registration");
    return items;
}

DeskItems actions_waiting(Work& work) {
    DeskItems items;
    const auto words = json_words(work.actor);
    if (is_office(work.actor)) {
        add_rows(items, work.db.query("SELECT a.id, a.title, a.owner, a.due_on FROM action_items a WHERE a.closed = 0 AND a.due_on < $1 AND " +
                                      visible_sql("action", "a.id", "$2") + " ORDER BY a.due_on, a.id LIMIT $3", work.today(), words, kDeskItems),
                 "action_overdue", "/actions/");
    }
    if (const auto side = side_of(work.actor); !side.empty()) {
        add_rows(items, work.db.query("SELECT a.id, a.title, a.owner, a.due_on FROM action_items a WHERE a.owner = $1 AND a.closed = 0 AND " +
                                      visible_sql("action", "a.id", "$2") + " ORDER BY a.due_on, a.id LIMIT $3", side, words, kDeskItems),
                 "action_mine", "/actions/");
    }
    return items;
}

}  // namespace homeward::council
