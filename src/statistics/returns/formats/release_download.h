#pragma once

#include <string>

#include "http/reply.h"
#include "http/request.h"
#include "statistics/returns/passed_release.h"

namespace homeward::statistics {

/// A release as the file that `?format=` asks for; CSV without it; XLSX and PDF in the words of `?language=`. The only writer of both programs.
///
/// name     of the file, without its ending
/// table    the key of the one table that is asked for; empty for all
/// errors   invalid `release.no_such_format`; not_found `release.no_such_table`
Result<http::Reply> release_download(const http::Request& request, const PassedRelease& passed, const std::string& name, const std::string& table = {});

}  // namespace homeward::statistics
