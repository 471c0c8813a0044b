#pragma once
// What letters say: data of config/letters, in which a fixed list of fields and parts may stand.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace homeward::casework {

/// One block of a letter; one of these is set. In texts stand fields, `{{name}}`.
///
/// facts   term and value each
/// part    a piece of the case file, of `letter_parts()`
struct TemplateBlock {
    std::optional<std::string> heading, paragraph, small, part;
    std::optional<std::vector<std::string>> bullets;
    std::optional<std::vector<std::vector<std::string>>> facts;
};
/// choices   what a letter may ask for or offer, by code
struct TemplateText {
    std::string title, hint;
    std::vector<TemplateBlock> blocks;
    std::map<std::string, std::string> choices;
};
/// A kind of letter.
///
/// goes_to   `person`: handed to the person; `body`: to somebody else, and then never without a ground in consents
/// purpose   of that ground: `letters`, `referral`; for `body` alone
/// shows     codes of what the receiver learns, as people::consents names them
/// asks      what the writer fills in, of `letter_asks()`
/// unchecked languages whose text nobody who speaks it from home has checked yet; the page says so
struct LetterTemplate {
    std::string code;
    int version = 1;
    std::string about, goes_to;
    std::optional<std::string> purpose;
    std::vector<std::string> shows, asks;
    std::optional<std::vector<std::string>> unchecked;
    std::map<std::string, TemplateText> texts;  ///< by language
};

/// Reads a template and holds it against the rules: fields, parts and asked things of the fixed lists, the same choices in every
/// language, no word of config/stigmatising_words.json, nothing that tells where somebody came from.
/// errors    those of json::read; invalid `letter.template` (param `why`)
Result<LetterTemplate> read_template(std::string_view json);
/// The word that tells where somebody came back from, in a text that must not.
std::optional<std::string> word_of_origin(std::string_view text);
/// Holds typed words that go to others to what a template must hold.
/// thing    letter, referral: where the error's sentence stands
/// errors   invalid `<thing>.word`, `<thing>.says_origin` (param `word`)
Done check_said_to_others(std::string_view text, const std::string& thing, const std::string& field);

const std::vector<std::string_view>& letter_fields();
const std::vector<std::string_view>& letter_parts();
const std::vector<std::string_view>& letter_asks();

/// The shipped ones. Throws std::logic_error when one is wrong: a broken build.
const std::vector<LetterTemplate>& letter_templates();
const LetterTemplate* find_template(std::string_view code);

/// config/letters/*.json and the words of the pages, as they were when this program was built.
std::vector<std::string_view> shipped_letter_templates();
std::vector<std::string_view> shipped_page_words();
/// A word of the pages: `page_word("ru", "casework", "domain.education")`. The last piece of the path where there is none.
std::string page_word(const std::string& language, const std::string& area, const std::string& path);

}  // namespace homeward::casework
