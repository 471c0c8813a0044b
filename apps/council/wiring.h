#pragma once

#include "council/program.h"
#include "instance/instance.h"
#include "mail/mail_routes.h"

namespace homeward::apps {

std::vector<store::Migration> council_schema();

/// The Council's installation and its place in the exchange. It links nothing that can hold a returnee's record.
struct CouncilProgram {
    Instance instance;
    exchange::Exchange exchange;
    files::Shelf shelf;
    mail::Links links;
    council::Program program;

    explicit CouncilProgram(Config config);
};

/// How this installation's letters leave: a demo keeps them on its mailbox page, whatever its configuration says.
mail::Delivery delivery_of(const Config& config);

void add_council_routes(http::Router& router, CouncilProgram& council);

}  // namespace homeward::apps
