#pragma once

#include <string>

#include "http/reply.h"
#include "http/request.h"
#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// A release as the file that `?format=` asks for; CSV without it; XLSX and PDF in the words of `?language=`. The only writer of both programs.
///
/// name     of the file, without its ending
/// errors   invalid `release.no_such_format`
Result<http::Reply> release_download(const http::Request& request, const Release& release, const std::string& name);

}  // namespace homeward::statistics
