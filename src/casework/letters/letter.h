#pragma once
// Letters, certificates, consent forms and summaries made from templates, and the record of each that was made.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "casework/letters/letter_template.h"
#include "people/consents/sharing.h"
#include "printing/document.h"

namespace homeward::casework {

struct LetterTag;
using LetterId = Id<LetterTag>;

/// What its writer chose and filled in.
///
/// language   one of the template's
/// answers    by code of what the template asks for: receiver, meeting_on (`2024-05-14`), meeting_time, meeting_place, note
/// choices    codes of the template's choices
struct NewLetter {
    std::string request_id, code, language;
    std::map<std::string, std::string> answers;
    std::vector<std::string> choices;
};

/// The letter as it will stand on paper. The log has a line that the record was read for it.
/// errors    not_found; forbidden without print_letter; not_found `letter.no_template`; invalid `letter.language`, `letter.missing`,
///           `letter.date`, `letter.choice`, `letter.word` (param `word`) for a word that stigmatises, `letter.says_origin` (param `word`),
///           `case.text_long`
Result<printing::Document> compose_letter(access::Work& work, CaseId id, const NewLetter& letter);

/// Whether a letter to somebody else may go out: nothing when it may, or goes to the person; the refusal of require_sharing otherwise.
std::optional<Error> why_not_shared(access::Work& work, CaseId id, const NewLetter& letter);

/// Records a letter and keeps its PDF, sealed. One to somebody else is also kept as shared, under the consent that allows it.
/// errors    those of compose_letter and people::consents::share; invalid `letter.request`
Result<LetterId> record_letter(access::Work& work, CaseId id, const NewLetter& letter, const std::string& pdf);

/// One letter that was made.
struct Letter {
    LetterId id;
    CaseId case_id;
    std::string code;
    int template_version = 1;
    std::string language, goes_to, receiver;
    std::optional<people::consents::DisclosureId> disclosure;
    std::int64_t size = 0;  ///< bytes
    access::AccountId made_by;
    Instant made_at;
};
struct LetterPage {
    std::vector<Letter> items;  ///< newest first
    std::optional<LetterId> next;
};
Result<LetterPage> letters_of(access::Work& work, const CaseFile& file, std::optional<LetterId> after, int most);

/// A letter to be read again; the log has a line of it. `name` is for saving, and names nobody.
struct OpenedLetter {
    Letter letter;
    std::string name;
    vault::PersonKey key;
};
/// errors    not_found; forbidden without print_letter
Result<OpenedLetter> open_letter(access::Work& work, LetterId id);

/// Appends a part of the case file, of letter_parts().
Done append_part(access::Work& work, const CaseFile& file, const std::string& part, const std::string& language, std::vector<printing::Block>& blocks);

}  // namespace homeward::casework
