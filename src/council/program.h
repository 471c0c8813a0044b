#pragma once

#include <string>

#include "access/works.h"
#include "exchange/exchange.h"
#include "files/shelf.h"

namespace homeward::council {

/// What the Council's requests need beside their Work. Everything outlives the router.
struct Program {
    exchange::Exchange& exchange;
    const files::Shelf& shelf;
    std::string public_url;  ///< of this installation, without a slash at its end: in mail, feeds and codes on paper
    bool demo = false;       ///< mail goes into the mailbox page, and nowhere else
    int least_silence_days = 3;  ///< that a draft decision lies under silence at least
    access::Works* works = nullptr;  ///< for requests that take several steps, and for replies that stream
};

}  // namespace homeward::council
