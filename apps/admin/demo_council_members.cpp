#include "admin/demo_council.h"
#include "council/experts/expert.h"
#include "council/members/agreement.h"
#include "council/members/appointment.h"
#include "council/members/membership.h"

namespace homeward::apps {
namespace {

using access::Work;

struct NameRow {
    std::string language, name, short_name;
    std::optional<Date> valid_from, valid_to;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (language, name, short_name, valid_from, valid_to, source))
struct ParentRow {
    std::string code;
    std::optional<Date> valid_from, valid_to;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(ParentRow, (), (code, valid_from, valid_to, source))
/// tier   what the example proposes it as; empty for nothing
struct BodyRow {
    std::string code, kind, country, contact_url, note, source;
    std::vector<NameRow> names;
    std::vector<ParentRow> parents;
    std::string tier;
};
BOOST_DESCRIBE_STRUCT(BodyRow, (), (code, kind, country, contact_url, note, source, names, parents, tier))
struct StateRow {
    std::string code;
    std::vector<NameRow> names;
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (code, names))

constexpr const char* kTierReason =
    "Example: public sources name it among those who took part; none tells its formal standing. / "
    "Пример: публичные источники называют его среди участников; о формальном статусе не сообщает ни один.";
constexpr const char* kEndReason = "Example: the term was handed over. / Пример: полномочия переданы.";
constexpr Date kFounded{2024, 5, 14};
constexpr const char* kStates[] = {"kz", "kg", "tj", "tm", "uz"};

council::BodyName name_of(const NameRow& row) { return {{}, row.language, row.name, row.short_name, row.valid_from, row.valid_to, row.source}; }

void add_bodies(const DemoCouncil& council, const std::vector<BodyRow>& rows) {
    council.as<void>("secretariat", [&](Work& work) -> Done {
        for (const auto& row : rows) {
            TRY(council::add_body(work, {{}, row.code, row.kind, row.country, row.contact_url, row.note, row.source, 1}, name_of(row.names.front())));
            for (std::size_t i = 1; i < row.names.size(); ++i) TRY(council::add_name(work, row.code, name_of(row.names[i])));
        }
        for (const auto& row : rows) {
            for (const auto& parent : row.parents) {
                TRY(council::add_parent(work, row.code, {{}, parent.code, parent.valid_from, parent.valid_to, parent.source}));
            }
        }
        for (const auto& row : council.rows<StateRow>("state_names")) {
            TRY(council::date_founding(work, row.code, kFounded, "UNRCCA, 15 May 2024: delegations of all five States"));
            for (const auto& name : row.names) TRY(council::add_name(work, row.code, name_of(name)));
        }
        return {};
    });
}

/// The secretariat proposes, each State says yes.
void confirm_tiers(const DemoCouncil& council, const std::vector<BodyRow>& rows) {
    const auto& exchange = council.program.exchange;
    std::vector<council::MembershipId> proposals;
    council.as<void>("secretariat", [&](Work& work) -> Done {
        for (const auto& row : rows) {
            if (!row.tier.empty()) proposals.push_back(TRY(council::propose_membership(work, exchange, {row.code, row.tier, kTierReason, kFounded})));
        }
        return {};
    });
    for (const std::string state : kStates) {
        council.as<void>("focal." + state, [&](Work& work) -> Done {
            for (const auto id : proposals) TRY(council::speak_to_membership(work, exchange, id, true, ""));
            return {};
        });
    }
}

/// One proposal that two States still have to answer, and one that an objection stopped.
void leave_proposals(const DemoCouncil& council) {
    const auto& exchange = council.program.exchange;
    council::MembershipId waiting, stopped;
    council.as<void>("secretariat", [&](Work& work) -> Done {
        waiting = TRY(council::propose_membership(work, exchange, {"hedayah", "partner",
            "Example: it works in two member States on rehabilitation. / Пример: работает в двух государствах-членах по теме реабилитации.", {}}));
        stopped = TRY(council::propose_membership(work, exchange, {"example-press", "observer",
            "Example: to write about returning home without labels. / Пример: чтобы писать о возвращении без ярлыков.", {}}));
        return {};
    });
    for (const std::string who : {"focal.kz", "focal.tj", "focal.uz"}) {
        council.as<void>(who, [&](Work& work) { return council::speak_to_membership(work, exchange, waiting, true, ""); });
    }
    council.as<void>("focal.kz", [&](Work& work) {
        return council::speak_to_membership(work, exchange, stopped, false,
            "Example: first agree on rules that protect children in the media. / Пример: сначала согласовать правила защиты детей в СМИ.");
    });
}

council::AppointmentId nominate(const DemoCouncil& council, const std::string& who, const council::Nomination& nomination) {
    return council.as<council::AppointmentId>(who, [&](Work& work) { return council::nominate(work, nomination); });
}

/// Roles, never persons: each State's focal point with the account of the demo, and the ways an appointment can go.
void name_officials(const DemoCouncil& council) {
    const Date today = Date::of(Instant::system_now());
    const auto confirm = [&](council::AppointmentId id) {
        council.as<void>("secretariat", [&](Work& work) { return council::confirm_appointment(work, id); });
    };
    const auto link = [&](council::AppointmentId id, const std::string& username) {
        council.as<void>("admin", [&](Work& work) { return council::link_account(work, id, council.actor(username).id); });
    };
    const auto former = nominate(council, "focal.uz", {"uz", "focal_point", "Former focal point, Uzbekistan", {"uz", "ru"}, kFounded, today.plus_days(-200)});
    confirm(former);
    council.as<void>("secretariat", [&](Work& work) { return council::end_appointment(work, former, today.plus_days(-201), kEndReason); });
    for (const std::string state : kStates) {
        const std::string who = "focal." + state;
        const Date starts = state == "uz" ? today.plus_days(-200) : kFounded;
        // One term ends soon, so that the desk says so.
        const Date ends = today.plus_days(state == "tj" ? 40 : 500);
        const auto id = nominate(council, who, {state, "focal_point", council.actor(who).name, {"ru", "en"}, starts, ends});
        confirm(id);
        link(id, who);
    }
    const auto alternate = nominate(council, "focal.uz", {"uz", "alternate", "Alternate focal point, Uzbekistan", {"uz", "ru", "en"}, kFounded, {}});
    confirm(alternate);
    link(alternate, "alternate.uz");
    confirm(nominate(council, "focal.kz", {"kz", "alternate", "Alternate focal point, Kazakhstan", {"kk", "ru"}, today.plus_days(-10), {}}));
    nominate(council, "focal.kg", {"kg", "alternate", "Alternate focal point, Kyrgyzstan", {"ky", "ru"}, today, today.plus_days(730)});
}

}  // namespace

void fill_members(const DemoCouncil& council) {
    const auto rows = council.rows<BodyRow>("bodies");
    add_bodies(council, rows);
    confirm_tiers(council, rows);
    leave_proposals(council);
    name_officials(council);
}

}  // namespace homeward::apps
