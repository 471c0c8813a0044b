#include "services/referrals/slip.h"

#include "people/letter_words.h"
#include "printing/document.h"
#include "services/catalogue/terms.h"

namespace homeward::services {

std::string slip_of(const Referral& referral, std::string_view language, Instant now) {
    const people::LetterWords words(language, "referral");
    printing::Document slip{.title = words.at("title"), .language = words.language(), .footer = words.at("footer")};
    slip.blocks.push_back(printing::Paragraph{words.at("to") + ": " + referral.provider_name});
    slip.blocks.push_back(printing::Heading{1, words.at("title")});
    slip.blocks.push_back(printing::Paragraph{words.at("please") + " " + words.word_for("service." + referral.service, referral.service)});
    printing::Facts facts{{{words.at("number"), referral.id.str().substr(24)}, {words.at("date"), words.day(PartialDate::exact(Date::of(referral.sent_at)))}}};
    if (referral.way == "nameless") facts.items.emplace_back(words.at("field.name"), words.at("somebody"));
    std::vector<std::string> fields(referral_fields().begin(), referral_fields().end());
    fields.emplace_back("worker_contact");
    for (const auto& field : fields) {
        const auto found = referral.content.find(field);
        if (found == referral.content.end()) continue;
        const auto born = field == "born_on" ? PartialDate::parse(found->second) : std::nullopt;
        facts.items.emplace_back(words.at("field." + field), born ? words.day(*born) : words.word_for("value." + found->second, found->second));
    }
    slip.blocks.push_back(std::move(facts));
    slip.blocks.push_back(printing::Heading{2, words.at("answer")});
    slip.blocks.push_back(printing::Paragraph{words.at("choices")});
    slip.blocks.push_back(printing::Facts{{{words.at("remarks"), "______________________"}, {words.at("date"), "______________________"},
                                           {words.at("signature"), "______________________"}}});
    return printing::to_pdf(slip, now);
}

}  // namespace homeward::services
