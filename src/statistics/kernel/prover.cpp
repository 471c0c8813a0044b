#include "statistics/kernel/prover.h"

#include <cmath>

namespace homeward::statistics {
namespace {

// A person moved in a cell that is hidden anyway costs nearly nothing, yet the short way is preferred.
constexpr double hidden_already = 0.01;
constexpr double sensitive_anyway = 0.0005;
constexpr double moved = 1e-6;
// Two ends, each perhaps in two steps because the whole numbers stopped short of the real ones.
constexpr int most_rounds = 4;
// Smaller systems are asked as a whole: that is quick, and finds the cheapest way of all.
constexpr int fewest_for_windows = 1'000;
// How many cells one program widens: an eighth of those that are left, and few while cells are offered, when those that are hidden for
// one help the next.
constexpr std::size_t few_together = 4;
constexpr std::size_t share_together = 8;
constexpr std::size_t fewest_together = 12;
// Programs in a row that widen nothing new, after which each cell is asked for alone.
constexpr int most_idle = 6;
// Cells of a system from which on a linear program takes longer than to add up ways by hand.
constexpr std::size_t cells_by_hand = 3'000;
// Groups looked at for a short way before a long one is made of others.
constexpr int short_look = 300;

/// One figure, and a little more when it is a large one; nothing where it is hidden anyway.
double loss_of(const SystemCell& cell) {
    return cell.sensitive || cell.withheld ? 0 : 1 + std::log2(1.0 + static_cast<double>(cell.value)) / 4;
}

/// Between 1 and 1.3, the same for the same cell and variant.
double weight_of(std::size_t cell, int variant) {
    if (variant == 0) return 1;
    std::uint64_t bits = (cell + 1) * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(variant) * 0xD1B54A32D192ED03u;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return 1 + 0.3 * static_cast<double>((bits >> 40) & 1023) / 1023;
}

}  // namespace

Prover::Prover(const CellSystem& system, int variant)
    : system_(&system), model_(system), pool_(system), moves_(system), detours_(system), hidden_(system.cells.size(), 0), offered_(system.cells.size(), 0) {
    std::vector<int> labels(system.cells.size(), 0);
    for (const int cell : system.cell_of) if (cell >= 0) ++labels[static_cast<std::size_t>(cell)];
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        loss_.push_back(std::max(1, labels[c]) * weight_of(c, variant) * loss_of(system.cells[c]));
        model_.show(static_cast<int>(c));
    }
    for (std::size_t k = 0; k < system.knowers.size(); ++k) if (!system.knowers[k].exactly) everybody_.push_back(static_cast<int>(k));
}

void Prover::show(int cell) {
    circuits_.reset();
    const auto c = static_cast<std::size_t>(cell);
    offers_ -= offered_[c];
    hidden_[c] = offered_[c] = 0;
    model_.show(cell);
    for (auto& [times, window] : windows_) window->show(cell);
    detours_.show(cell);
}

void Prover::hide(int cell) {
    circuits_.reset();
    const auto c = static_cast<std::size_t>(cell);
    offers_ -= offered_[c];
    hidden_[c] = 1;
    offered_[c] = 0;
    const double cost = free(cell) ? sensitive_anyway : hidden_already * loss_[c];
    model_.hide(cell, cost);
    for (auto& [times, window] : windows_) window->hide(cell, cost);
    detours_.hide(cell);
}

void Prover::offer(int cell) {
    circuits_.reset();
    const auto c = static_cast<std::size_t>(cell);
    offers_ += 1 - offered_[c];
    hidden_[c] = 0;
    offered_[c] = 1;
    model_.hide(cell, loss_[c]);
    for (auto& [times, window] : windows_) window->hide(cell, loss_[c]);
}

void Prover::ask_before_each(std::function<bool()> go_on) {
    go_on_ = std::move(go_on);
    model_.ask_before_each(go_on_);
    for (auto& [times, window] : windows_) window->ask_before_each(go_on_);
}

bool Prover::stopped() const {
    return model_.stopped() || std::ranges::any_of(windows_, [](const auto& one) { return one.second->stopped(); });
}

