#pragma once
// Writes a part of a letter: tables out of a case file, in the language of the letter.

#include "casework/letters/letter.h"
#include "printing/dates.h"

namespace homeward::casework {

constexpr int kMostRows = 500;  ///< of one part; more than that is read on the screen

/// One case file in one language. What the pages say is said in their words.
class PartWriter {
public:
    PartWriter(access::Work& work, const CaseFile& file, std::string language, std::vector<printing::Block>& blocks)
        : work_(work), file_(file), language_(std::move(language)), blocks_(blocks) {}

protected:
    std::string say(const char* english, const char* russian) const { return language_ == "ru" ? russian : english; }
    std::string word(const std::string& area, const std::string& path) const { return page_word(language_, area, path); }
    std::string day(Date date) const { return printing::long_date(date, language_); }
    void heading(std::string text, int level = 2) { blocks_.push_back(printing::Heading{level, std::move(text)}); }
    /// The table, or one sentence where it has no rows.
    Done put(printing::Table table, std::string nothing) {
        if (table.rows.empty()) blocks_.push_back(printing::Paragraph{std::move(nothing)});
        else blocks_.push_back(std::move(table));
        return {};
    }

    access::Work& work_;
    const CaseFile& file_;
    std::string language_;
    std::vector<printing::Block>& blocks_;
};

/// What stands in the record beside the plan: consents, assessments, child (with its own heading, and nothing for adults), incidents,
/// complaints. Never what a psychologist wrote, and of a complaint only what whoever prints it may read.
/// returns   nothing for a part that is not one of these
std::optional<Done> append_record_part(access::Work& work, const CaseFile& file, const std::string& part, const std::string& language,
                                       std::vector<printing::Block>& blocks);

}  // namespace homeward::casework
