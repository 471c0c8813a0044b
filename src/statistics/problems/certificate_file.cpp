#include "statistics/problems/certificate_file.h"

#include <map>
#include <unordered_map>

#include "base/json.h"
#include "base/text.h"
#include "statistics/problems/number_rows.h"

namespace homeward::statistics {

using Numbers = std::vector<std::vector<std::int64_t>>;

struct CertificateText {
    std::string format;
    std::map<std::string, std::string> files;
    std::string pattern;
    std::int64_t width = 0;
    Numbers persons;
    std::vector<Numbers> shifts;
    Numbers openings;
};
BOOST_DESCRIBE_STRUCT(CertificateText, (), (format, files, pattern, width, persons, shifts, openings))

namespace {

constexpr const char* format = "homeward-certificate-1";

std::string hash(std::string_view bytes) { return to_hex(sha256(bytes)); }

/// Labels do not count: they name cells and change nothing.
Result<std::map<std::string, std::string>> hashes_of(const std::string& directory) {
    std::map<std::string, std::string> hashes;
    for (const char* name : {"cells.csv", "incidence.csv", "inner.csv", "links.csv", "insiders.csv"}) {
        const std::string file = directory + "/" + name;
        if (file_exists(file)) hashes[name] = hash(TRY(read_whole_file(file)));
    }
    return hashes;
}

Error bad(const char* part, std::size_t index) { return invalid("statistics.bad_certificate", {}, {{"part", part}, {"index", std::to_string(index)}}); }

/// Numbers of groups and cells in the files against those of the system.
class Translation {
public:
    Translation(const Problem& problem, const CellSystem& system) : problem_(problem), system_(system), first_(static_cast<std::size_t>(system.atoms), 0) {
        for (std::size_t inner = system.atom_of.size(); inner-- > 0;) {
            if (system.atom_of[inner] >= 0) first_[static_cast<std::size_t>(system.atom_of[inner])] = static_cast<std::int64_t>(inner) + 1;
        }
        for (std::size_t c = 0; c < problem.numbers.size(); ++c) cell_of_[problem.numbers[c]] = system.cell_of[c];
        for (std::size_t d = 0; d < problem.earlier.size(); ++d) cell_of_[-problem.numbers[problem.earlier[d]]] = system.cell_of[problem.labels.size() + d];
    }

    Numbers groups(const Shift& shift) const {
        Numbers numbers;
        for (const auto& [atom, more] : shift) numbers.push_back({first_[static_cast<std::size_t>(atom)], more});
        return numbers;
    }

    /// Every number of a cell to be hidden, with the cell.
    std::vector<std::pair<std::int64_t, int>> guarded() const {
        std::vector<std::pair<std::int64_t, int>> cells;
        for (std::size_t c = 0; c < problem_.labels.size(); ++c) if (problem_.labels[c].sensitive) cells.emplace_back(problem_.numbers[c], system_.cell_of[c]);
        for (const std::size_t label : problem_.earlier) cells.emplace_back(-problem_.numbers[label], cell_of_.at(-problem_.numbers[label]));
        return cells;
    }

    Result<Shift> shift(const Numbers& numbers, const char* part, std::size_t index) const {
        std::map<int, std::int64_t> by_atom;
        for (const auto& pair : numbers) {
            if (pair.size() != 2 || pair[0] < 1 || pair[0] > static_cast<std::int64_t>(system_.atom_of.size())) return bad(part, index);
            const int atom = system_.atom_of[static_cast<std::size_t>(pair[0] - 1)];
            if (atom < 0 || __builtin_add_overflow(by_atom[atom], pair[1], &by_atom[atom])) return bad(part, index);
        }
        return Shift(by_atom.begin(), by_atom.end());
    }

    int cell(std::int64_t number) const {
        const auto found = cell_of_.find(number);
        return found == cell_of_.end() ? -1 : found->second;
    }

private:
    const Problem& problem_;
    const CellSystem& system_;
    std::vector<std::int64_t> first_;  // of the groups that are one atom
    std::unordered_map<std::int64_t, int> cell_of_;
};

Done check_origin(const CertificateText& text, const Problem& problem, const CertifiedFiles& files) {
    if (text.format != format) return bad("format", 0);
    auto hashes = TRY(hashes_of(files.directory));
    for (const auto& [name, is] : text.files) if (!hashes.contains(name)) return invalid("statistics.other_file", {}, {{"file", name}});
    for (const auto& [name, is] : hashes) {
        if (!text.files.contains(name) || text.files.at(name) != is) return invalid("statistics.other_file", {}, {{"file", name}});
    }
    if (text.pattern != hash(files.pattern)) return invalid("statistics.other_file", {}, {{"file", "pattern"}});
    if (text.width < problem.width) return invalid("statistics.narrow_certificate", {}, {{"width", std::to_string(text.width)}, {"wanted", std::to_string(problem.width)}});
    return {};
}

}  // namespace

Result<std::string> certificate_file(const Problem& problem, const CellSystem& system, const Certificate& certificate, const CertifiedFiles& files) {
    const Translation translation(problem, system);
    CertificateText text{format, TRY(hashes_of(files.directory)), hash(files.pattern), problem.width, {}, {}, {}};
    Shift base;
    for (std::size_t atom = 0; atom < certificate.persons.size(); ++atom) {
        if (certificate.persons[atom] != 0) base.emplace_back(static_cast<int>(atom), certificate.persons[atom]);
    }
    text.persons = translation.groups(base);
    for (const auto& shift : certificate.shifts) text.shifts.push_back(translation.groups(shift));
    std::map<int, std::vector<Opening>> of_cell;
    for (const auto& opening : certificate.openings) of_cell[opening.cell].push_back(opening);
    for (const auto& [number, cell] : translation.guarded()) {
        for (const auto& opening : of_cell[cell]) text.openings.push_back({number, opening.low, opening.high});
    }
    return json::write(text) + "\n";
}

Result<Certificate> read_certificate(const std::string& text, const Problem& problem, const CellSystem& system, const CertifiedFiles& files) {
    const auto read = TRY(json::read<CertificateText>(text));
    TRY(check_origin(read, problem, files));
    const Translation translation(problem, system);
    Certificate certificate;
    certificate.persons.assign(static_cast<std::size_t>(system.atoms), 0);
    for (const auto& [atom, persons] : TRY(translation.shift(read.persons, "persons", 0))) certificate.persons[static_cast<std::size_t>(atom)] = persons;
    for (std::size_t s = 0; s < read.shifts.size(); ++s) certificate.shifts.push_back(TRY(translation.shift(read.shifts[s], "shifts", s)));
    for (std::size_t o = 0; o < read.openings.size(); ++o) {
        const auto& opening = read.openings[o];
        const auto population = [&](std::int64_t number) { return number >= -1 && number < static_cast<std::int64_t>(certificate.shifts.size()); };
        if (opening.size() != 3 || translation.cell(opening[0]) < 0 || !population(opening[1]) || !population(opening[2])) return bad("openings", o);
        certificate.openings.push_back({translation.cell(opening[0]), outsider, static_cast<int>(opening[1]), static_cast<int>(opening[2])});
    }
    return certificate;
}

}  // namespace homeward::statistics
