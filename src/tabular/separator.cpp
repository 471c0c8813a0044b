#include "tabular/separator.h"

namespace homeward::tabular {

namespace {

constexpr std::array<char, 4> candidates = {';', ',', '\t', '|'};
constexpr int sample_records = 200;
constexpr int sample_characters = 256 * 1024;

bool is_candidate(char32_t c) {
    return std::any_of(candidates.begin(), candidates.end(), [c](char each) { return c == static_cast<unsigned char>(each); });
}

/// Fields of each record of a sample, were `separator` the right one.
std::map<int, int> field_counts(TextSource text, char separator) {
    std::map<int, int> records_by_fields;
    int records = 0;
    int fields = 1;
    bool quoted = false;
    bool quote_opens = true;  // behind any candidate: a field of another separator may be quoted too
    for (int seen = 0; records < sample_records && seen < sample_characters; ++seen) {
        const char32_t c = text.next();
        if (c >= TextSource::bad) break;
        if (quoted) {
            if (c == U'"' && text.peek() == U'"') text.next();
            else if (c == U'"') quoted = false;
            continue;
        }
        if (c == U'"' && quote_opens) {
            quoted = true;
            quote_opens = false;
            continue;
        }
        const bool line_ends = c == U'\n' || (c == U'\r' && text.peek() != U'\n');
        quote_opens = line_ends || c == U'\r' || is_candidate(c);
        if (line_ends) {
            ++records_by_fields[fields];
            ++records;
            fields = 1;
        } else if (c == static_cast<unsigned char>(separator)) {
            ++fields;
        }
    }
    if (fields > 1) ++records_by_fields[fields];
    return records_by_fields;
}

/// High when most records have the same, large number of fields.
double evenness(const std::map<int, int>& records_by_fields) {
    double total = 0;
    for (const auto& [fields, records] : records_by_fields) total += records;
    double best = 0;
    for (const auto& [fields, records] : records_by_fields) best = std::max(best, (fields - 1) * records * (records / total));
    return best;
}

}  // namespace

std::optional<char> declared_separator(TextSource text) {
    for (const char32_t expected : {U's', U'e', U'p', U'='}) {
        if ((text.next() | 0x20u) != (expected | 0x20u)) return std::nullopt;
    }
    const char32_t named = text.next();
    const char32_t after = text.next();
    if (after != U'\n' && after != U'\r' && after != TextSource::end) return std::nullopt;
    for (const char candidate : candidates) {
        if (named == static_cast<unsigned char>(candidate)) return candidate;
    }
    return std::nullopt;
}

char likely_separator(const TextSource& text) {
    char likely = ',';
    double best = 0;
    for (const char candidate : candidates) {
        const double score = evenness(field_counts(text, candidate));
        if (score > best) {
            best = score;
            likely = candidate;
        }
    }
    return likely;
}

}  // namespace homeward::tabular
