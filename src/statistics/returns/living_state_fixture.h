#pragma once
// A State of people who do not exist, as the real definitions see it year by year: they arrive, grow older, get what the catalogue asks
// about, and are corrected. For tests and the benchmark.

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "statistics/definitions/count.h"
#include "statistics/definitions/movements.h"
#include "statistics/returns/make_safe.h"
#include "statistics/returns/release_json.h"

namespace homeward::statistics::testing {

class LivingState {
public:
    static constexpr int kFirstYear = 2019;

    /// people   of five operations from 2019 to 2022; a few more come in each later year
    LivingState(std::string code, int people, unsigned seed) : code_(std::move(code)), size_(people), random_(seed) {}

    /// A year goes by; years come one after the other from 2019.
    void live(int year) {
        for (auto& one : people_) {
            for (auto& luck : one.luck) if (below(8) == 0) luck = below(1000);
        }
        arrive(year);
        // A sex that was noted wrongly, and somebody who was in the register twice.
        for (int i = 0; i < 2 && year > kFirstYear; ++i) {
            auto& one = people_[static_cast<std::size_t>(below(static_cast<int>(people_.size())))];
            if (i == 0) one.sex = one.sex == Sex::female ? Sex::male : Sex::female;
            else one.gone = true;
        }
    }

    /// What the desk would protect: this year's return, beside what is out.
    ReleaseProblem problem(int year, const std::vector<EarlierTable>& out) {
        const Catalogue catalogue = catalogue_of(year).value();
        const Date date{year, 12, 31};
        const std::vector<PersonFact> facts = facts_of(catalogue, date);
        return {date, count(facts, catalogue, classifications(), date).value(), out, households_of(facts, catalogue, classifications(), date).value(),
                rules_for(catalogue), movements_of(catalogue)};
    }

    Release released_as(int year, const SafeTableSet& safe) const { return {code_, year, {year, 12, 31}, safe.rules, released(safe), {}, {}}; }

private:
    struct Life {
        std::uint64_t key = 0, family = 0;
        int operation = 0, born = 0;
        Date arrived;
        Sex sex = Sex::female;
        bool gone = false;
        std::vector<int> luck;  // by indicator of the largest catalogue, thousandths
    };

    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    void arrive(int year) {
        static constexpr struct { int year, thousandths; } kOperations[] = {{2019, 210}, {2019, 85}, {2020, 345}, {2021, 130}, {2022, 120}};
        int operation = 0;
        for (const auto& one : kOperations) {
            if (one.year == year) arrive(operation, std::max(1, size_ * one.thousandths / 1000), year);
            ++operation;
        }
        operations_ = static_cast<int>(std::ranges::count_if(kOperations, [&](const auto& one) { return one.year <= year; }));
        // One family comes by itself.
        if (year > 2020) arrive(operations_ - 1, 2 + below(5), year);
    }

    void arrive(int operation, int persons, int year) {
        const std::size_t first = people_.size();
        for (int i = 0; i < persons; ++i) {
            Life one;
            one.key = random_() | 1U;
            const bool joins = people_.size() > first && below(4) > 0;
            one.family = joins ? people_.back().family : random_() | 1U;
            one.operation = operation;
            one.sex = below(40) == 0 ? Sex::unknown : below(10) < 6 ? Sex::female : Sex::male;
            one.born = year - (below(3) == 0 ? 18 + below(45) : below(18));
            one.arrived = {year, 1 + below(12), 1 + below(28)};
            for (int i2 = 0; i2 < 40; ++i2) one.luck.push_back(below(1000));
            people_.push_back(std::move(one));
        }
    }

    Classifications classifications() const {
        Classifications all;
        for (int o = 0; o < operations_; ++o) all.operations.push_back("op-" + std::to_string(o + 1));
        return all;
    }

    std::vector<PersonFact> facts_of(const Catalogue& catalogue, Date date) const {
        std::vector<PersonFact> facts;
        std::vector<std::uint64_t> families;
        for (const Life& one : people_) {
            if (one.gone) continue;
            if (families.empty() || families.back() != one.family) families.push_back(one.family);
            PersonFact fact;
            fact.person_slot = static_cast<std::int32_t>(facts.size());
            fact.family_slot = static_cast<std::int32_t>(families.size() - 1);
            fact.key = one.key;
            fact.family_key = one.family;
            fact.operation = static_cast<std::int16_t>(one.operation);
            fact.sex = one.sex;
            fact.age_years = static_cast<std::int16_t>(date.year - one.born);
            fact.arrived_on = one.arrived;
            const int days = static_cast<int>(date.days() - one.arrived.days());
            for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) fact.answers.push_back(answer(catalogue.indicators[i], one.luck[i], days));
            facts.push_back(std::move(fact));
        }
        return facts;
    }

    static std::int32_t answer(const Indicator& indicator, int luck, int days) {
        const auto categories = static_cast<int>(indicator.categories.size());
        switch (indicator.measure) {
            case Measure::population: return kNothingKnown;
            case Measure::happened: return luck < 550 ? 1 : kNothingKnown;
            case Measure::days_to_first: return luck < 700 && luck < days ? luck : kNothingKnown;
            case Measure::days_in: return luck < 150 ? std::min(days, luck * 4) : kNothingKnown;
            case Measure::standing: return luck < 850 || indicator.none.empty() ? luck % categories : kNothingKnown;
            case Measure::timeliness: return luck < 300 ? luck % categories : kNotConcerned;
            case Measure::score: return luck < 600 && days >= 30 * indicator.month.value_or(0) ? luck * 1000 / 600 : kNothingKnown;
        }
        return kNothingKnown;
    }

    std::string code_;
    int size_;
    std::mt19937 random_;
    int operations_ = 0;
    std::vector<Life> people_;
};

/// A release joins what is out.
inline void put_out(std::vector<EarlierTable>& out, int year, const CoarserRelease& tables) {
    for (std::size_t t = 0; t < tables.counts.tables.size(); ++t) {
        std::vector<char> shown;
        for (const auto& cell : tables.safe.tables[t].cells) shown.push_back(cell.persons.has_value());
        out.push_back({std::to_string(year), {year, 12, 31}, tables.counts.tables[t], std::move(shown)});
    }
}

}  // namespace homeward::statistics::testing
