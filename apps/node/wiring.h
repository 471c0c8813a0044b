#pragma once

#include "exchange/courier.h"
#include "exchange/exchange.h"
#include "instance/instance.h"
#include "people/documents/chain.h"
#include "people/register.h"
#include "services/survey.h"
#include "statistics/reports/report.h"
#include "statistics/returns/return_desk.h"

namespace homeward::apps {

/// Steps of a node's schema, in the order in which they refer to each other.
std::vector<store::Migration> node_schema();

/// A State's node: an installation, its register in memory, its place in the exchange.
struct Node {
    Instance instance;
    people::Register people;
    people::documents::Chain documents;
    services::SurveyDefinition survey;
    exchange::Exchange exchange;
    statistics::ReportDesk reports;
    statistics::ReturnDesk returns;

    /// Opens the installation and fills the register. Throws SetUpError.
    explicit Node(Config config);
};

/// What the node's returns are counted from. `node` outlives it.
statistics::FactSource fact_source(const Node& node);

/// What a node answers.
void add_node_routes(http::Router& router, Node& node);

}  // namespace homeward::apps
