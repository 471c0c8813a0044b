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

/// What a browser asks for one page: rounds, each once the one before is answered; what is asked in one round is asked at
/// once, on a connection each.
using Page = std::vector<std::vector<std::string>>;
/// client   its number, from 0
using NextPage = std::function<Page(std::size_t client, std::mt19937_64&)>;

/// As `ask_many`, whole pages: a sample is from the first request to the last reply, every one of which is 200.
Line ask_pages(const Server& server, Line line, const Amount& amount, const NextPage& next);

}  // namespace homeward::bench
