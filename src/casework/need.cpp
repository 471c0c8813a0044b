#include "casework/need.h"

#include <set>

#include "casework/codes.h"
#include "history/history.h"

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

namespace {

/// A finding as the history has it: the level under the domain's own name, and the note beside it.
history::Fields fields_of(NeedDomain domain, NeedLevel level, const std::string& note) {
    const std::string name(json::name_of(domain));
    return {{name, std::string(json::name_of(level))}, {name + "_note", note}};
}

}  // namespace

Done record_needs(Work& work, people::Register& people, CaseId id, const std::vector<NewNeed>& needs, const std::optional<std::vector<NeedId>>& seen) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::write_case));
    if (needs.empty()) return invalid("case.needs_empty", "needs");
    const auto standing = TRY(needs_of(work, file)).current;
    std::set<NeedDomain> named;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const NewNeed& need = needs[i];
        const std::string at = "needs/" + std::to_string(i);
        if (!named.insert(need.domain).second) return invalid("case.need_twice", at + "/domain");
        TRY(check_text(need.note, at + "/note"));
        const auto before = std::ranges::find(standing, need.domain, &Need::domain);
        if (seen && before != standing.end() && std::ranges::find(*seen, before->id) == seen->end()) {
            return conflict("edit.changed_meanwhile", {{"domain", std::string(json::name_of(need.domain))}});
        }
        const auto need_id = NeedId::make(work.now);
        work.db.run("INSERT INTO case_needs (id, case_id, domain, level, note_sealed, recorded_by, recorded_at)"
                    " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    need_id, id, json::name_of(need.domain), json::name_of(need.level),
                    TRY(sealed(work, file.person_id, {"case_needs", "note_sealed", need_id.str()}, need.note)), work.actor.id, work.now);
        TRY(history::note(work, file.person_id.uuid, {"need", need_id.str()}, before == standing.end() ? history::Fields{} : fields_of(before->domain, before->level, before->note),
                          fields_of(need.domain, need.level, need.note)));
        work.record({"need.recorded", "case_need", need_id.str(), file.person_id.str(),
                     {{"domain", std::string(json::name_of(need.domain))}, {"level", std::string(json::name_of(need.level))}}});
    }
    step_may_have_moved(work, people, id);
    return {};
}

Result<Needs> needs_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    Needs needs;
    std::set<NeedDomain> seen;
    for (const auto row : work.db.query("SELECT id, domain, level, note_sealed, recorded_by, recorded_at FROM case_needs WHERE case_id = $1"
                                        " ORDER BY recorded_at DESC, id DESC", file.id)) {
        Need need{row.get<NeedId>(0), code<NeedDomain>(row.text(1)), code<NeedLevel>(row.text(2)), {},
                  row.get<access::AccountId>(4), row.get<Instant>(5)};
        if (!row.blob(3).empty()) need.note = key.open({"case_needs", "note_sealed", need.id.str()}, row.blob(3));
        auto& list = seen.insert(need.domain).second ? needs.current : needs.earlier;
        list.push_back(std::move(need));
    }
    std::ranges::sort(needs.current, {}, &Need::domain);
    return needs;
}

}  // namespace homeward::casework
