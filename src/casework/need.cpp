#include "casework/need.h"

#include "casework/codes.h"

namespace homeward::casework {

using access::Permission;
using access::Work;

Done check_text(std::string_view text, std::string_view field) {
    if (length_of(text) > kLongestText) return invalid("case.text_long", std::string(field), {{"most", std::to_string(kLongestText)}});
    return {};
}

Result<Bytes> sealed(Work& work, people::PersonId person, const vault::Place& place, std::string_view text) {
    if (text.empty()) return Bytes{};
    return TRY(work.vault().key_of(work.db, person.uuid)).seal(place, text);
}

Done record_needs(Work& work, people::Register& people, CaseId id, const std::vector<NewNeed>& needs) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::write_case));
    if (needs.empty()) return invalid("case.needs_empty", "needs");
    for (const auto& need : needs) {
        TRY(check_text(need.note, "note"));
        const auto need_id = NeedId::make(work.now);
        work.db.run("INSERT INTO case_needs (id, case_id, domain, level, note_sealed, recorded_by, recorded_at)"
                    " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    need_id, id, json::name_of(need.domain), json::name_of(need.level),
                    TRY(sealed(work, file.person_id, {"case_needs", "note_sealed", need_id.str()}, need.note)), work.actor.id, work.now);
        work.record({"need.recorded", "case_need", need_id.str(), file.person_id.str(),
                     {{"domain", std::string(json::name_of(need.domain))}, {"level", std::string(json::name_of(need.level))}}});
    }
    step_may_have_moved(work, people, id);
    return {};
}

Result<std::vector<Need>> current_needs(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Need> needs;
    for (const auto row : work.db.query("SELECT id, domain, level, note_sealed, recorded_by, recorded_at FROM case_needs n WHERE case_id = $1"
                                        " AND NOT EXISTS (SELECT 1 FROM case_needs m WHERE m.case_id = n.case_id AND m.domain = n.domain"
                                        " AND (m.recorded_at > n.recorded_at OR (m.recorded_at = n.recorded_at AND m.id > n.id)))", file.id)) {
        Need need{row.get<NeedId>(0), code<NeedDomain>(row.text(1)), code<NeedLevel>(row.text(2)), {},
                  row.get<access::AccountId>(4), row.get<Instant>(5)};
        if (!row.blob(3).empty()) need.note = key.open({"case_needs", "note_sealed", need.id.str()}, row.blob(3));
        needs.push_back(std::move(need));
    }
    std::ranges::sort(needs, {}, &Need::domain);
    return needs;
}

}  // namespace homeward::casework
