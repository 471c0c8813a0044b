#include "identity/name_index.h"

#include <algorithm>

#include "identity/name_key.h"
#include "identity/name_spelling.h"
#include "identity/signature.h"

namespace homeward::identity {
namespace {

constexpr std::size_t longest_texts = 20'000;      // bytes a person's keys may take; more names are ignored
constexpr std::size_t garbage_worth_moving = 1 << 20;

/// The keys of a person's names, each distinct one once.
struct Keys {
    std::string folded;  ///< joined by line feeds
    std::string arabic;  ///< skeletons with a space before and behind each word
    std::string others;
};

void append_skeletons(std::string& out, const std::string& skeletons) {
    const std::string padded = ' ' + skeletons + ' ';
    if (out.find(padded) == out.npos && out.size() + padded.size() < longest_texts) out += padded;
}

Keys keys_of(std::span<const std::string> names) {
    Keys keys;
    std::vector<std::string> seen;
    for (const std::string& name : names) {
        std::string key = fold(name);
        if (key.empty() || keys.folded.size() + key.size() >= longest_texts) continue;
        if (has_arabic(name)) {
            for (const auto& reading : waw_readings(name)) append_skeletons(keys.arabic, skeleton(fold(reading)));
        } else {
            append_skeletons(keys.others, skeleton(key));
        }
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        if (!keys.folded.empty()) keys.folded += '\n';
        keys.folded += key;
        seen.push_back(std::move(key));
    }
    return keys;
}

bool any_covered(const NameQuery::Readings& readings, const Signature& signature) {
    if (!covers(signature, readings.common)) return false;
    return std::any_of(readings.any.begin(), readings.any.end(), [&](const auto& r) { return covers(signature, r.signature); });
}

bool any_inside(const NameQuery::Readings& readings, std::string_view text, const Signature& signature) {
    return std::any_of(readings.any.begin(), readings.any.end(), [&](const auto& r) {
        return covers(signature, r.signature) && text.find(r.text) != text.npos;
    });
}

Signature either(const Signature& a, const Signature& b) { return {a[0] | b[0], a[1] | b[1]}; }

}  // namespace

void NameIndex::reserve(std::size_t people, std::size_t names_per_person) {
    constexpr std::size_t usual_key = 44;  // bytes of one folded name with its skeleton
    entries_.reserve(people);
    folded_signatures_.reserve(people);
    skeleton_signatures_.reserve(people);
    texts_.reserve(people * names_per_person * usual_key);
}

void NameIndex::add(Slot slot, std::span<const std::string> names) {
    remove(slot);
    if (slot >= entries_.size()) {
        entries_.resize(slot + std::size_t{1});
        folded_signatures_.resize(entries_.size());
        skeleton_signatures_.resize(entries_.size());
    }
    const Keys keys = keys_of(names);
    entries_[slot] = {static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint16_t>(keys.folded.size()),
                      static_cast<std::uint16_t>(keys.arabic.size()), static_cast<std::uint16_t>(keys.others.size()), true};
    texts_ += keys.folded;
    texts_ += keys.arabic;
    texts_ += keys.others;
    folded_signatures_[slot] = signature_of(keys.folded);
    skeleton_signatures_[slot] = either(signature_of(keys.arabic), signature_of(keys.others));
    if (!keys.arabic.empty()) ++arabic_people_;
    ++people_;
}

void NameIndex::remove(Slot slot) {
    if (slot >= entries_.size() || !entries_[slot].used) return;
    const Entry& gone = entries_[slot];
    garbage_ += std::size_t{gone.folded} + gone.arabic + gone.others;
    if (gone.arabic > 0) --arabic_people_;
    entries_[slot] = {};
    folded_signatures_[slot] = {};
    skeleton_signatures_[slot] = {};
    --people_;
    if (garbage_ > garbage_worth_moving && garbage_ > texts_.size() / 4) compact();
}

void NameIndex::compact() {
    std::string kept;
    kept.reserve(texts_.size() - garbage_);
    for (Entry& entry : entries_) {
        if (!entry.used) continue;
        const auto offset = static_cast<std::uint32_t>(kept.size());
        kept.append(texts_, entry.offset, std::size_t{entry.folded} + entry.arabic + entry.others);
        entry.offset = offset;
    }
    texts_ = std::move(kept);
    garbage_ = 0;
}

std::size_t NameIndex::memory_bytes() const {
    return entries_.capacity() * sizeof(Entry) + folded_signatures_.capacity() * sizeof(Signature) +
           skeleton_signatures_.capacity() * sizeof(Signature) + texts_.capacity();
}

bool NameIndex::skeletons_match(Slot slot, const NameQuery::Word& word, NameQuery::Skeletons skeletons_of) const {
    const Signature& signature = skeleton_signatures_[slot];
    if (!any_covered(word.skeletons, signature)) return false;
    const Entry& entry = entries_[slot];
    const bool all = skeletons_of == NameQuery::Skeletons::of_all;
    const std::size_t length = entry.arabic + (all ? std::size_t{entry.others} : 0);
    return any_inside(word.skeletons, std::string_view(texts_).substr(entry.offset + entry.folded, length), signature);
}

bool NameIndex::word_matches(Slot slot, const NameQuery::Word& word, NameQuery::Skeletons skeletons_of) const {
    const Signature& signature = folded_signatures_[slot];
    if (any_covered(word.folded, signature)) {
        const Entry& entry = entries_[slot];
        if (any_inside(word.folded, std::string_view(texts_).substr(entry.offset, entry.folded), signature)) return true;
    }
    if (skeletons_of == NameQuery::Skeletons::of_arabic && arabic_people_ == 0) return false;
    return skeletons_match(slot, word, skeletons_of);
}

bool NameIndex::matches(Slot slot, const NameQuery& query) const {
    if (query.nobody || slot >= entries_.size()) return false;
    for (const auto& word : query.words) {
        if (!word_matches(slot, word, query.skeletons_of)) return false;
    }
    return !query.words.empty() || entries_[slot].used;
}

std::vector<Slot> NameIndex::search(const NameQuery& query, std::span<const Slot> order, std::size_t most) const {
    std::vector<Slot> found;
    for (const Slot slot : order) {
        if (found.size() >= most) break;
        if (matches(slot, query)) found.push_back(slot);
    }
    return found;
}

std::vector<Slot> NameIndex::search(const NameQuery& query) const {
    std::vector<Slot> found;
    for (Slot slot = 0; slot < entries_.size(); ++slot) {
        if (matches(slot, query)) found.push_back(slot);
    }
    return found;
}

bool NameIndex::finds_anybody(const NameQuery& query) const {
    for (Slot slot = 0; slot < entries_.size(); ++slot) {
        if (matches(slot, query)) return true;
    }
    return false;
}

NameQuery NameIndex::query(std::string_view text) const {
    NameQuery query = read_query(text, false);
    if (query.words.empty() || finds_anybody(query)) return query;
    query = read_query(text, true);
    query.nobody = !finds_anybody(query);
    return query;
}

}  // namespace homeward::identity
