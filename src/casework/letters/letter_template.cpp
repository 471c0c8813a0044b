#include "casework/letters/letter_template.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/json.h"
#include "base/languages.h"
#include "base/letters.h"
#include "base/text.h"
#include "forms/text_rules.h"

namespace homeward::casework {

BOOST_DESCRIBE_STRUCT(TemplateBlock, (), (heading, paragraph, small, part, bullets, facts))
BOOST_DESCRIBE_STRUCT(TemplateText, (), (title, hint, blocks, choices))
BOOST_DESCRIBE_STRUCT(LetterTemplate, (), (code, version, about, goes_to, purpose, shows, asks, unchecked, texts))

namespace {

Error wrong(std::string why) { return invalid("letter.template", "", {{"why", std::move(why)}}); }

bool among(const std::vector<std::string_view>& known, std::string_view word) { return std::ranges::find(known, word) != known.end(); }

/// Calls `see` with every text of a block.
template <class See>
void each_text(const TemplateBlock& block, See&& see) {
    for (const auto* text : {&block.heading, &block.paragraph, &block.small}) {
        if (*text) see(**text);
    }
    for (const auto& item : block.bullets.value_or(std::vector<std::string>{})) see(item);
    for (const auto& fact : block.facts.value_or(std::vector<std::vector<std::string>>{})) {
        for (const auto& text : fact) see(text);
    }
}

Done check_text(std::string_view text) {
    if (const auto word = forms::refused_word(text)) return wrong("says " + *word);
    if (const auto word = word_of_origin(text)) return wrong("tells origin: " + *word);
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 2)) {
        const auto end = text.find("}}", at);
        if (end == std::string_view::npos) return wrong("a field without an end");
        const auto field = text.substr(at + 2, end - at - 2);
        if (!among(letter_fields(), field)) return wrong("field " + std::string(field));
    }
    return {};
}

Done check_block(const TemplateBlock& block) {
    const int set = block.heading.has_value() + block.paragraph.has_value() + block.small.has_value() + block.part.has_value() + block.bullets.has_value() +
                    block.facts.has_value();
    if (set != 1) return wrong("a block of several or no kinds");
    if (block.part && !among(letter_parts(), *block.part)) return wrong("part " + *block.part);
    Done done;
    each_text(block, [&](const std::string& text) {
        if (done) done = check_text(text);
    });
    for (const auto& fact : block.facts.value_or(std::vector<std::vector<std::string>>{})) {
        if (fact.size() != 2) return wrong("a fact of other than two texts");
    }
    return done;
}

std::vector<std::string> codes_of(const std::map<std::string, std::string>& choices) {
    std::vector<std::string> codes;
    for (const auto& [code, words] : choices) codes.push_back(code);
    return codes;
}

Done check_texts(const LetterTemplate& letter) {
    if (!letter.texts.contains("en") || !letter.texts.contains("ru")) return wrong("English and Russian are needed");
    for (const auto& [language, text] : letter.texts) {
        if (!is_language(language)) return wrong("language " + language);
        TRY(check_text(text.title));
        for (const auto& block : text.blocks) {
            TRY(check_block(block));
            // Pieces of a case file are said in the words of the pages, which are English and Russian.
            if (block.part && language != "en" && language != "ru" && *block.part != "choices" && *block.part != "signature_staff") return wrong("part in " + language);
        }
        for (const auto& [code, words] : text.choices) TRY(check_text(words));
        if (codes_of(text.choices) != codes_of(letter.texts.at("en").choices)) return wrong("choices differ in " + language);
    }
    return {};
}

using Words = std::map<std::string, boost::json::value>;  // `en/casework`

const Words& all_words() {
    static const Words words = [] {
        Words read;
        const auto texts = shipped_page_words();
        std::size_t at = 0;
        for (const char* language : {"en", "ru"}) {
            for (const char* area : {"casework", "children", "common", "consents", "disclosures", "notes", "people", "services"}) read[std::string(language) + "/" + area] = json::parse(texts.at(at++)).value();
        }
        return read;
    }();
    return words;
}

/// Folded, with one space for whatever is no letter, digit or hyphen: marks of every script end a word, also « and a long dash.
std::string words_alone(std::string_view text) {
    const std::string folded = casefolded(text);
    std::string words;
    for (std::string_view rest = folded; !rest.empty();) {
        const char32_t c = next_code_point(rest);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (plain || (c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F))) append_utf8(words, c);
        else if (!words.ends_with(' ')) words += ' ';
    }
    return words;
}

}  // namespace

