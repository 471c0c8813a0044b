#pragma once
// Search of people by any part of a name in any script, in memory. The caller locks.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::identity {

/// The number a caller gave to a person; small and dense, since tables are as long as the greatest one.
using Slot = std::uint32_t;

/// 128 places, some taken by the pairs of neighbouring letters of a text. A text that lacks a place of the query
/// cannot hold it.
using Signature = std::array<std::uint64_t, 2>;

/// A search text, made ready once by `NameIndex::query`.
struct NameQuery {
    /// One way in which a word can stand inside a key.
    struct Reading {
        std::string text;
        Signature signature{};
    };
    struct Readings {
        std::vector<Reading> any;  ///< one of them must be a substring
        Signature common{};        ///< places that all of them take
    };
    /// A word matches by its readings in the folded keys of all names, or in the skeletons of `skeletons_of`.
    struct Word {
        Readings folded;
        Readings skeletons;
    };
    /// Whose skeletons a word may match: of names in Arabic script; of all names, when the query is in it.
    enum class Skeletons { of_arabic, of_all };

    std::vector<Word> words;  ///< all must match; none: every person matches
    Skeletons skeletons_of = Skeletons::of_arabic;
    bool nobody = false;      ///< nobody can match
};

/// Names of people, kept as folded keys and skeletons only.
///
/// For 100,000 people with two names of three parts each: 13 MB, built in 0.3 s, a page of results in 1.5 ms (p95, of
/// one core of a cloud machine's AMD EPYC). name_index_test.cpp holds 25 MB; ./bench measures the rest.
class NameIndex {
public:
    /// Sets the names of a person, each one whole ("family given patronymic"), replacing what was there.
    void add(Slot slot, std::span<const std::string> names);
    /// Forgets a person. No error when the slot is empty.
    void remove(Slot slot);
    void reserve(std::size_t people, std::size_t names_per_person = 2);

    std::size_t size() const { return people_; }      ///< people in it
    std::size_t memory_bytes() const;

    /// Makes a search text ready. Its words, split at white space, hyphens and commas, are substrings of names in
    /// any order and any script. Arabic script meets the others by skeletons; where nobody at all would match, all
    /// words are read as skeletons, which forgives vowels. Good for the index as it is now: make it anew after
    /// a change. A blank text matches everybody; one without a letter or digit, nobody.
    NameQuery query(std::string_view text) const;

    /// Whether a person has all words of the query among their names.
    bool matches(Slot slot, const NameQuery& query) const;

    /// Those of `order` that match, in its order; at most `most`. To page: pass the rest of the order.
    std::vector<Slot> search(const NameQuery& query, std::span<const Slot> order, std::size_t most) const;
    /// All that match, by slot.
    std::vector<Slot> search(const NameQuery& query) const;

private:
    struct Entry {
        std::uint32_t offset = 0;         ///< into texts_
        std::uint16_t folded = 0;         ///< bytes of keys, then
        std::uint16_t arabic = 0;         ///< bytes of skeletons of names in Arabic script, then
        std::uint16_t others = 0;         ///< bytes of skeletons of the other names
        bool used = false;
    };

    bool skeletons_match(Slot slot, const NameQuery::Word& word, NameQuery::Skeletons skeletons_of) const;
    bool word_matches(Slot slot, const NameQuery::Word& word, NameQuery::Skeletons skeletons_of) const;
    bool finds_anybody(const NameQuery& query) const;
    void compact();

    std::vector<Entry> entries_;          ///< by slot
    std::vector<Signature> folded_signatures_;
    std::vector<Signature> skeleton_signatures_;
    std::string texts_;
    std::size_t garbage_ = 0;             ///< bytes of texts_ that nobody uses
    std::size_t people_ = 0;
    std::size_t arabic_people_ = 0;       ///< with a name in Arabic script
};

}  // namespace homeward::identity
