// Practices, trainings and invitations to experts that wait.
#include "council/audience.h"
#include "council/desk/desk_rows.h"
#include "council/practices/practice_list.h"
#include "council/trainings/application.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

/// A practice's title in a language, else in English, Russian, any. The language is $1.
constexpr const char* kTitle = "(SELECT x.title FROM practice_texts x WHERE x.practice_id = p.id"
                               " ORDER BY x.language <> $1, x.language <> 'en', x.language <> 'ru' LIMIT 1)";

/// Practices that meet a condition, which may speak of who.actor, who.side and who.today, as rows of the desk.
store::Query practices_where(Work& work, std::string_view language, const std::string& condition, const char* due = "NULL") {
    store::Query query(work.db, std::string("WITH who (actor, side, today) AS (VALUES ($3, $4, $5)) SELECT p.id, ") + kTitle + ", p.state, " + due +
                                    " FROM practices p, who WHERE " + condition + " AND " + visible_sql("practice", "p.id", "$2") +
                                    " ORDER BY p.listed_at, p.id LIMIT $6");
    query.bind_all(language, json_words(work.actor), work.actor.id, side_of(work.actor), work.today(), kDeskItems);
    return query;
}

void calls_for(DeskItems& items, Work& work, const exchange::Membership& members, std::string_view language) {
    for (const auto& call : list_calls(work, members)) {
        if (!call.may_take) continue;
        if (static_cast<int>(items.size()) == kDeskItems) return;
        items.push_back({"practice_call", title_of(get_practice(work.db, call.practice.id).value(), language), "/practices", call.practice.state, {}});
    }
}

}  // namespace

DeskItems practices_waiting(Work& work, const exchange::Membership& members, std::string_view language) {
    DeskItems items;
    if (!side_of(work.actor).empty()) {
        add_rows(items, practices_where(work, language, "p.stage = 'clearance' AND p.state = who.side AND p.author <> who.actor AND p.submitted_by <> who.actor"),
                 "practice_to_clear", "/practices/");
    }
    if (may(work.actor, Permission::review_practice)) {
        add_rows(items, practices_where(work, language, "p.stage = 'review' AND EXISTS (SELECT 1 FROM practice_reviews r WHERE r.practice_id = p.id"
                                                        " AND r.round = p.round AND r.reviewer = who.actor AND r.submitted_at IS NULL AND r.excused_at IS NULL)"),
                 "practice_to_review", "/practices/");
    }
    if (may(work.actor, Permission::write_practice)) {
        add_rows(items, practices_where(work, language, "p.stage = 'draft' AND (p.author = who.actor OR p.state = who.side) AND (SELECT s.step FROM practice_steps s"
                                                        " WHERE s.practice_id = p.id ORDER BY s.number DESC LIMIT 1) = 'returned'"),
                 "practice_returned", "/practices/");
    }
    if (is_office(work.actor)) {
        add_rows(items, practices_where(work, language, "p.stage = 'reviewed'"), "practice_reviewed", "/practices/");
        add_rows(items, practices_where(work, language, "p.stage = 'published' AND p.review_due_on < who.today", "p.review_due_on"), "practice_review_due", "/practices/");
    }
    DeskItems calls;
    if (may(work.actor, Permission::review_practice)) calls_for(calls, work, members, language);
    for (auto& call : calls) items.push_back(std::move(call));
    return items;
}

DeskItems trainings_waiting(Work& work, std::string_view language) {
    DeskItems items;
    const auto words = json_words(work.actor);
    const std::string select = "SELECT t.id, CASE WHEN $1 = 'ru' THEN c.title_ru ELSE c.title_en END, t.host, t.apply_until"
                               " FROM trainings t JOIN courses c ON c.id = t.course_id WHERE " + visible_sql("training", "t.id", "$2");
    if (is_office(work.actor)) {
        add_rows(items, work.db.query(select + " AND t.cancelled_because IS NULL AND t.starts_on >= $3 AND EXISTS (SELECT 1 FROM training_applications a"
                                               " WHERE a.training_id = t.id AND a.state = 'applied') ORDER BY t.apply_until, t.id LIMIT $4",
                                      language, words, work.today(), kDeskItems), "application_to_decide", "/trainings/");
    }
    if (const auto side = side_of(work.actor); !side.empty()) {
        auto rows = work.db.query(select + " AND t.ends_on <= $3 AND EXISTS (SELECT 1 FROM training_applications a WHERE a.training_id = t.id AND a.member = $4"
                                           " AND a.state = 'accepted' AND " + std::string(kTookPartSql) +
                                           " AND NOT EXISTS (SELECT 1 FROM training_follow_ups f WHERE f.application_id = a.id))"
                                           " ORDER BY t.ends_on, t.id LIMIT $5",
                                  language, words, work.today().plus_months(-kFollowUpMonths), side, kDeskItems);
        for (const auto row : rows) {
            items.push_back({"training_follow_up", row.get<std::string>(1), "/trainings/" + row.get<std::string>(0), row.get<std::string>(2), {}});
        }
    }
    return items;
}

DeskItems invitations_waiting(Work& work) {
    DeskItems items;
    // The account is the condition: nobody sees another's.
    for (const auto row : work.db.query("SELECT i.to_title, i.respond_by FROM expert_invitations i JOIN experts e ON e.id = i.expert_id"
                                        " WHERE e.account_id = $1 AND i.answer IS NULL AND i.respond_by >= $2 ORDER BY i.respond_by, i.id LIMIT $3",
                                        work.actor.id, work.today(), kDeskItems)) {
        items.push_back({"expert_invitation", row.get<std::string>(0), "/experts/me", "", row.get<Date>(1)});
    }
    return items;
}

}  // namespace homeward::council