long Prover::questions() const {
    long all = model_.solutions();
    for (const auto& [times, window] : windows_) all += window->solutions();
    return all;
}

bool Prover::large() const { return !system_->when.empty() && system_->atoms >= fewest_for_windows; }

void Prover::reckon_with(const std::vector<int>& knowers) {
    if (in_) in_->reckon_with(knowers);
    else model_.reckon_with(knowers);
}

/// Around the time of a cell; nullptr where the system is small, nobody knows times, or groups have no true count to begin from.
Window* Prover::window_about(int cell, int reach) {
    if (!large() || !detours_.from_truth()) return nullptr;
    int time = -1;
    for (const int atom : system_->cells[static_cast<std::size_t>(cell)].atoms) time = std::max(time, system_->when[static_cast<std::size_t>(atom)]);
    if (time < 0) return nullptr;
    const Times times{time - reach, time + reach};
    auto& window = windows_[times];
    if (window) return window.get();
    window = std::make_unique<Window>(*system_, times);
    window->ask_before_each(go_on_);
    for (const int own : window->cells()) {
        const auto c = static_cast<std::size_t>(own);
        if (offered_[c]) window->hide(own, loss_[c]);
        else if (hidden_[c]) window->hide(own, free(own) ? sensitive_anyway : hidden_already * loss_[c]);
        else window->show(own);
    }
    return window.get();
}

void Prover::rest() {
    model_.rest();
    if (!detours_.from_truth()) return;
    circuits_ = std::make_unique<Circuits>(*system_, hidden_);
    if (by_hand_first()) detours_.look_at_most(short_look);
}

bool Prover::by_hand_first() const { return circuits_ && system_->cells.size() >= cells_by_hand; }

bool Prover::widen(int cell, int knower) {
    return widen_by_hand(cell, knower) || widen_by_programs(cell, knower) || (unfound_ && go_far(cell, knower));
}

bool Prover::widen_by_programs(int cell, int knower) {
    return search_near(cell, knower, 1) || search_near(cell, knower, 3) || search(cell, knower) || (look_twice_ && unfound_ && widen_afresh(cell, knower));
}

void Prover::begin_with(const std::vector<Witness>& ways) {
    for (const Witness& way : ways) {
        Pattern open = hidden_;
        for (std::size_t c = 0; c < open.size(); ++c) open[c] = open[c] || offered_[c];
        auto witness = witness_of(*system_, open, way.atoms);
        if (!witness) continue;
        for (const auto& [cell, difference] : witness->differences) if (!hidden(cell)) hide(cell);
        keep(std::move(*witness));
    }
}

void Prover::widen_together(const std::vector<int>& cells, int rounds) {
    if (!large() || !detours_.from_truth()) return;
    std::vector<int> narrow;
    for (const int cell : cells) if (!pool_.wide_against_all(cell) && !(go_round(cell, outsider) && pool_.wide_against_all(cell))) narrow.push_back(cell);
    model_.reckon_with(everybody_);
    for (int idle = 0, round = 0; !narrow.empty() && idle < most_idle && round < rounds && !stopped(); ++round) {
        const std::size_t before = narrow.size();
        // Too many pull against each other.
        const std::size_t batch = std::min(before, offers_ > 0 ? few_together : std::max(fewest_together, before / share_together));
        std::vector<std::pair<int, std::int64_t>> far;
        for (std::size_t i = 0; i < batch; ++i) {
            const int cell = narrow[i];
            const auto [low, high] = pool_.range(cell);
            const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
            const bool up = high < at.up || ((idle + static_cast<int>(i)) % 4 != 3 && -low >= at.down);
            far.emplace_back(cell, up ? std::max(at.up, low + at.width) : -std::max(at.down, at.width - high));
        }
        std::ranges::rotate(narrow, narrow.begin() + static_cast<std::ptrdiff_t>(batch));
        const bool taken = model_.stretch_all(far) == Solved::optimal && take();
        std::erase_if(narrow, [&](int cell) { return pool_.wide_against_all(cell); });
        idle = taken && narrow.size() < before ? 0 : idle + 1;
    }
}

