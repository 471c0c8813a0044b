#include "admin/definitions.h"

#include <fstream>
#include <iostream>
#include <sstream>

#include "base/instant.h"
#include "instance/instance.h"
#include "statistics/definitions/catalogue_file.h"

namespace homeward::apps {
namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) throw SetUpError("cannot read " + file.string());
    return text.str();
}

/// The rules of `read_catalogue_file` and `check_lock`, as a person reads them.
std::string sentence_of(const std::string& key) {
    static const std::map<std::string, std::string> sentences{
        {"statistics.catalogue.format", "the file has a format that this program does not know"},
        {"statistics.catalogue.key", "a key is missing, or is not made of small letters, digits and _"},
        {"statistics.catalogue.double_key", "this key stands twice in one year"},
        {"statistics.catalogue.bands", "the bands overlap, leave a gap, or the last one ends"},
        {"statistics.catalogue.loop", "this population lies within itself"},
        {"statistics.catalogue.unknown_population", "there is no such population"},
        {"statistics.catalogue.unknown_source", "no area publishes this source"},
        {"statistics.catalogue.measure", "the source cannot answer so, or bands, categories, codes or month are missing or too many"},
        {"statistics.catalogue.crossing", "a classification is none, stands twice, or is not among those the indicator may cross"},
        {"statistics.catalogue.age", "the population begins or ends within an age band, or outside the larger one"},
        {"statistics.catalogue.years", "the years are none"},
        {"statistics.catalogue.floor", "the smallest count is missing or under 3"},
        {"statistics.catalogue.lock_years", "the lock has no years, or a gap between them"},
        {"statistics.catalogue.changed", "its definition was settled, and is another now: give it a new version from a later year on"},
        {"statistics.catalogue.taken_out", "it was settled for this year, and is not there any more"},
        {"statistics.catalogue.put_in", "it was not there when this year was settled"},
        {"statistics.catalogue.year_changed", "age bands, populations or the order of a settled year are others now"},
    };
    const auto found = sentences.find(key);
    return found == sentences.end() ? key : found->second;
}

int refuse(const std::filesystem::path& file, const Error& error, std::ostream& err) {
    err << file.string() << ": " << error.field << (error.field.empty() ? "" : ": ");
    for (const auto& [name, value] : error.params) err << name << " " << value << ": ";
    err << sentence_of(error.key) << "\n";
    return 1;
}

}  // namespace

int check_definitions(const DefinitionsCommand& command, std::ostream& out, std::ostream& err) {
    const auto file = statistics::read_catalogue_file(text_of(command.catalogue));
    if (!file) return refuse(command.catalogue, file.error(), err);
    const auto lock = statistics::read_lock(text_of(command.lock));
    if (!lock) return refuse(command.lock, lock.error(), err);
    if (const auto held = statistics::check_lock(*file, *lock); !held) return refuse(command.catalogue, held.error(), err);
    const auto& years = lock->years;
    out << file->indicators.size() << " indicators; " << years.begin()->first << " to " << years.rbegin()->first << " are settled and unchanged.\n";
    return 0;
}

int settle_definitions(const DefinitionsCommand& command, std::ostream& out, std::ostream& err) {
    std::ostringstream unheard;
    if (const int wrong = check_definitions(command, unheard, err); wrong != 0) return wrong;
    const auto file = *statistics::read_catalogue_file(text_of(command.catalogue));
    const auto lock = *statistics::read_lock(text_of(command.lock));
    if (command.year <= lock.years.rbegin()->first) {
        err << command.year << " is settled already.\n";
        return 1;
    }
    out << statistics::extended_lock(file, lock, command.year, Date::of(Instant::system_now()));
    return 0;
}

}  // namespace homeward::apps
