#include "admin/demo_council.h"
#include "council/law/law.h"

namespace homeward::apps {
namespace {

struct LawRow {
    std::string state, topic, kind, instrument, article, summary_en, summary_ru;
    std::optional<Date> in_force_from, in_force_to;
    std::string official_link, source;
};
BOOST_DESCRIBE_STRUCT(LawRow, (), (state, topic, kind, instrument, article, summary_en, summary_ru, in_force_from, in_force_to, official_link, source))

}  // namespace

void fill_law(const DemoCouncil& council) {
    const auto rows = council.rows<LawRow>("law");
    council.as<void>("secretariat", [&](access::Work& work) -> Done {
        for (const auto& row : rows) {
            TRY(council::save_law(work, council.program.exchange.members(),
                                  {{}, row.state, row.topic, row.kind, row.instrument, row.article, row.summary_en, row.summary_ru, true, row.in_force_from,
                                   row.in_force_to, row.official_link, row.source, true, 0}));
        }
        return {};
    });
}

}  // namespace homeward::apps
