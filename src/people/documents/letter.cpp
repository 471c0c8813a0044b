#include "people/documents/letter.h"

#include "people/letter_words.h"
#include "printing/document.h"

namespace homeward::people::documents {

std::string letter_of_request(const DocumentRequest& request, const access::Actor& writer, std::string_view language, Instant now) {
    const LetterWords words(language, "request");
    printing::Document letter{.title = words.at("title"), .language = words.language(), .footer = words.at("footer")};
    letter.blocks.push_back(printing::Paragraph{words.at("to." + request.asked_of)});
    letter.blocks.push_back(printing::Heading{1, words.at("title")});
    letter.blocks.push_back(printing::Paragraph{words.at("please") + " " + words.word_for("document." + request.document, request.document) + "."});
    printing::Facts facts;
    const auto add = [&](const char* what, const std::string& text) {
        if (!text.empty()) facts.items.emplace_back(words.at(what), text);
    };
    const auto born_on = PartialDate::parse(request.shown.born_on);
    add("name", request.shown.name);
    add("born_on", born_on ? words.day(*born_on) : "");
    add("birth_place", request.shown.birth_place);
    add("mother", request.shown.mother);
    add("father", request.shown.father);
    letter.blocks.push_back(std::move(facts));
    if (!request.moves.empty() && !request.moves.front().words.empty()) letter.blocks.push_back(printing::Paragraph{request.moves.front().words});
    letter.blocks.push_back(printing::Paragraph{words.at("number") + " " + request.id.str().substr(24)});
    letter.blocks.push_back(printing::Paragraph{words.at("answer_here")});
    letter.blocks.push_back(printing::Facts{{{words.at("writer"), writer.name}, {words.at("date"), words.day(PartialDate::exact(Date::of(now)))},
                                             {words.at("signature"), "______________________"}}});
    return printing::to_pdf(letter, now);
}

}  // namespace homeward::people::documents
