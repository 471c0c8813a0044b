#include "people/arrival_columns.h"

#include "base/text.h"
#include "people/arrival_column_words.h"
#include "tabular/file_reasons.h"

namespace homeward::people {

namespace {

bool is_name(ColumnMeaning meaning) {
    return meaning == ColumnMeaning::family_name || meaning == ColumnMeaning::given_name || meaning == ColumnMeaning::full_name;
}

/// Whether the words of `phrase` stand in `text` side by side.
bool holds_phrase(std::string_view text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

/// Whether one letter more, less or other makes the two equal. Bytes stand for letters: a Cyrillic one may differ in
/// both of its bytes.
bool one_letter_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 2) return false;
    std::size_t start = 0;
    while (start < a.size() && a[start] == b[start]) ++start;
    std::size_t end = 0;
    while (end < a.size() - start && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
    return b.size() - start - end <= 2;
}

constexpr double phrase_sureness = 0.8;
constexpr double typo_sureness = 0.6;
constexpr std::size_t shortest_for_typo = 10;  // bytes: five Cyrillic letters
constexpr std::size_t longest_header = 200;    // bytes of a key
constexpr std::size_t most_columns = 200;      // that can be a header; lists have some twenty

HeaderReading read_in(const WordTable<ColumnMeaning>& words, const std::string& key) {
    if (const auto* whole = words.find(key)) return {*whole, 1};
    HeaderReading best;
    for (const auto& [phrase, meaning] : words.entries()) {
        const double share = static_cast<double>(phrase.size()) / static_cast<double>(key.size());
        if (share >= 0.4 && share <= 1 && holds_phrase(key, phrase) && phrase_sureness * share > best.sureness) {
            best = {meaning, phrase_sureness * share};
        }
        if (phrase.size() >= shortest_for_typo && typo_sureness > best.sureness && one_letter_apart(phrase, key)) {
            best = {meaning, typo_sureness};
        }
    }
    return best;
}

/// A row like 1, 2, 3 … as forms have under their header.
bool numbers_columns(const tabular::Row& row) {
    int numbered = 0;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const auto text = trim(row.cells[at].text);
        if (text.empty()) continue;
        if (text != std::to_string(at + 1)) return false;
        ++numbered;
    }
    return numbered >= 3;
}

/// A second column called just "number", right of the document, holds the document's.
void find_number_beside_document(std::vector<ArrivalColumn>& columns) {
    for (std::size_t at = 1; at < std::min(columns.size(), most_columns); ++at) {
        const bool free = columns[at].meaning == ColumnMeaning::ignored && columns[at - 1].meaning == ColumnMeaning::document;
        if (!free || read_header(columns[at].header).meaning != ColumnMeaning::number) continue;
        columns[at].meaning = ColumnMeaning::document_number;
        return;
    }
}

HeaderReading surest(std::initializer_list<HeaderReading> readings) {
    return *std::max_element(readings.begin(), readings.end(), [](const auto& a, const auto& b) { return a.sureness < b.sureness; });
}

/// What a header means that stands under another one.
HeaderReading read_under(const std::string& parent, std::string_view text) {
    const std::string own(text);
    const HeaderReading alone = read_header(own);
    const bool of_document = alone.meaning == ColumnMeaning::number && read_header(parent).meaning == ColumnMeaning::document;
    if (of_document) return {ColumnMeaning::document_number, alone.sureness};
    return surest({alone, read_header(own + " " + parent), read_header(parent + " " + own)});
}

}  // namespace

HeaderReading read_header(std::string_view header) {
    if (trim(header) == "#") return {ColumnMeaning::number, 1};
    const std::string key = word_key(header);
    if (key.empty() || key.size() > longest_header) return {};
    HeaderReading best;
    for (const auto& [language, words] : column_words()) {
        const HeaderReading reading = read_in(words, key);
        if (reading.sureness > best.sureness) best = reading;
    }
    return best;
}

std::vector<ArrivalColumn> read_columns(const tabular::Row& row) {
    std::vector<ArrivalColumn> columns;
    std::map<ColumnMeaning, std::pair<double, std::size_t>> holders;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const auto& cell = row.cells[at];
        columns.push_back({static_cast<int>(at) + 1, cell.merged ? std::string() : std::string(trim(cell.text)), ColumnMeaning::ignored, false});
        const HeaderReading reading = at < most_columns ? read_header(columns.back().header) : HeaderReading{};
        if (reading.sureness <= 0) continue;
        auto& holder = holders.try_emplace(reading.meaning, 0.0, at).first->second;
        if (reading.sureness > holder.first) holder = {reading.sureness, at};
    }
    for (const auto& [meaning, holder] : holders) columns[holder.second].meaning = meaning;
    if (!holders.contains(ColumnMeaning::document_number)) find_number_beside_document(columns);
    return columns;
}

bool join_second_line(std::vector<ArrivalColumn>& columns, const tabular::Row& below) {
    std::vector<std::pair<ArrivalColumn*, HeaderReading>> named;
    std::vector<std::string> headers;
    std::string parent;
    for (std::size_t at = 0; at < std::min({columns.size(), below.cells.size(), most_columns}); ++at) {
        const bool spans = columns[at].header.empty() || (at + 1 < columns.size() && columns[at + 1].header.empty());
        if (!columns[at].header.empty()) parent = columns[at].header;
        const auto text = trim(below.cells[at].text);
        if (text.empty() || below.cells[at].merged) continue;
        if (!spans) return false;
        named.emplace_back(&columns[at], read_under(parent, text));
        headers.push_back(parent + " " + std::string(text));
    }
    const bool any = std::any_of(named.begin(), named.end(), [](const auto& each) { return each.second.sureness > 0; });
    for (std::size_t at = 0; any && at < named.size(); ++at) {
        named[at].first->header = headers[at];
        named[at].first->meaning = named[at].second.meaning;
    }
    return any;
}

double header_score(const tabular::Row& row) {
    std::map<ColumnMeaning, double> best;
    for (const auto& cell : std::span(row.cells).first(std::min(row.cells.size(), most_columns))) {
        if (cell.merged) continue;
        const HeaderReading reading = read_header(cell.text);
        if (reading.sureness > 0) best[reading.meaning] = std::max(best[reading.meaning], reading.sureness);
    }
    const bool names = std::any_of(best.begin(), best.end(), [](const auto& each) { return is_name(each.first); });
    if (!names || best.size() < 3) return 0;
    double score = 0;
    for (const auto& [meaning, sureness] : best) score += sureness;
    return score;
}

bool repeats_header(const tabular::Row& row, const std::vector<ArrivalColumn>& columns) {
    if (numbers_columns(row)) return true;
    std::size_t equal = 0;
    std::size_t filled = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].header.empty()) continue;
        ++filled;
        equal += at < row.cells.size() && word_key(row.cells[at].text) == word_key(columns[at].header);
    }
    return equal >= 3 && equal * 2 > filled;
}

Done correct_columns(std::vector<ArrivalColumn>& columns, const std::map<int, ColumnMeaning>& corrections) {
    for (const auto& [number, meaning] : corrections) {
        if (number < 1 || static_cast<std::size_t>(number) > columns.size()) return tabular::refused("no_such_column", {0, number, 0});
        // A meaning has one column: what a person says takes it from the column we chose.
        for (auto& column : columns) {
            if (column.meaning == meaning && !column.corrected) column.meaning = ColumnMeaning::ignored;
        }
        columns[static_cast<std::size_t>(number) - 1].meaning = meaning;
        columns[static_cast<std::size_t>(number) - 1].corrected = true;
    }
    return {};
}

}  // namespace homeward::people
