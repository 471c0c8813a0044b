#include "council/desk/desk.h"

#include "council/audience.h"

namespace homeward::council {

DeskItems desk_of(access::Work& work, const exchange::Membership& members, std::string_view language) {
    DeskItems all;
    const auto add = [&](DeskItems items) {
        for (auto& item : items) all.push_back(std::move(item));
    };
    add(decisions_waiting(work));
    add(actions_waiting(work));
    add(practices_waiting(work, members, language));
    add(minutes_waiting(work));
    add(registrations_waiting(work, language));
    add(trainings_waiting(work, language));
    add(invitations_waiting(work));
    return all;
}

std::optional<NextSession> next_session(access::Work& work, std::string_view language) {
    auto query = work.db.query("SELECT s.id, CASE WHEN $1 = 'ru' AND s.title_ru <> '' THEN s.title_ru ELSE s.title END, s.place, s.starts_on, s.ends_on"
                               " FROM council_sessions s WHERE s.ends_on >= $2 AND s.state = 'planned' AND " + visible_sql("session", "s.id", "$3") +
                               " ORDER BY s.starts_on, s.id LIMIT 1", language, work.today(), json_words(work.actor));
    if (!query.next()) return std::nullopt;
    const auto row = query.row();
    return NextSession{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Date>(3), row.get<Date>(4)};
}

}  // namespace homeward::council