std::optional<std::string> word_of_origin(std::string_view text) {
    // Beginnings of words, in lower case: places, operations, and what coming back is called.
    static const std::vector<std::string_view> kBeginnings{"syria", "iraq", "afghan", "baghdad", "al-hol", "repatri", "returnee", "mehr", "zhusan", "jusan", "rusafa", "meerim",
                                                           "aikol", "conflict zone", "war zone", "сири", "ирак", "афган", "багдад", "репатри", "возвращен", "вернувш", "мехр",
                                                           "жусан", "русафа", "мээрим", "айкөл", "айкол", "suriya", "iroq", "afgʻon", "afg on", "сурия", "ироқ", "афғон",
                                                           "ауған", "ооган", "siriýa", "yrak", "owgan", "зон вооруж", "зоны вооруж", "зоны боев", "зон боев"};
    // Of these the whole word only: with them begin names of people, and of the children's homes called Mehribonlik.
    static const std::set<std::string_view> kWhole{"mehr", "мехр"};
    const auto folded = words_alone(text);
    const auto letter_at = [&](std::size_t at) {
        const unsigned char byte = at < folded.size() ? static_cast<unsigned char>(folded[at]) : ' ';
        return byte >= 0x80 || (byte >= 'a' && byte <= 'z');
    };
    for (const auto beginning : kBeginnings) {
        for (auto at = folded.find(beginning); at != std::string::npos; at = folded.find(beginning, at + 1)) {
            const bool inside = at > 0 && letter_at(at - 1);
            if (!inside && !(kWhole.contains(beginning) && letter_at(at + beginning.size()))) return std::string(beginning);
        }
    }
    return std::nullopt;
}

Done check_said_to_others(std::string_view text, const std::string& thing, const std::string& field) {
    if (const auto word = forms::refused_word(text)) return invalid(thing + ".word", field, {{"word", *word}});
    if (const auto word = word_of_origin(text)) return invalid(thing + ".says_origin", field, {{"word", *word}});
    return {};
}

const std::vector<std::string_view>& letter_fields() {
    static const std::vector<std::string_view> fields{"name", "code", "born_on", "region", "today", "worker", "receiver", "meeting_on", "meeting_time", "meeting_place", "note"};
    return fields;
}

const std::vector<std::string_view>& letter_parts() {
    static const std::vector<std::string_view> parts{"choices", "signature_staff", "signature_person", "held", "documents", "needs", "agreed", "visits", "notes",
                                                      "consents", "assessments", "child", "incidents", "complaints"};
    return parts;
}

const std::vector<std::string_view>& letter_asks() {
    static const std::vector<std::string_view> asks{"receiver", "meeting_on", "meeting_time", "meeting_place", "note", "choices"};
    return asks;
}

Result<LetterTemplate> read_template(std::string_view text) {
    auto letter = TRY(json::read<LetterTemplate>(text));
    if (letter.goes_to != "person" && letter.goes_to != "body") return wrong("goes_to");
    if ((letter.goes_to == "body") != letter.purpose.has_value()) return wrong("a purpose is for letters to a body");
    if (letter.goes_to == "body" && std::ranges::find(letter.asks, "receiver") == letter.asks.end()) return wrong("a letter to a body asks for its receiver");
    if (std::ranges::find(letter.shows, "origin") != letter.shows.end()) return wrong("shows origin");
    for (const auto& ask : letter.asks) {
        if (!among(letter_asks(), ask)) return wrong("asks " + ask);
    }
    for (const auto& language : letter.unchecked.value_or(std::vector<std::string>{})) {
        if (!letter.texts.contains(language)) return wrong("unchecked " + language);
    }
    TRY(check_texts(letter));
    return letter;
}

const std::vector<LetterTemplate>& letter_templates() {
    static const std::vector<LetterTemplate> templates = [] {
        std::vector<LetterTemplate> read;
        for (const auto text : shipped_letter_templates()) {
            auto letter = read_template(text);
            if (!letter) throw std::logic_error("a letter template: " + letter.error().key + " " + letter.error().field + " " + json::write(letter.error().params));
            read.push_back(std::move(*letter));
        }
        return read;
    }();
    return templates;
}

const LetterTemplate* find_template(std::string_view code) {
    const auto found = std::ranges::find(letter_templates(), code, &LetterTemplate::code);
    return found == letter_templates().end() ? nullptr : &*found;
}

std::string page_word(const std::string& language, const std::string& area, const std::string& path) {
    const auto words = all_words().find((language == "ru" ? "ru/" : "en/") + area);
    if (words == all_words().end()) throw std::logic_error("no words of " + area);
    const auto* at = &words->second;
    std::string last;
    for (const auto piece : split(path, '.')) {
        last = piece;
        const auto* inside = at->is_object() ? at->get_object().if_contains(piece) : nullptr;
        if (!inside) return std::string(split(path, '.').back());
        at = inside;
    }
    return at->is_string() ? std::string(at->get_string()) : last;
}

}  // namespace homeward::casework
