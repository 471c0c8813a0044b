#include "people/arrival_duplicates.h"

#include "identity/duplicate_index.h"
#include "people/arrival_words.h"

namespace homeward::people {

namespace {

using identity::Description;
using identity::Tie;

Description description_of(const ListedPerson& person) {
    return {{{person.family_name, person.given_name, person.patronymic}}, person.sex, person.born_on};
}

bool has_name(const ListedPerson& person) {
    return !person.family_name.empty() || !person.given_name.empty() || !person.patronymic.empty();
}

/// A child entered in the mother's document shows her number, not one of their own.
bool in_another_document(std::string_view document) {
    const std::string key = word_key(document);
    for (const std::string_view mother : {"матер", "mother", "анасын", "anasyn", "эненин", "энесин", "онаси", "onasi", "модар", "enesin"}) {
        if (key.find(mother) != std::string::npos) return true;
    }
    return false;
}

std::string own_document(const ListedPerson& person) {
    return in_another_document(person.document) ? std::string() : identity::document_key(person.document_number);
}

Tie tie(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return Tie::unknown;
    return a == b ? Tie::equal : Tie::unequal;
}

/// What comparing needs of a row, made once.
struct Compared {
    const ArrivalRow* row;
    Description description;
    std::string document;
    std::string family;
};

std::vector<Compared> comparable(const std::vector<ArrivalRow>& rows) {
    std::vector<Compared> all;
    all.reserve(rows.size());
    for (const auto& row : rows) {
        all.push_back({&row, description_of(row.person), own_document(row.person), word_key(row.person.family_number)});
    }
    return all;
}

identity::Verdict verdict_of(const Compared& a, const Compared& b) {
    return identity::compare(a.description, b.description, {tie(a.family, b.family), tie(a.document, b.document)});
}

bool are_different(const Compared& a, const Compared& b) {
    return verdict_of(a, b).likelihood == identity::Likelihood::different;
}

// Rows under one number that are all different people need no comparing beyond these.
constexpr std::size_t most_holders = 3;

// What comparing may cost, in candidates: some two seconds. A real list of 10,000 needs a tenth of it.
constexpr std::size_t most_candidates = 500'000;

/// The people under one document number, each with the first row that holds them.
std::vector<std::vector<std::size_t>> holders_of(const std::vector<Compared>& all, const std::vector<std::size_t>& group) {
    std::vector<std::vector<std::size_t>> holders;
    for (const auto at : group) {
        const auto same = std::find_if(holders.begin(), holders.end(), [&](const auto& holder) { return !are_different(all[holder.front()], all[at]); });
        if (same != holders.end()) same->push_back(at);
        else if (holders.size() < most_holders) holders.push_back({at});
        else holders.back().push_back(at);
    }
    return holders;
}

/// The earlier row that this one most likely repeats.
std::optional<DuplicatePair> first_repeated(const std::vector<Compared>& all, std::size_t at, const std::vector<identity::Slot>& candidates) {
    std::optional<DuplicatePair> best;
    for (const auto slot : candidates) {
        const auto verdict = verdict_of(all[slot], all[at]);
        if (verdict.likelihood == identity::Likelihood::different) continue;
        if (!best || verdict.score > best->likeness) best = DuplicatePair{all[slot].row->row, all[at].row->row, verdict.score};
    }
    return best;
}

}  // namespace

Duplicates find_duplicates(const std::vector<ArrivalRow>& rows) {
    const auto all = comparable(rows);
    identity::DuplicateIndex index;
    Duplicates found;
    std::size_t cost = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!has_name(all[at].row->person)) continue;
        std::vector<std::string> documents;
        if (!all[at].document.empty()) documents.push_back(all[at].document);
        const auto candidates = index.candidates(all[at].description, documents);
        cost += candidates.size();
        if (cost > most_candidates) {
            found.complete = false;
            break;
        }
        const auto repeated = first_repeated(all, at, candidates);
        if (repeated) found.pairs.push_back(*repeated);
        else index.add(static_cast<identity::Slot>(at), all[at].description, documents);
    }
    std::sort(found.pairs.begin(), found.pairs.end(), [](const DuplicatePair& a, const DuplicatePair& b) {
        return std::pair(a.row, a.other_row) < std::pair(b.row, b.other_row);
    });
    return found;
}

void refuse_document_conflicts(std::vector<ArrivalRow>& rows, const ArrivalColumn* column) {
    if (!column) return;
    const auto all = comparable(rows);
    std::map<std::string, std::vector<std::size_t>> by_document;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!all[at].document.empty() && has_name(all[at].row->person)) by_document[all[at].document].push_back(at);
    }
    for (const auto& [document, group] : by_document) {
        if (group.size() < 2) continue;
        const auto holders = holders_of(all, group);
        if (holders.size() < 2) continue;
        for (std::size_t holder = 0; holder < holders.size(); ++holder) {
            const int other = rows[holders[holder == 0 ? 1 : 0].front()].row;
            for (const auto at : holders[holder]) rows[at].refusals.push_back({column->header, column->number, "document_conflict", other});
        }
    }
}

std::set<int> distinct_rows(const std::set<int>& counted, const std::vector<DuplicatePair>& pairs) {
    std::map<int, int> repeats;
    const auto first_of = [&](int row) {
        for (auto found = repeats.find(row); found != repeats.end(); found = repeats.find(row)) row = found->second;
        return row;
    };
    for (const auto& pair : pairs) {
        if (!counted.contains(pair.row) || !counted.contains(pair.other_row)) continue;
        const int a = first_of(pair.row);
        const int b = first_of(pair.other_row);
        if (a != b) repeats[std::max(a, b)] = std::min(a, b);
    }
    std::set<int> distinct;
    for (const int row : counted) {
        if (!repeats.contains(row)) distinct.insert(row);
    }
    return distinct;
}

}  // namespace homeward::people
