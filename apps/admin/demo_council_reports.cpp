#include <algorithm>

#include "admin/demo_council.h"
#include "council/reports/report.h"

namespace homeward::apps {
namespace {

using access::Work;

struct TextRow {
    std::string key, before, after;
};
BOOST_DESCRIBE_STRUCT(TextRow, (), (key, before, after))
struct ReportRow {
    std::string language;
    int years_ago = 0;
    bool released = false;
    std::vector<TextRow> texts;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (language, years_ago, released, texts))

council::ReportEdit edit_of(const council::Report& report, const std::vector<TextRow>& texts) {
    council::ReportEdit edit{report.version, report.title, {}};
    for (const auto& section : report.sections) {
        const auto found = std::ranges::find(texts, section.key, &TextRow::key);
        const bool none = found == texts.end();
        edit.sections.push_back({section.key, false, none ? "" : found->before, none ? "" : found->after});
    }
    return edit;
}

/// Days from now to the day on which a report of last year comes out: 20 February, or today when that is still to come.
int days_to_release() {
    const Date today = Date::of(Instant::system_now());
    return static_cast<int>(std::min<std::int64_t>(0, Date{today.year, 2, 20}.days() - today.days()));
}

}  // namespace

void fill_reports(const DemoCouncil& demo) {
    const auto& members = demo.program.exchange.members();
    const int year = Date::of(Instant::system_now()).year;
    for (const auto& row : demo.rows<ReportRow>("reports")) {
        demo.as<void>("secretariat", row.released ? days_to_release() : 0, [&](Work& work) -> Done {
            const auto id = TRY(council::draft_report(work, members, year - row.years_ago, row.language, true));
            TRY(council::save_report(work, id, edit_of(TRY(council::see_report(work, id)), row.texts)));
            if (row.released) TRY(council::release_report(work, id, TRY(council::see_report(work, id)).version));
            return {};
        });
    }
}

}  // namespace homeward::apps
