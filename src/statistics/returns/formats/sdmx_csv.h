#pragma once

#include <string>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// The figures as an SDMX-CSV 2.0 data message (SDMX 3.0): one observation a line, codes alone, ACTION `I` (information).
///
/// Dimensions FREQ, REF_AREA, INDICATOR, those of the tables, TIME_PERIOD; the measure OBS_VALUE; attributes OBS_STATUS,
/// CONF_STATUS, POPULATION, DEFINITION_VERSION, REFERENCE_DATE. Sex and age have the codes of CL_SEX 2.1 and CL_AGE 1.0.
/// A hidden figure has no OBS_VALUE, OBS_STATUS `Q` (missing value; suppressed) and CONF_STATUS `C` (confidential statistical
/// information), never a code that would tell primary from secondary; all others have `A` and `F`.
///
/// source    sdmx-twg/sdmx-csv, data message field guide 2.0; SDMX cross-domain code lists CL_OBS_STATUS 2.2,
///           CL_CONF_STATUS 1.2, CL_SEX 2.1, CL_AGE 1.0, CL_FREQ 2.1 (sdmx.org)
std::string sdmx_csv(const Release& release);

}  // namespace homeward::statistics
