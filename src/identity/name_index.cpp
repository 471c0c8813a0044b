#include "identity/name_index.h"

#include <algorithm>

#include "identity/name_key.h"
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
        append_skeletons(has_arabic(name) ? keys.arabic : keys.others, skeleton(key));
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        if (!keys.folded.empty()) keys.folded += '\n';
        keys.folded += key;
        seen.push_back(std::move(key));
    }
    return keys;
}

bool any_inside(const std::vector<NameQuery::Reading>& readings, std::string_view text, const Signature& signature) {
    for (const auto& reading : readings) {
        if (covers(signature, reading.signature) && text.find(reading.text) != text.npos) return true;
    }
    return false;
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
    ++people_;
}

void NameIndex::remove(Slot slot) {
    if (slot >= entries_.size() || !entries_[slot].used) return;
    const Entry& gone = entries_[slot];
    garbage_ += std::size_t{gone.folded} + gone.arabic + gone.others;
    entries_[slot] = {};
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

bool NameIndex::word_matches(Slot slot, const NameQuery::Word& word, NameQuery::Skeletons skeletons_of) const {
    const Entry& entry = entries_[slot];
    const std::string_view texts = std::string_view(texts_).substr(entry.offset);
    if (any_inside(word.folded, texts.substr(0, entry.folded), folded_signatures_[slot])) return true;
    const std::string_view arabic = texts.substr(entry.folded, entry.arabic);
    const std::string_view others = texts.substr(std::size_t{entry.folded} + entry.arabic, entry.others);
    const Signature& signature = skeleton_signatures_[slot];
    if (skeletons_of != NameQuery::Skeletons::of_others && !arabic.empty() && any_inside(word.skeletons, arabic, signature)) return true;
    return skeletons_of != NameQuery::Skeletons::of_arabic && any_inside(word.skeletons, others, signature);
}

bool NameIndex::matches(Slot slot, const NameQuery& query) const {
    if (query.nobody || slot >= entries_.size() || !entries_[slot].used) return false;
    for (const auto& word : query.words) {
        if (!word_matches(slot, word, query.skeletons_of)) return false;
    }
    return true;
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

NameQuery NameIndex::query(std::string_view text) const {
    NameQuery exact = read_query(text, false);
    if (exact.words.empty()) return exact;
    for (Slot slot = 0; slot < entries_.size(); ++slot) {
        if (matches(slot, exact)) return exact;
    }
    return read_query(text, true);
}

}  // namespace homeward::identity
