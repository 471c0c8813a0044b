// Sessions that public sources tell of, each with its names and sources; and the example that is still to come.
#include "admin/demo_council.h"
#include "council/meetings/registration.h"
#include "council/members/body.h"

namespace homeward::apps {
namespace {

using access::Work;
using council::SessionId;

constexpr int kDaysAhead = 40, kPreparedDaysAgo = 10;

struct SourceRow {
    std::string body, name, source, source_url;
};
BOOST_DESCRIBE_STRUCT(SourceRow, (), (body, name, source, source_url))
struct ItemRow {
    std::string title, title_ru, owner, speaker, body, body_ru;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (title, title_ru, owner, speaker, body, body_ru))
struct SessionRow {
    std::string kind, title, title_ru, state, mode, host;
    std::vector<std::string> organisers;
    std::string place;
    Date starts_on, ends_on;
    int utc_offset_minutes;
    std::string group, about_en, about_ru, summary_en, summary_ru;
    std::vector<SourceRow> sources;
    std::vector<ItemRow> agenda;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (kind, title, title_ru, state, mode, host, organisers, place, starts_on, ends_on, utc_offset_minutes, group,
    about_en, about_ru, summary_en, summary_ru, sources, agenda))

Result<SessionId> enter(Work& work, const exchange::Membership& members, const SessionRow& row) {
    council::Session session{{}, row.kind, row.title, row.host, row.place, row.starts_on, row.ends_on, {}};
    session.title_ru = row.title_ru;
    session.mode = row.mode;
    session.about_en = row.about_en;
    session.about_ru = row.about_ru;
    session.utc_offset_minutes = row.utc_offset_minutes;
    session.group = row.group;
    session.organisers = row.organisers;
    session.is_public = true;
    const SessionId id = TRY(council::open_session(work, members, session));
    for (const auto& source : row.sources) TRY(council::add_source(work, id, {{}, source.body, source.name, source.source, source.source_url}));
    for (const auto& item : row.agenda) {
        TRY(council::add_agenda_item(work, id, {{}, 1, item.title, item.body, item.title_ru, item.body_ru, {}, "", 0, item.owner, item.speaker}));
    }
    const auto version = [&] { return council::get_session(work.db, id).value().version; };
    if (row.state == "held") TRY(council::hold_session(work, id, version()));
    if (!row.summary_en.empty()) TRY(council::write_summary(work, id, version(), row.summary_en, row.summary_ru, true));
    return id;
}

/// The example that lies ahead: two days with times, States invited, registration open.
Result<SessionId> plan(Work& work, const exchange::Membership& members) {
    const Date day = work.today().plus_days(kDaysAhead + kPreparedDaysAgo);
    council::Session session{{}, "plenary", "Second session of the Council", "kz", "Astana", day, day.plus_days(1), {}};
    session.title_ru = "Второе заседание Совета";
    session.about_en = "Example of a session that is being prepared: agenda with times, invitations, registration by delegation.";
    session.about_ru = "Пример заседания, которое готовится: повестка со временем, приглашения, регистрация по делегациям.";
    session.organisers = {"unrcca", "unoct"};
    session.mode = "hybrid";
    session.opens_at = "09:30";
    session.closes_at = "13:00";
    session.register_until = day.plus_days(-7);
    session.is_public = true;
    session.is_example = true;
    const SessionId id = TRY(council::open_session(work, members, session));
    const Date second = day.plus_days(1);
    for (const auto& [title, title_ru, on, starts, minutes, owner] : std::vector<std::tuple<const char*, const char*, Date, const char*, int, const char*>>{
             {"Opening", "Открытие", day, "", 30, "kz"},
             {"What the members learned from the outcome survey", "Что члены Совета узнали из опроса о результатах", day, "", 60, ""},
             {"Progress of the action items", "Ход выполнения поручений", day, "11:30", 60, ""},
             {"Reports of the working groups", "Отчёты рабочих групп", second, "09:30", 90, ""},
             {"Good practices and lessons: what did not work", "Практики и уроки: что не получилось", second, "", 75, ""}}) {
        TRY(council::add_agenda_item(work, id, {{}, 1, title, "", title_ru, "", on, starts, minutes, owner, ""}));
    }
    for (const char* state : {"kz", "kg", "tj", "tm", "uz"}) TRY(council::invite(work, id, state));
    return id;
}

Done answer(Work& work, SessionId session, const char* answer, const char* note) {
    for (const auto& invitation : council::invitations_of(work, session)) {
        if (invitation.body == work.actor.member) return council::answer_invitation(work, session, invitation.id, answer, note);
    }
    return not_found("invitation.not_found");
}

}  // namespace

void fill_sessions(const DemoCouncil& council) {
    const auto& members = council.program.exchange.members();
    for (const auto& row : council.rows<SessionRow>("sessions")) {
        council.as<SessionId>("system", [&](Work& work) { return enter(work, members, row); });
    }
    const auto ahead = council.as<SessionId>("secretariat", -kPreparedDaysAgo, [&](Work& work) { return plan(work, members); });
    council.as<void>("focal.uz", -6, [&](Work& work) { return answer(work, ahead, "accepted", ""); });
    council.as<void>("focal.kg", -3, [&](Work& work) { return answer(work, ahead, "tentative", "Depends on the school calendar."); });
}

}  // namespace homeward::apps
