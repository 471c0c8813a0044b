#pragma once
// Chance that falls the same way on every machine.

#include <cstddef>
#include <cstdint>

namespace homeward::statistics {

/// xorshift (Marsaglia 2003).
class Dice {
public:
    explicit Dice(std::size_t seed) : bits_(0x9E3779B97F4A7C15u * (static_cast<std::uint64_t>(seed) + 1)) {}
    /// From 0 to `sides` - 1.
    std::size_t below(std::size_t sides) {
        bits_ ^= bits_ << 13;
        bits_ ^= bits_ >> 7;
        bits_ ^= bits_ << 17;
        return static_cast<std::size_t>((bits_ >> 20) % sides);
    }

private:
    std::uint64_t bits_;
};

}  // namespace homeward::statistics
