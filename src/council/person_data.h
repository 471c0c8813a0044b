#pragma once

#include <string_view>

#include "base/result.h"

namespace homeward::council {

/// Refuses a text that seems to hold data of one person. The Council speaks of groups, never of persons. What it finds:
///
///   e-mail addresses; telephone numbers; numbers as long as a personal number; numbers of passports and identity cards;
///   neutral file codes (UZ-2021-00042); a full date beside a word for birth, in English, Russian or a language of the region;
///   a year of birth (1990 г.р., born in 1990); a name with a patronymic, a surname with two initials
///
/// It does not find every name, nor who can be known from the circumstances: a reader must do that.
/// errors    invalid `council.person_data_email`, `council.person_data_phone`, `council.person_data_number`,
///           `council.person_data_document`, `council.person_data_file_code`, `council.person_data_birth`, `council.person_data_name`
Done check_no_person_data(std::string_view text, const char* field);

}  // namespace homeward::council
