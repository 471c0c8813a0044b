#include "people/documents/nationality.h"

#include <algorithm>

#include "base/json.h"
#include "history/history.h"
#include "people/person_rules.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Permission;

constexpr std::string_view kStatuses[] = {"confirmed", "under_determination", "dual", "statelessness_feared"};
constexpr std::string_view kBases[] = {"mother", "father", "place_of_birth", "decision", "document", "not_known"};
constexpr std::size_t kLongest = 300;

struct Words {
    std::string citizenships, authority;
};
BOOST_DESCRIBE_STRUCT(Words, (), (citizenships, authority))

vault::Place place(NationalityId id) { return {"person_nationality", "words_sealed", id.str()}; }

template <class List>
bool among(const List& list, std::string_view code) {
    return std::ranges::find(list, code) != std::end(list);
}

Done check(const access::Work& work, const Nationality& given) {
    if (!among(kStatuses, given.status)) return invalid("nationality.status", "status");
    if (!among(kBases, given.basis)) return invalid("nationality.basis", "basis");
    if (given.since > work.latest_today()) return invalid("nationality.in_future", "since");
    if (length_of(given.citizenships) > kLongest) return invalid("nationality.text_long", "citizenships", {{"most", std::to_string(kLongest)}});
    if (length_of(given.authority) > kLongest) return invalid("nationality.text_long", "authority", {{"most", std::to_string(kLongest)}});
    const bool settled = given.status == "confirmed" || given.status == "dual";
    if (settled && trim(given.citizenships).empty()) return invalid("nationality.citizenship_missing", "citizenships");
    return {};
}

history::Fields fields_of(const Nationality& record) {
    return {{"status", record.status}, {"basis", record.basis}, {"since", record.since.str()}, {"citizenships", record.citizenships},
            {"authority", record.authority}};
}

}  // namespace

Result<std::vector<NationalityRecord>> nationality_of(access::Work& work, PersonId person) {
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    std::vector<NationalityRecord> records;
    for (const auto row : work.db.query("SELECT id, status, basis, since, words_sealed, recorded_by, recorded_at, legal_aid_on FROM person_nationality"
                                        " WHERE person_id = $1 ORDER BY id DESC", person)) {
        NationalityRecord record;
        record.id = row.get<NationalityId>(0);
        auto words = json::read<Words>(key.open(place(record.id), row.blob(4)));
        if (!words) throw std::runtime_error("a stored citizenship cannot be read: " + words.error().key);
        record.status = row.text(1);
        record.basis = row.text(2);
        record.since = row.get<Date>(3);
        record.citizenships = std::move(words->citizenships);
        record.authority = std::move(words->authority);
        record.recorded_by = row.get<access::AccountId>(5);
        record.recorded_at = row.get<Instant>(6);
        record.legal_aid_on = row.get<std::optional<Date>>(7);
        records.push_back(std::move(record));
    }
    return records;
}

Result<NationalityId> record_nationality(access::Work& work, PersonId person, const Nationality& given, std::optional<NationalityId> seen) {
    TRY(require_person(work.db, work.actor, Permission::request_documents, person));
    TRY(check(work, given));
    const auto before = TRY(nationality_of(work, person));
    const auto newest = before.empty() ? std::nullopt : std::optional(before.front().id);
    if (newest != seen) return conflict("edit.changed_meanwhile");
    const Nationality tidied{given.status, given.basis, tidy(given.citizenships), tidy(given.authority), given.since};
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    const auto id = NationalityId::make(work.now);
    work.db.run("INSERT INTO person_nationality (id, person_id, status, basis, since, words_sealed, recorded_by, recorded_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                id, person, given.status, given.basis, given.since, key.seal(place(id), json::write(Words{tidied.citizenships, tidied.authority})),
                work.actor.id, work.now);
    work.record({"nationality.recorded", "nationality", id.str(), person.str(), {{"status", given.status}}});
    TRY(history::note(work, person.uuid, {"nationality", person.str()}, before.empty() ? history::Fields{} : fields_of(before.front()), fields_of(tidied)));
    return id;
}

Done note_legal_aid(access::Work& work, PersonId person, Date on) {
    TRY(require_person(work.db, work.actor, Permission::request_documents, person));
    const auto records = TRY(nationality_of(work, person));
    if (records.empty() || records.front().status != "statelessness_feared") return conflict("nationality.not_feared");
    if (records.front().legal_aid_on) return conflict("nationality.legal_aid_asked");
    if (on > work.latest_today()) return invalid("nationality.in_future", "on");
    work.db.run("UPDATE person_nationality SET legal_aid_on = $2, legal_aid_by = $3 WHERE id = $1", records.front().id, on, work.actor.id);
    work.record({"nationality.legal_aid_asked", "nationality", records.front().id.str(), person.str(), {{"on", on.str()}}});
    return history::note(work, person.uuid, {"nationality", person.str()}, {}, {{"legal_aid_on", on.str()}});
}

}  // namespace homeward::people::documents
