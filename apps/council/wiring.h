#pragma once

#include "council/program.h"
#include "instance/instance.h"

namespace homeward::apps {

std::vector<store::Migration> council_schema();

/// The Council's installation and its place in the exchange. It links nothing that can hold a returnee's record.
struct CouncilProgram {
    Instance instance;
    exchange::Exchange exchange;
    files::Shelf shelf;
    council::Program program;

    explicit CouncilProgram(Config config);
};

void add_council_routes(http::Router& router, CouncilProgram& council);

}  // namespace homeward::apps
