#include "statistics/kernel/part_links.h"

#include <algorithm>
#include <tuple>

namespace homeward::statistics {
namespace {

using Keys = std::vector<std::string>;

Keys keys_of(const People& people, const Crossing& crossing) {
    Keys keys;
    for (const int c : crossing.classifications) keys.push_back(people.classifications[static_cast<std::size_t>(c)].key);
    std::ranges::sort(keys);
    return keys;
}

/// What both count by; exact when the whole is counted by that which cuts out the part as well.
struct Shared {
    Keys keys;
    bool exact = false;
};

class Tie {
public:
    Tie(Layout& layout, const Stand& part, const Stand& whole, const Part& how)
        : layout_(layout), part_(layout.people(part.people)), whole_(layout.people(whole.people)), how_(how) {}

    std::vector<Link> links() {
        std::vector<Link> links;
        for (const Shared& shared : largest_shared()) {
            std::vector<int> of_part(part_.classifications.size(), -1), of_whole(whole_.classifications.size(), -1);
            each(shared, 0, of_part, of_whole, links);
        }
        return links;
    }

private:
    std::vector<Shared> largest_shared() const {
        std::vector<Shared> all;
        for (const auto& inner : part_.crossings) {
            const Keys own = keys_of(part_, inner.crossing);
            for (const auto& outer : whole_.crossings) {
                const Keys other = keys_of(whole_, outer.crossing);
                Shared shared;
                std::ranges::set_intersection(own, other, std::back_inserter(shared.keys));
                shared.exact = !how_.some && (how_.categories.empty() || std::ranges::binary_search(other, how_.classification));
                all.push_back(std::move(shared));
            }
        }
        std::ranges::sort(all, {}, [](const Shared& one) { return std::tuple(!one.exact, -static_cast<long>(one.keys.size()), one.keys); });
        std::vector<Shared> kept;
        for (auto& one : all) {
            if (std::ranges::none_of(kept, [&](const Shared& larger) { return std::ranges::includes(larger.keys, one.keys); })) kept.push_back(std::move(one));
        }
        return kept;
    }

    static int number_of(const People& people, const std::string& key) {
        return static_cast<int>(std::ranges::find(people.classifications, key, &Dimension::key) - people.classifications.begin());
    }

    /// Each combination of the categories that both share.
    void each(const Shared& shared, std::size_t k, std::vector<int>& of_part, std::vector<int>& of_whole, std::vector<Link>& links) {
        if (k == shared.keys.size()) return tie(shared, of_part, of_whole, links);
        const auto inner = static_cast<std::size_t>(number_of(part_, shared.keys[k])), outer = static_cast<std::size_t>(number_of(whole_, shared.keys[k]));
        const auto& categories = part_.classifications[inner].categories;
        const auto& others = whole_.classifications[outer].categories;
        for (std::size_t category = 0; category < categories.size(); ++category) {
            const auto same = std::ranges::find(others, categories[category]);
            if (same == others.end()) continue;
            of_part[inner] = static_cast<int>(category);
            of_whole[outer] = static_cast<int>(same - others.begin());
            each(shared, k + 1, of_part, of_whole, links);
        }
        of_part[inner] = of_whole[outer] = -1;
    }

    void tie(const Shared& shared, const std::vector<int>& of_part, std::vector<int> of_whole, std::vector<Link>& links) {
        Link link{part_.groups(of_part), {}};
        const auto cut = static_cast<std::size_t>(number_of(whole_, how_.classification));
        const bool by_cut = shared.exact && !how_.categories.empty() && of_whole[cut] < 0;
        if (!by_cut) link.right = whole_.groups(of_whole);
        for (std::size_t category = 0; by_cut && category < whole_.classifications[cut].categories.size(); ++category) {
            if (!how_.categories.contains(whole_.classifications[cut].categories[category])) continue;
            of_whole[cut] = static_cast<int>(category);
            for (const int atom : whole_.groups(of_whole)) link.right.push_back(atom);
        }
        if (!shared.exact) link.left.push_back(layout_.new_atom());
        std::ranges::sort(link.left);
        std::ranges::sort(link.right);
        links.push_back(std::move(link));
    }

    Layout& layout_;
    const People& part_;
    const People& whole_;
    const Part& how_;
};

}  // namespace

std::vector<Link> link_parts(Layout& layout, const std::vector<Stand>& stands, const Movements& movements) {
    std::vector<Link> links;
    for (const Stand& part : stands) {
        const auto how = movements.parts.find(part.population);
        if (how == movements.parts.end()) continue;
        for (const Stand& whole : stands) {
            if (whole.release != part.release || whole.population != how->second.whole) continue;
            for (auto& link : Tie(layout, part, whole, how->second).links()) links.push_back(std::move(link));
        }
    }
    return links;
}

}  // namespace homeward::statistics
