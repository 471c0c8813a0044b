#include "people/consents/letter.h"

#include "people/letter_words.h"
#include "printing/document.h"

namespace homeward::people::consents {

std::string letter_of_recall(const Disclosure& disclosure, const access::Actor& writer, std::string_view language, Instant now) {
    const LetterWords words(language, "recall");
    printing::Document letter{.title = words.at("title"), .language = words.language(), .footer = words.at("footer")};
    const auto day = [&](Instant at) { return words.day(PartialDate::exact(Date::of(at))); };
    letter.blocks.push_back(printing::Paragraph{words.at("to") + ": " + disclosure.receiver});
    letter.blocks.push_back(printing::Heading{1, words.at("title")});
    letter.blocks.push_back(printing::Paragraph{words.at("told")});
    std::string what;
    for (const auto& code : disclosure.what) what += (what.empty() ? "" : "; ") + words.word_for("what." + code, code);
    printing::Facts facts{{{words.at("number"), disclosure.id.str().substr(24)}, {words.at("shared_on"), day(disclosure.made_at)}}};
    if (!what.empty()) facts.items.emplace_back(words.at("what"), what);
    letter.blocks.push_back(std::move(facts));
    letter.blocks.push_back(printing::Paragraph{words.at("please")});
    letter.blocks.push_back(printing::Facts{{{words.at("writer"), writer.name}, {words.at("date"), day(now)}, {words.at("signature"), "______________________"}}});
    letter.blocks.push_back(printing::Heading{2, words.at("back")});
    letter.blocks.push_back(printing::Paragraph{words.at("returned") + "\n" + words.at("destroyed") + "\n" + words.at("kept_by_law")});
    letter.blocks.push_back(printing::Facts{{{words.at("date"), "______________________"}, {words.at("signature"), "______________________"}}});
    return printing::to_pdf(letter, now);
}

}  // namespace homeward::people::consents
