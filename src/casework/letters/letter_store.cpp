#include "casework/attachments/sealed_content.h"
#include "casework/letters/letter.h"
#include "people/person.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using people::consents::Purpose;
using people::consents::Receiver;

constexpr const char* kColumns = "SELECT id, case_id, template, template_version, language, goes_to, receiver_sealed, disclosure_id, size, made_by, made_at FROM case_letters";

Purpose purpose_of(const LetterTemplate& kind) { return kind.purpose == "referral" ? Purpose::referral : Purpose::letters; }

std::string answer_of(const NewLetter& letter, const char* code) {
    const auto found = letter.answers.find(code);
    return found == letter.answers.end() ? std::string() : found->second;
}

Letter letter_of(const store::Row& row, const vault::PersonKey& key) {
    Letter letter{row.get<LetterId>(0), row.get<CaseId>(1), row.get<std::string>(2), row.get<int>(3), row.get<std::string>(4), row.get<std::string>(5), {},
                  row.get<std::optional<people::consents::DisclosureId>>(7), row.get<std::int64_t>(8), row.get<access::AccountId>(9), row.get<Instant>(10)};
    letter.receiver = key.open({"case_letters", "receiver_sealed", letter.id.str()}, row.blob(6));
    return letter;
}

Result<std::optional<LetterId>> made_before(Work& work, CaseId id, const std::string& request) {
    if (!parse_uuid(request)) return invalid("letter.request", "request_id");
    auto query = work.db.query("SELECT id, case_id, made_by FROM case_letters WHERE request_id = $1", request);
    if (!query.next()) return std::optional<LetterId>();
    if (query.row().get<CaseId>(1) != id || query.row().get<access::AccountId>(2) != work.actor.id) return invalid("letter.request", "request_id");
    return std::optional(query.row().get<LetterId>(0));
}

}  // namespace

std::optional<Error> why_not_shared(Work& work, CaseId id, const NewLetter& letter) {
    const auto* kind = find_template(letter.code);
    const auto file = get_case(work.db, id);
    if (!kind || !file || kind->goes_to == "person") return std::nullopt;
    const auto permit = people::consents::require_sharing(work, file->person_id, purpose_of(*kind), Receiver{{}, answer_of(letter, "receiver")});
    if (!permit) return permit.error();
    for (const auto& shown : kind->shows) {
        if (permit->withholds(shown)) return conflict("letter.withheld", {{"what", shown}});
    }
    return std::nullopt;
}

Result<LetterId> record_letter(Work& work, CaseId id, const NewLetter& letter, const std::string& pdf) {
    const CaseFile file = TRY(require_case(work, id, Permission::print_letter));
    const auto* kind = find_template(letter.code);
    if (!kind) return not_found("letter.no_template");
    if (const auto before = TRY(made_before(work, id, letter.request_id))) return *before;
    const auto made = LetterId::make(work.now);
    const auto receiver = answer_of(letter, "receiver");
    std::optional<people::consents::DisclosureId> disclosure;
    if (kind->goes_to == "body") {
        if (auto refused = why_not_shared(work, id, letter)) return *refused;
        disclosure = TRY(people::consents::share(work, file.person_id, purpose_of(*kind), Receiver{{}, receiver}, {"letter", made.str()}, kind->shows)).disclosure;
    }
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    work.db.run("INSERT INTO case_letters (id, case_id, template, template_version, language, goes_to, receiver_sealed, disclosure_id, size, made_by, made_at, request_id)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                made, id, kind->code, kind->version, letter.language, kind->goes_to, key.seal({"case_letters", "receiver_sealed", made.str()}, receiver), disclosure,
                static_cast<std::int64_t>(pdf.size()), work.actor.id, work.now, letter.request_id);
    keep_content(work.db, key, made.str(), pdf);
    work.record({"letter.made", "letter", made.str(), file.person_id.str(), {{"template", kind->code}, {"version", std::to_string(kind->version)}}});
    return made;
}

Result<LetterPage> letters_of(Work& work, const CaseFile& file, std::optional<LetterId> after, int most) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    LetterPage page;
    for (const auto row : work.db.query(std::string(kColumns) + " WHERE case_id = $1 AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3", file.id,
                                        after ? after->str() : "", most + 1)) {
        if (page.items.size() == static_cast<std::size_t>(most)) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(letter_of(row, key));
    }
    return page;
}

Result<OpenedLetter> open_letter(Work& work, LetterId id) {
    auto query = work.db.query(std::string(kColumns) + " WHERE id = $1", id);
    if (!query.next()) return not_found("letter.not_found");
    const CaseFile file = TRY(require_case(work, query.row().get<CaseId>(1), Permission::print_letter));
    auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    auto letter = letter_of(query.row(), key);
    const auto card = TRY(people::person_card(work, file.person_id));
    auto name = card.code + "-" + letter.code + "-" + Date::of(letter.made_at).str() + ".pdf";
    work.record({"letter.read", "letter", id.str(), file.person_id.str()});
    return OpenedLetter{std::move(letter), std::move(name), std::move(key)};
}

}  // namespace homeward::casework
