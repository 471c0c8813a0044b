#include <gtest/gtest.h>

#include <random>

#include "base/text.h"
#include "identity/duplicate_index.h"
#include "identity/name_index.h"
#include "identity/name_key.h"
#include "identity/sort_key.h"

namespace homeward::identity {
namespace {

/// Seeded noise: whole letters of every script we read, signs, and stray bytes.
std::string noise(std::mt19937& random) {
    constexpr char32_t samples[] = {U'a', U'x', U'h', U'y', U'o', U'c', U'j', U'е', U'ь', U'й', U'ш', U'ұ', U'و', U'ع', U'ب', U'د', U'ا', U' ', U'-', U'\'', U'´',
                                    0x2bb, 0x301, 0x650, 0x640, 0xad, 0x200d, 0xfeff, 0xfefb, 0x130, 0xdf, 0x1e9e, 0x10ffff, 0x4e00, 0x1f600, 0};
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) {
        if (random() % 12 == 0) text += static_cast<char>(random() % 256);
        else append_utf8(text, samples[random() % std::size(samples)]);
    }
    return text;
}

TEST(HostileNames, NeverBreakKeysAndIndexes) {
    std::mt19937 random(1);
    NameIndex names;
    DuplicateIndex duplicates;
    for (int round = 0; round < 5'000; ++round) {
        const std::string a = noise(random), b = noise(random);
        const std::string key = fold(a);
        EXPECT_TRUE(is_utf8(key));
        EXPECT_EQ(key.find("  "), key.npos);
        EXPECT_FALSE(key.starts_with(' ') || key.ends_with(' '));
        for (const double alike : {likeness(a, b), full_name_likeness(a, b)}) EXPECT_TRUE(alike >= 0 && alike <= 1);
        EXPECT_EQ(likeness(a, b), likeness(b, a));
        EXPECT_EQ(likeness(a, a), key.empty() ? 0 : 1);

        const auto slot = static_cast<Slot>(random() % 64);
        names.add(slot, std::vector<std::string>{a, b});
        const Description person{{{a, b, a}}, Sex::unknown, std::nullopt};
        duplicates.add(slot, person, std::vector<std::string>{b});
        EXPECT_EQ(compare(person, {{{b, a, b}}, Sex::unknown, std::nullopt}, {}).score, compare({{{b, a, b}}, Sex::unknown, std::nullopt}, person, {}).score);
        if (round % 100 == 0) {
            (void)names.search(names.query(b));
            (void)duplicates.candidates(person);
            EXPECT_LE(sort_key(a).size(), longest_sort_key);
        }
    }
}

TEST(HostileNames, OfAnyLengthCostLittle) {
    for (const std::string_view piece : {"a", "ʻ", "و", "Ж", "ab ", "x-", "\xff"}) {
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        EXPECT_LE(fold(text).size(), 2 * longest_name);
        EXPECT_LE(likeness(text, text), 1);
        EXPECT_LE(full_name_likeness(text, text), 1);
        NameIndex index;
        index.add(0, std::vector<std::string>(50, text));
        EXPECT_LT(index.memory_bytes(), 1u << 20);
        (void)index.search(index.query(text));
    }
}

}  // namespace
}  // namespace homeward::identity
