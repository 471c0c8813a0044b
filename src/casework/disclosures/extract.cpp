#include <algorithm>

#include "casework/disclosures/lawful_order_codes.h"
#include "casework/letters/letter_template.h"
#include "people/person.h"
#include "people/relation.h"
#include "printing/dates.h"

namespace homeward::casework {
namespace {

using access::Work;

constexpr const char* kUnknown = "—";

/// One person, as the closed list may tell of them. It holds no case file: what nobody reads cannot leave.
struct Told {
    Work& work;
    const people::Person& person;
    std::string language;

    std::string word(const std::string& area, const std::string& path) const { return page_word(language, area, path); }
    std::string day(Date date) const { return printing::long_date(date, language); }

    std::string name() const { return people::display_name(person.names.front()); }
    std::string other_names() const {
        std::string text;
        for (std::size_t i = 1; i < person.names.size(); ++i) text += (text.empty() ? "" : "; ") + people::display_name(person.names[i]);
        return text;
    }
    std::string sex() const { return word("common", "sex." + std::string(people::to_string(person.sex))); }
    std::string born_on() const {
        if (!person.born_on) return "";
        if (!person.born_on->estimated && person.born_on->precision() == DatePrecision::day) return day(person.born_on->earliest());
        return word("disclosures", "about") + " " + (person.born_on->month ? std::to_string(person.born_on->month) + "." : "") + std::to_string(person.born_on->year);
    }
    std::string birth_place() const { return person.details.birth_place; }
    std::string citizenship() const { return person.details.citizenship; }
    std::string region() const {
        const char* column = language == "ru" ? "SELECT name_ru FROM regions WHERE id = $1" : "SELECT name_en FROM regions WHERE id = $1";
        return work.db.query(column, person.region).value<std::string>().value_or("");
    }
    std::string district() const { return person.district; }
    std::string phone() const { return person.details.phone; }
    std::string papers() const {
        std::string text;
        for (const auto& paper : person.papers) {
            if (paper.state != people::DocumentState::held && paper.state != people::DocumentState::restored) continue;
            text += (text.empty() ? "" : "; ") + word("people", "kind." + paper.kind) + (paper.number.empty() ? "" : " " + paper.number);
        }
        return text;
    }
    std::string arrived_on() const { return person.arrived_on ? day(*person.arrived_on) : ""; }
    std::string registered_on() const { return day(Date::of(person.created_at)); }
};

struct Field {
    std::string_view code;
    std::string (Told::*value)() const;
};
constexpr Field kFields[] = {
    {"name", &Told::name}, {"other_names", &Told::other_names}, {"sex", &Told::sex}, {"born_on", &Told::born_on}, {"birth_place", &Told::birth_place},
    {"citizenship", &Told::citizenship}, {"region", &Told::region}, {"district", &Told::district}, {"phone", &Told::phone}, {"papers", &Told::papers},
    {"arrived_on", &Told::arrived_on}, {"registered_on", &Told::registered_on},
};

/// In the order of the closed list, whatever order they were picked in.
Result<std::vector<ExtractLine>> lines_of(Work& work, const LawfulOrder& order, const std::vector<std::string>& fields, const std::string& language) {
    TRY(check_fields(fields));
    // A record that was joined with another has nothing left to tell.
    TRY(people::relation_of(work.db, order.person_id));
    const people::Person person = TRY(people::get_person(work, order.person_id));
    const Told told{work, person, language};
    std::vector<ExtractLine> lines;
    for (const auto& [code, value] : kFields) {
        if (std::ranges::find(fields, code) == fields.end()) continue;
        const std::string text = (told.*value)();
        lines.push_back({std::string(code), told.word("disclosures", "field." + std::string(code)), text.empty() ? kUnknown : text});
    }
    return lines;
}

}  // namespace

const std::vector<std::string_view>& extract_fields() {
    static const std::vector<std::string_view> codes = [] {
        std::vector<std::string_view> all;
        for (const auto& each : kFields) all.push_back(each.code);
        return all;
    }();
    return codes;
}

Result<std::vector<ExtractLine>> preview_extract(Work& work, LawfulOrderId id, const std::vector<std::string>& fields, const std::string& language) {
    const LawfulOrder order = TRY(get_lawful_order(work, id));
    // What is decided opens the record no more.
    if (order.decided_by) return conflict("lawful_order.decided_already");
    auto lines = TRY(lines_of(work, order, fields, language));
    work.record({"lawful_order.previewed", "lawful_order", id.str(), order.person_id.str()});
    return lines;
}

Result<printing::Document> compose_extract(Work& work, LawfulOrderId id, int version, const Telling& telling, const std::string& language) {
    TRY(check_disclosure(work, id, version, telling));
    const LawfulOrder order = TRY(get_lawful_order(work, id));
    const auto word = [&](const char* path) { return page_word(language, "disclosures", std::string("paper.") + path); };
    printing::Document document{.title = word("title"), .language = language, .header = word("marking"), .footer = order.reference};
    document.blocks.push_back(printing::Heading{1, word("title") + " " + order.reference});
    document.blocks.push_back(printing::Facts{{{word("to"), order.issuer}, {word("number"), order.number}, {word("dated_on"), printing::long_date(order.dated_on, language)},
                                               {word("law"), order.law}, {word("made_on"), printing::long_date(work.today(), language)}}});
    document.blocks.push_back(printing::Heading{2, word("told")});
    printing::Facts facts;
    for (auto& line : TRY(lines_of(work, order, order.fields, language))) facts.items.emplace_back(std::move(line.label), std::move(line.value));
    document.blocks.push_back(std::move(facts));
    document.blocks.push_back(printing::Paragraph{word("no_more"), printing::Paragraph::Style::small});
    document.blocks.push_back(printing::Facts{{{word("signature"), "______________________"}}});
    return document;
}

}  // namespace homeward::casework
