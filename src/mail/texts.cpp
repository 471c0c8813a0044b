#include "mail/texts.h"

#include <stdexcept>

#include "base/json.h"
#include "base/text.h"

namespace homeward::mail {

BOOST_DESCRIBE_STRUCT(Wording, (), (name, subject, text, named))
BOOST_DESCRIBE_STRUCT(Frame, (), (greeting, on, read, why, stop, choose))
struct Kind {
    bool usually_wanted = true;
    std::map<std::string, Wording> in_languages;
};
BOOST_DESCRIBE_STRUCT(Kind, (), (usually_wanted, in_languages))
struct Letters {
    std::map<std::string, Frame> frames;
    std::map<std::string, std::map<std::string, std::string>> lines;
    std::map<std::string, Kind> kinds;
};
BOOST_DESCRIBE_STRUCT(Letters, (), (frames, lines, kinds))

namespace {

const Letters& letters() {
    static const Letters read = [] {
        auto found = json::read<Letters>(shipped_letters());
        if (!found) throw std::logic_error("config/mail/letters.json: " + found.error().key + " " + found.error().field);
        return std::move(found).value();
    }();
    return read;
}

template <class T>
const T& named(const std::map<std::string, T>& among, std::string_view name, const char* what) {
    const auto found = among.find(std::string(name));
    if (found == among.end()) throw std::logic_error(std::string("there is no ") + what + " " + std::string(name));
    return found->second;
}

/// A value is one line: what follows a line break would look like ours.
std::string on_one_line(std::string_view value) {
    std::string line;
    while (!value.empty()) {
        const char32_t c = next_code_point(value);
        const bool breaks = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
        append_utf8(line, breaks ? U' ' : c);
    }
    return std::string(trim(line));
}

}  // namespace

std::vector<std::string> kinds() {
    std::vector<std::string> names;
    for (const auto& [name, kind] : letters().kinds) names.push_back(name);
    return names;
}

bool is_kind(std::string_view kind) { return letters().kinds.contains(std::string(kind)); }

bool usually_wanted(std::string_view kind) { return named(letters().kinds, kind, "letter").usually_wanted; }

std::string written_language(std::string_view language) {
    const std::string asked(language.substr(0, language.find('-')));
    return letters().frames.contains(asked) ? asked : "en";
}

const Wording& wording(std::string_view kind, std::string_view language) {
    return named(named(letters().kinds, kind, "letter").in_languages, language, "language");
}

std::string line(std::string_view name, std::string_view language, const std::map<std::string, std::string>& values) {
    return filled(named(named(letters().lines, name, "line"), language, "language"), values);
}

const Frame& frame(std::string_view language) { return named(letters().frames, language, "language"); }

std::string filled(std::string_view text, const std::map<std::string, std::string>& values) {
    std::string out;
    while (true) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) return out;
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) throw std::logic_error("a hole of a letter is open");
        out += on_one_line(named(values, text.substr(open + 1, close - open - 1), "value for the hole"));
        text.remove_prefix(close + 1);
    }
}

std::string day_in_words(Date day, std::string_view language) {
    constexpr const char* kMonths[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    if (language == "ru") return two(day.day) + "." + two(day.month) + "." + std::to_string(day.year);
    return std::to_string(day.day) + " " + kMonths[day.month - 1] + " " + std::to_string(day.year);
}

}  // namespace homeward::mail
