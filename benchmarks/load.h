#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "client.h"
#include "report.h"
#include "server.h"

namespace homeward::bench {

/// How much is asked: whichever comes first.
struct Amount {
    int requests = 400;      ///< of each client
    double seconds = 8;
};

/// The next request of a client, as it is on the wire. Each client has a random source of its own, seeded with its number.
using NextRequest = std::function<std::string(std::mt19937_64&)>;

/// Lets so many clients ask one request after the other, each on a connection of its own, without a pause.
///
/// line      name and target
/// status    of every reply; another one breaks the run with what the server said
/// returns   the line with quantiles, requests per second, and processor time of both sides for one request
Line ask_many(const Server& server, Line line, const Amount& amount, const NextRequest& next, int status = 200);

}  // namespace homeward::bench
