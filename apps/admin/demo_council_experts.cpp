#include "admin/demo_council.h"
#include "council/experts/expert.h"
#include "council/members/agreement.h"

namespace homeward::apps {
namespace {

using access::Work;

/// All of them have come about.
struct DeliverableRow {
    std::string title, evidence;
};
BOOST_DESCRIBE_STRUCT(DeliverableRow, (), (title, evidence))
struct AgreementRow {
    std::string kind, title;
    PartialDate signed_on;
    std::optional<Date> force_from, force_to;
    std::string note, source, source_url;
    std::vector<std::string> parties;
    std::vector<DeliverableRow> deliverables;
};
BOOST_DESCRIBE_STRUCT(AgreementRow, (), (kind, title, signed_on, force_from, force_to, note, source, source_url, parties, deliverables))
/// statement   none, conflict; empty for no statement
struct ExpertRow {
    std::string account, name, organisation, country;
    std::vector<std::string> fields, languages;
    bool remote, on_site;
    std::string paper;
    bool listing, publicity;
    std::string statement, summary;
};
BOOST_DESCRIBE_STRUCT(ExpertRow, (), (account, name, organisation, country, fields, languages, remote, on_site, paper, listing, publicity, statement, summary))

Done add_agreement(Work& work, const AgreementRow& row) {
    const auto id = TRY(council::add_agreement(work, {{}, row.kind, row.title, row.signed_on, row.force_from, row.force_to, "clear", row.note, row.source,
                                                      row.source_url, row.parties, {}, 1}));
    for (const auto& each : row.deliverables) {
        const auto deliverable = TRY(council::add_deliverable(work, id, each.title, std::nullopt));
        TRY(council::report_deliverable(work, id, {deliverable, "", {}, "done", each.evidence, 1}));
    }
    return {};
}

/// One that ends soon and is late with a part, so that both warnings are seen.
Done add_example(Work& work) {
    const Date today = work.today();
    const auto id = TRY(council::add_agreement(work, {{}, "plan", "Example: plan of joint seminars / Пример: план совместных семинаров", PartialDate::exact(today.plus_days(-600)),
                                                      today.plus_days(-600), today.plus_days(60), "green", "", "Invented for the demonstration / Придумано для демонстрации",
                                                      "", {"uz", "kg"}, {}, 1}));
    TRY(council::add_deliverable(work, id, "Example: a seminar on schooling after a long break / Пример: семинар об учёбе после долгого перерыва", today.plus_days(-20)));
    TRY(council::add_deliverable(work, id, "Example: a shared glossary / Пример: общий словарь", today.plus_days(30)));
    return {};
}

/// From an account by the expert, else by the secretariat from a signed paper.
Done add_expert(Work& work, const ExpertRow& row) {
    const auto id = TRY(council::add_expert(work, {{}, {}, row.name, row.organisation, row.country, row.fields, row.languages, row.summary, row.remote,
                                                   row.on_site, {}, {}, 1}));
    if (!row.statement.empty()) {
        const bool conflict = row.statement == "conflict";
        TRY(council::state_interests(work, id, {work.today().plus_days(-30), conflict,
            conflict ? "Example: advises one of the member States on its law. / Пример: консультирует одно из государств-членов по законодательству." : "", row.paper}));
    }
    if (row.listing) TRY(council::give_consent(work, id, {"listing", work.today().plus_days(-30), row.paper, {}}));
    if (row.publicity) TRY(council::give_consent(work, id, {"publicity", work.today().plus_days(-30), row.paper, {}}));
    return {};
}

}  // namespace

void fill_agreements(const DemoCouncil& council) {
    const auto rows = council.rows<AgreementRow>("agreements");
    council.as<void>("secretariat", [&](Work& work) -> Done {
        for (const auto& row : rows) TRY(add_agreement(work, row));
        return add_example(work);
    });
}

void fill_experts(const DemoCouncil& council) {
    for (const auto& row : council.rows<ExpertRow>("experts")) {
        council.as<void>(row.account.empty() ? "secretariat" : row.account, [&](Work& work) { return add_expert(work, row); });
    }
}

}  // namespace homeward::apps
