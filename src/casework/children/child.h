#pragma once
// What the parts of a child's page share: who may see it until when, and the words that are sealed there.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "casework/case_file.h"
#include "history/history.h"

namespace homeward::casework::children {

/// A case file seen as a child's. `of_age`: the person is 18 by now; the page can then be read by few and changed by nobody.
struct Child {
    CaseFile file;
    bool of_age = false;
};

/// Whether a person is 18 by now, as the rule of consents counts; a person of unknown age is not.
Result<bool> is_of_age(access::Work& work, people::PersonId person);

/// For reading. Until 18 whoever may read the file; from then on the social worker and the supervisor alone.
/// errors    not_found; forbidden
Result<Child> require_child(access::Work& work, CaseId id);
/// For changing.
/// errors    those; forbidden without write_child; conflict `case.closed`, `child.of_age`
Result<Child> require_child_to_write(access::Work& work, CaseId id);
/// Whether the actor may change this child's page; for what the page offers.
bool may_write(access::Work& work, const Child& child);
/// Whether the actor may read what was laid before a panel. From 18 on only the supervisor of whoever wrote it may: one who
/// wrote nothing of it.
bool may_read_panel(access::Work& work, const Child& child, access::AccountId written_by);

/// Whether the page is of use in this file: of a child, of somebody of unknown age, or where something is written there.
bool has_page(access::Work& work, const CaseFile& file, std::optional<int> age);

/// Texts by their names, sealed together as one.
using Words = std::map<std::string, std::string>;
struct WordRule {
    std::string_view name;
    bool needed = false;
};
/// Without white space around them and without empty ones.
/// errors    invalid `child.word_unknown`, `child.word_missing`, `case.text_long`, each with its name as the field
Result<Words> tidied(const Words& words, std::span<const WordRule> rules);
Result<Bytes> seal_words(access::Work& work, people::PersonId person, const char* table, const std::string& id, const Words& words);
Words open_words(const vault::PersonKey& key, const char* table, const std::string& id, std::span<const std::uint8_t> sealed);

/// errors    invalid `child.code` with the field's name
Done check_code(std::span<const std::string_view> codes, std::string_view code, const char* field);
/// errors    invalid `child.in_future`
Done check_past(const access::Work& work, Date day, const char* field);

/// Words and codes as fields of the history.
history::Fields fields_of(const Words& words, const history::Fields& codes);
std::string text_of(const std::optional<Date>& day);

}  // namespace homeward::casework::children