bool Prover::search_near(int cell, int knower, int reach) {
    look_in(window_about(cell, reach));
    const bool found = in_ && search(cell, knower);
    look_in(nullptr);
    return found;
}

bool Prover::search(int cell, int knower) {
    reckon_with(knower < 0 ? std::vector<int>() : std::vector<int>{knower});
    unfound_ = false;
    for (int round = 0; round < most_rounds && !wide(cell, knower); ++round) {
        // Where neither end alone is far enough: as far as it goes on one side, then the rest on the other.
        if (!reach(cell, knower) && !stretch_out(cell, knower, round)) break;
    }
    return wide(cell, knower);
}

/// The same from what was found before. While cells are offered, the cheapest way is wanted and not any.
bool Prover::recall(int cell, int knower) {
    const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
    for (int round = 0; round < 2 && offers_ == 0 && !wide(cell, knower); ++round) {
        const auto [low, high] = pool_.range(cell, knower);
        if (high >= at.up && -low >= at.down && high - low >= at.width) break;
        const bool up = high < at.up, down = -low < at.down;
        constexpr std::int64_t never = 1'000'000'000'000;
        auto witness = moves_.find(hidden_, cell, up ? std::max(at.up, low + at.width) : down ? never : low + at.width,
                                   up ? never : down ? std::max(at.down, at.width - high) : at.width - high, knower);
        if (!witness) break;
        keep(std::move(*witness));
    }
    return wide(cell, knower);
}

/// A few people elsewhere, so that whoever knows one of a group may go on knowing them; then so that this one may.
bool Prover::go_round(int cell, int knower) {
    if (offers_ > 0 || !detours_.from_truth()) return false;
    const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
    const auto step = [&](std::int64_t difference, const std::vector<int>& knowers) {
        auto witness = detours_.find(hidden_, cell, difference, knowers);
        if (!witness && knowers.empty() && by_hand_first()) witness = circuits_->find(cell, difference, knowers);
        if (witness) keep(std::move(*witness));
        return witness.has_value();
    };
    for (const auto& knowers : {everybody_, knower < 0 ? std::vector<int>() : std::vector<int>{knower}}) {
        const auto [low, high] = pool_.range(cell, knower);
        if (high < at.up) step(std::max(at.up, low + at.width), knowers);
        if (-low < at.down) step(-std::max(at.down, at.width - high), knowers);
        if (!wide(cell, knower) && !step(low + at.width, knowers)) step(high - at.width, knowers);
        if (wide(cell, knower)) return true;
        if (system_->knowers.empty()) break;
    }
    return false;
}

/// Where real numbers are there and rounding found no whole ones: long ways are whole from the beginning.
bool Prover::go_far(int cell, int knower) {
    if (!circuits_) return false;
    const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
    const std::vector<int> knowers = knower < 0 ? std::vector<int>() : std::vector<int>{knower};
    const auto step = [&](std::int64_t difference) {
        auto witness = circuits_->find(cell, difference, knowers);
        if (witness) keep(std::move(*witness));
        return witness.has_value();
    };
    const auto [low, high] = pool_.range(cell, knower);
    if (high < at.up) step(std::max(at.up, low + at.width));
    if (-low < at.down) step(-std::max(at.down, at.width - high));
    if (!wide(cell, knower) && !step(low + at.width)) step(high - at.width);
    return wide(cell, knower);
}

bool Prover::widen_against_all(int cell) {
    refused_by_ = outsider;
    if (!wide(cell, outsider) && !widen(cell)) return false;
    std::vector<int> narrow = pool_.narrow_against(cell);
    if (narrow.size() > 1) {
        // One population that contains all whom anybody knows answers for all of them at once.
        std::vector<int> together;
        for (const int knower : narrow) if (!system_->knowers[static_cast<std::size_t>(knower)].exactly) together.push_back(knower);
        look_in(window_about(cell, 1));
        reckon_with(together);
        if (reach(cell, narrow.front())) narrow = pool_.narrow_against(cell);
        look_in(nullptr);
    }
    for (const int knower : narrow) {
        if (wide(cell, knower) || widen(cell, knower)) continue;
        refused_by_ = knower;
        return false;
    }
    return true;
}

