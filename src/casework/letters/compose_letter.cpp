#include <algorithm>

#include "access/accounts.h"
#include "base/json.h"
#include "casework/letters/letter.h"
#include "casework/need.h"
#include "forms/text_rules.h"
#include "people/person.h"
#include "people/relation.h"
#include "printing/dates.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

using Fields = std::map<std::string, std::string, std::less<>>;

constexpr const char* kUnknown = "—";

std::string birth_date(const std::optional<PartialDate>& born_on, const std::string& language) {
    if (!born_on) return kUnknown;
    static const std::map<std::string, std::string> kAbout{{"ru", "около "},   {"uz", "taxminan "}, {"kk", "шамамен "},
                                                           {"ky", "болжол менен "}, {"tg", "тахминан "}, {"tk", "takmynan "}};
    const auto word = kAbout.find(language);
    const std::string about = !born_on->estimated ? "" : word == kAbout.end() ? "about " : word->second;
    if (born_on->precision() == DatePrecision::day) return about + printing::long_date(born_on->earliest(), language);
    return about + (born_on->month ? std::to_string(born_on->month) + "." : "") + std::to_string(born_on->year);
}

/// Whom the person turns to, whoever prints this.
Result<std::string> worker_of(Work& work, const CaseFile& file) {
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    const auto worker = relation.assigned_to ? access::get_account(work.db, *relation.assigned_to) : Result<access::Actor>(not_found(""));
    return worker ? worker->name : std::string(kUnknown);
}

std::string region_name(store::Connection& db, const std::string& region, const std::string& language) {
    // Regions have no names in the other languages yet: what is written in Cyrillic takes the Russian one.
    const bool cyrillic = language == "ru" || language == "kk" || language == "ky" || language == "tg";
    auto query = db.query(std::string("SELECT ") + (cyrillic ? "name_ru" : "name_en") + " FROM regions WHERE id = $1", region);
    return query.value<std::string>().value_or(kUnknown);
}

/// Typed words go out under the programme's name: they hold what a template must hold.
Done check_answers(const LetterTemplate& kind, const NewLetter& letter) {
    for (const auto& [code, text] : letter.answers) {
        if (std::ranges::find(kind.asks, code) == kind.asks.end()) return invalid("letter.not_asked", code);
        TRY(check_text(text, code));
        TRY(check_said_to_others(text, "letter", code));
    }
    for (const auto& ask : kind.asks) {
        if (ask == "note" || ask == "choices") continue;
        const auto answer = letter.answers.find(ask);
        if (answer == letter.answers.end() || trim(answer->second).empty()) return invalid("letter.missing", ask);
    }
    for (const auto& choice : letter.choices) {
        if (!kind.texts.at("en").choices.contains(choice)) return invalid("letter.choice", "choices");
    }
    if (std::ranges::find(kind.asks, "choices") != kind.asks.end() && letter.choices.empty()) return invalid("letter.missing", "choices");
    return {};
}

Result<Fields> fields_of(Work& work, const CaseFile& file, const NewLetter& letter) {
    const auto card = TRY(people::person_card(work, file.person_id));
    Fields fields{{"name", card.name}, {"code", card.code}, {"born_on", birth_date(card.born_on, letter.language)},
                  {"region", region_name(work.db, card.region, letter.language)}, {"today", printing::long_date(work.today(), letter.language)},
                  {"worker", TRY(worker_of(work, file))}, {"receiver", ""}, {"meeting_on", ""}, {"meeting_time", ""}, {"meeting_place", ""}, {"note", ""}};
    for (const auto& [code, text] : letter.answers) fields[code] = text;
    if (const auto on = letter.answers.find("meeting_on"); on != letter.answers.end()) {
        const auto day = Date::parse(on->second);
        if (!day) return invalid("letter.date", "meeting_on");
        fields["meeting_on"] = printing::long_date(*day, letter.language);
    }
    return fields;
}

std::string filled(const std::string& text, const Fields& fields) {
    std::string out;
    for (std::size_t at = 0;;) {
        const auto from = text.find("{{", at);
        if (from == std::string::npos) return out + text.substr(at);
        const auto to = text.find("}}", from);
        out += text.substr(at, from - at) + fields.at(text.substr(from + 2, to - from - 2));
        at = to + 2;
    }
}

void append_block(const TemplateBlock& block, const Fields& fields, std::vector<printing::Block>& blocks) {
    using Style = printing::Paragraph::Style;
    if (block.heading) blocks.push_back(printing::Heading{2, filled(*block.heading, fields)});
    if (block.paragraph) {
        auto text = filled(*block.paragraph, fields);
        if (!trim(text).empty()) blocks.push_back(printing::Paragraph{std::move(text)});
    }
    if (block.small) blocks.push_back(printing::Paragraph{filled(*block.small, fields), Style::small});
    if (block.bullets) {
        printing::Bullets bullets;
        for (const auto& item : *block.bullets) bullets.items.push_back(filled(item, fields));
        blocks.push_back(std::move(bullets));
    }
    if (block.facts) {
        printing::Facts facts;
        for (const auto& fact : *block.facts) facts.items.emplace_back(filled(fact[0], fields), filled(fact[1], fields));
        blocks.push_back(std::move(facts));
    }
}

/// The part of a letter that depends on what its writer chose.
void append_choices(const TemplateText& text, const NewLetter& letter, std::vector<printing::Block>& blocks) {
    printing::Bullets bullets;
    for (const auto& [code, words] : text.choices) {
        if (std::ranges::find(letter.choices, code) != letter.choices.end()) bullets.items.push_back(words);
    }
    if (!bullets.items.empty()) blocks.push_back(std::move(bullets));
}

}  // namespace

Result<printing::Document> compose_letter(Work& work, CaseId id, const NewLetter& letter) {
    const CaseFile file = TRY(require_case(work, id, Permission::print_letter));
    const auto* kind = find_template(letter.code);
    if (!kind) return not_found("letter.no_template");
    const auto text = kind->texts.find(letter.language);
    if (text == kind->texts.end()) return invalid("letter.language", "language");
    TRY(check_answers(*kind, letter));
    const Fields fields = TRY(fields_of(work, file, letter));
    printing::Document document{.title = filled(text->second.title, fields), .language = letter.language};
    document.blocks.push_back(printing::Heading{1, document.title});
    for (const auto& block : text->second.blocks) {
        if (block.part == "choices") {
            append_choices(text->second, letter, document.blocks);
        } else if (block.part) {
            TRY(append_part(work, file, *block.part, letter.language, document.blocks));
        } else {
            append_block(block, fields, document.blocks);
        }
    }
    return document;
}

}  // namespace homeward::casework
