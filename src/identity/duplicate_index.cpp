#include "identity/duplicate_index.h"

#include <algorithm>
#include <cstdlib>

#include "identity/name_key.h"

namespace homeward::identity {
namespace {

constexpr std::size_t fewest_buckets = 1024;

std::uint32_t hash_of(char kind, std::string_view a, std::string_view b) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    const auto mix = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3; };
    mix(kind);
    for (const char c : a) mix(c);
    mix('\n');
    for (const char c : b) mix(c);
    return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

/// What a person is found by.
struct BlockingKeys {
    std::vector<std::uint32_t> names;  ///< count only where the birth years allow it
    std::vector<std::uint32_t> others;
};

void add_name_keys(BlockingKeys& keys, const NameParts& name, const std::string& birth_date) {
    std::string given = skeleton(fold(name.given)), family = skeleton(family_stem(name.family));
    for (const auto& part : {given, family}) {
        if (!part.empty() && !birth_date.empty()) keys.others.push_back(hash_of('b', part, birth_date));
    }
    if (given.empty() || family.empty()) return;
    if (family < given) std::swap(given, family);
    keys.names.push_back(hash_of('n', given, family));
}

void keep_distinct(std::vector<std::uint32_t>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

BlockingKeys keys_of(const Description& person, std::span<const std::string> documents) {
    const bool whole_date = person.born_on && person.born_on->precision() == DatePrecision::day && !person.born_on->estimated;
    const std::string birth_date = whole_date ? person.born_on->str() : std::string{};
    BlockingKeys keys;
    for (const NameParts& name : person.names) add_name_keys(keys, name, birth_date);
    for (const std::string& number : documents) {
        if (const auto key = document_key(number); !key.empty()) keys.others.push_back(hash_of('d', key, {}));
    }
    keep_distinct(keys.names);
    keep_distinct(keys.others);
    return keys;
}

std::int16_t year_of(const Description& person) {
    return person.born_on ? static_cast<std::int16_t>(person.born_on->year) : std::int16_t{0};
}

}  // namespace

void DuplicateIndex::add(Slot slot, const Description& person, std::span<const std::string> documents) {
    remove(slot);
    if (slot >= people_.size()) people_.resize(slot + std::size_t{1});
    const BlockingKeys keys = keys_of(person, documents);
    for (const auto key : keys.names) insert(key, slot);
    for (const auto key : keys.others) insert(key, slot);
    people_[slot].year = year_of(person);
}

void DuplicateIndex::remove(Slot slot) {
    if (slot >= people_.size()) return;
    for (Place place = people_[slot].first; place != 0;) {
        const Place next = nodes_[place - 1].sibling;
        unlink(place);
        nodes_[place - 1] = {0, 0, 0, free_};
        free_ = place;
        place = next;
    }
    people_[slot] = {};
}

void DuplicateIndex::insert(std::uint32_t key, Slot slot) {
    if (nodes_.size() >= buckets_.size()) grow();
    Place place = free_;
    if (place != 0) {
        free_ = nodes_[place - 1].sibling;
    } else {
        nodes_.emplace_back();
        place = static_cast<Place>(nodes_.size());
    }
    Place& bucket = buckets_[key & (buckets_.size() - 1)];
    nodes_[place - 1] = {key, slot, bucket, people_[slot].first};
    bucket = place;
    people_[slot].first = place;
}

void DuplicateIndex::unlink(Place place) {
    Place* link = &buckets_[nodes_[place - 1].key & (buckets_.size() - 1)];
    while (*link != place) link = &nodes_[*link - 1].next;
    *link = nodes_[place - 1].next;
}

void DuplicateIndex::grow() {
    buckets_.assign(std::max(fewest_buckets, buckets_.size() * 2), 0);
    for (const Person& person : people_) {
        for (Place place = person.first; place != 0; place = nodes_[place - 1].sibling) {
            Place& bucket = buckets_[nodes_[place - 1].key & (buckets_.size() - 1)];
            nodes_[place - 1].next = bucket;
            bucket = place;
        }
    }
}

template <class Visit>
void DuplicateIndex::each_with(std::uint32_t key, Visit visit) const {
    if (buckets_.empty()) return;
    for (Place place = buckets_[key & (buckets_.size() - 1)]; place != 0; place = nodes_[place - 1].next) {
        if (nodes_[place - 1].key == key) visit(nodes_[place - 1].slot);
    }
}

std::vector<Slot> DuplicateIndex::candidates(const Description& person, std::span<const std::string> documents) const {
    const BlockingKeys keys = keys_of(person, documents);
    const std::int16_t year = year_of(person);
    std::vector<Slot> found;
    for (const auto key : keys.names) {
        each_with(key, [&](Slot slot) {
            const std::int16_t other = people_[slot].year;
            if (year == 0 || other == 0 || std::abs(year - other) <= most_years_apart) found.push_back(slot);
        });
    }
    for (const auto key : keys.others) {
        each_with(key, [&](Slot slot) { found.push_back(slot); });
    }
    keep_distinct(found);
    return found;
}

std::size_t DuplicateIndex::memory_bytes() const {
    return nodes_.capacity() * sizeof(Node) + buckets_.capacity() * sizeof(Place) + people_.capacity() * sizeof(Person);
}

}  // namespace homeward::identity
