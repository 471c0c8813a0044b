#pragma once

#include "statistics/definitions/catalogue_file.h"

namespace homeward::statistics {

/// The rules of a catalogue; errors as `read_catalogue_file`.
Done check_catalogue(const CatalogueFile& file);

}  // namespace homeward::statistics
