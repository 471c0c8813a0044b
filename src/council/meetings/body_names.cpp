#include "council/meetings/body_names.h"

#include "council/members/body.h"

namespace homeward::council {

std::map<std::string, std::string> names_of(store::Connection& db, const std::vector<std::string>& codes, Date on, const std::string& language) {
    std::map<std::string, std::string> names;
    for (const auto& code : codes) {
        if (!code.empty() && !names.contains(code)) names.emplace(code, name_of(db, code, on, language));
    }
    return names;
}

}  // namespace homeward::council