/// As if nothing were hidden beside the sensitive cells: other ways become cheapest, and with them other
/// corners, whole ones among them.
bool Prover::widen_afresh(int cell, int knower) {
    const auto price_hidden = [&](double share) {
        for (std::size_t c = 0; c < hidden_.size(); ++c) {
            if (hidden_[c] && !free(static_cast<int>(c))) model_.hide(static_cast<int>(c), share * loss_[c]);
        }
    };
    price_hidden(1);
    for (int round = 0; round < most_rounds && !wide(cell, knower); ++round) {
        if (!reach(cell, knower)) break;
        price_hidden(1);  // what was newly hidden too
    }
    price_hidden(hidden_already);
    return wide(cell, knower);
}

/// One witness that gives the cell what it lacks, up or down; the way that hides less, when it hides.
bool Prover::reach(int cell, int knower) {
    const auto [low, high] = pool_.range(cell, knower);
    const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
    if (high < at.up) return goes(cell, std::max(at.up, low + at.width));
    if (-low < at.down) return goes(cell, std::min(-at.down, high - at.width));
    if (offers_ == 0) return goes(cell, low + at.width) || goes(cell, high - at.width);
    const double up_loss = move(cell, low + at.width) == Solved::optimal ? new_loss() : unbounded;
    const LinearProgram::Place up = in_ ? in_->place() : model_.place();
    const double down_loss = move(cell, high - at.width) == Solved::optimal ? new_loss() : unbounded;
    if (down_loss < up_loss && take()) return true;
    // The way up is asked for again from where it was found: from the way down it is far.
    if (in_) in_->return_to(up);
    else model_.return_to(up);
    return goes(cell, low + at.width) || goes(cell, high - at.width);
}

bool Prover::stretch_out(int cell, int knower, int round) {
    const std::int64_t width = system_->cells[static_cast<std::size_t>(cell)].width;
    if (width == 1) return false;
    const auto before = pool_.range(cell, knower);
    const int direction = round % 2 == 0 ? 1 : -1;
    const Solved solved = in_ ? in_->stretch(cell, direction, width) : model_.stretch(cell, direction, width);
    return solved == Solved::optimal && take() && pool_.range(cell, knower) != before;
}

bool Prover::goes(int cell, std::int64_t difference) {
    return move(cell, difference) == Solved::optimal && take();
}

/// Keeps the last solution as a witness; offered cells that it moves become hidden.
bool Prover::take() {
    Pattern open = hidden_;
    for (std::size_t c = 0; c < open.size(); ++c) open[c] = open[c] || offered_[c];
    auto witness = in_ ? in_->whole(open) : model_.whole(open);
    unfound_ = unfound_ || !witness;
    if (!witness || witness->differences.empty()) return false;
    for (const auto& [cell, difference] : witness->differences) {
        if (!hidden(cell)) hide(cell);
    }
    keep(std::move(*witness));
    return true;
}

void Prover::keep(Witness witness) {
    moves_.note(witness);
    if (circuits_) circuits_->note(witness);
    pool_.add(std::move(witness));
}

/// What the last solution would newly hide.
double Prover::new_loss() const {
    double sum = 0;
    for (std::size_t c = 0; c < offered_.size(); ++c) {
        const bool may_move = offered_[c] && (!in_ || in_->has(static_cast<int>(c)));
        if (may_move && std::abs(difference(static_cast<int>(c))) > moved) sum += loss_[c];
    }
    return sum;
}

std::pair<double, double> Prover::stretch(int cell, std::int64_t limit, int knower) {
    model_.reckon_with(knower < 0 ? std::vector<int>() : std::vector<int>{knower});
    const auto farthest = [&](int direction) {
        return !model_.stands_still(cell, direction) && model_.stretch(cell, direction, limit) == Solved::optimal ? model_.difference(cell) : 0;
    };
    const double down = farthest(-1);
    return {down, farthest(1)};
}

}  // namespace homeward::statistics
