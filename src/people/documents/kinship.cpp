#include "people/documents/kinship.h"

#include <algorithm>

#include "base/json.h"
#include "history/history.h"
#include "people/person_rules.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Permission;

constexpr std::string_view kRelations[] = {"mother", "father", "sibling", "grandparent", "other"};
constexpr std::string_view kMethods[] = {"papers", "registry_entry", "witnesses", "court", "laboratory"};
constexpr std::string_view kConclusions[] = {"confirmed", "not_confirmed", "inconclusive"};
constexpr std::size_t kLongest = 300;

struct Words {
    std::string relative, authority;
};
BOOST_DESCRIBE_STRUCT(Words, (), (relative, authority))

vault::Place place(KinshipId id) { return {"kinship_evidence", "words_sealed", id.str()}; }

template <class List>
bool among(const List& list, std::string_view code) {
    return std::ranges::find(list, code) != std::end(list);
}

Done check(const access::Work& work, const Kinship& given) {
    if (!among(kRelations, given.relation)) return invalid("kinship.relation", "relation");
    if (!among(kMethods, given.method)) return invalid("kinship.method", "method");
    if (!among(kConclusions, given.conclusion)) return invalid("kinship.conclusion", "conclusion");
    if (trim(given.authority).empty()) return invalid("kinship.authority_missing", "authority");
    if (length_of(given.authority) > kLongest) return invalid("kinship.text_long", "authority", {{"most", std::to_string(kLongest)}});
    if (length_of(given.relative) > kLongest) return invalid("kinship.text_long", "relative", {{"most", std::to_string(kLongest)}});
    if (given.on > work.latest_today()) return invalid("kinship.in_future", "on");
    return {};
}

}  // namespace

Result<KinshipId> record_kinship(access::Work& work, PersonId person, const Kinship& given) {
    TRY(require_person(work.db, work.actor, Permission::request_documents, person));
    TRY(check(work, given));
    const Words words{tidy(given.relative), tidy(given.authority)};
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    const auto id = KinshipId::make(work.now);
    work.db.run("INSERT INTO kinship_evidence (id, person_id, relation, method, concluded_on, conclusion, words_sealed, recorded_by, recorded_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, person, given.relation, given.method, given.on, given.conclusion, key.seal(place(id), json::write(words)), work.actor.id, work.now);
    work.record({"kinship.recorded", "kinship_evidence", id.str(), person.str(), {{"conclusion", given.conclusion}}});
    TRY(history::note(work, person.uuid, {"kinship_evidence", id.str()}, {},
                      {{"relation", given.relation}, {"relative", words.relative}, {"method", given.method}, {"authority", words.authority},
                       {"conclusion", given.conclusion}, {"on", given.on.str()}}));
    return id;
}

Result<std::vector<KinshipRecord>> kinship_of(access::Work& work, PersonId person) {
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    std::vector<KinshipRecord> records;
    for (const auto row : work.db.query("SELECT id, relation, method, concluded_on, conclusion, words_sealed, recorded_by, recorded_at FROM kinship_evidence"
                                        " WHERE person_id = $1 ORDER BY id DESC", person)) {
        KinshipRecord record;
        record.id = row.get<KinshipId>(0);
        auto words = json::read<Words>(key.open(place(record.id), row.blob(5)));
        if (!words) throw std::runtime_error("a stored kinship cannot be read: " + words.error().key);
        record.relation = row.text(1);
        record.relative = std::move(words->relative);
        record.method = row.text(2);
        record.authority = std::move(words->authority);
        record.conclusion = row.text(4);
        record.on = row.get<Date>(3);
        record.recorded_by = row.get<access::AccountId>(6);
        record.recorded_at = row.get<Instant>(7);
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace homeward::people::documents
