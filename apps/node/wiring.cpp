#include "node/wiring.h"

#include <algorithm>

#include "actions/routes.h"
#include "casework/attachments/attachment_routes.h"
#include "casework/disclosures/disclosure_routes.h"
#include "casework/letters/letter_routes.h"
#include "casework/routes.h"
#include "desk/routes.h"
#include "exchange/routes.h"
#include "forms/routes.h"
#include "forms/shipped.h"
#include "forms/store.h"
#include "history/history.h"
#include "node/facts.h"
#include "node/report_facts.h"
#include "people/routes.h"
#include "services/routes.h"
#include "statistics/ledger/ledger_routes.h"
#include "statistics/ledger/own_chain.h"
#include "statistics/reports/report_routes.h"
#include "statistics/returns/return_routes.h"

namespace homeward::apps {
namespace {

exchange::Exchange exchange_of(const Config& config) {
    return {exchange::load_key_file(config.exchange_keys.string()), exchange::Membership::load(config.region)};
}

std::string upper(std::string code) {
    std::ranges::transform(code, code.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return code;
}

}  // namespace

std::vector<store::Migration> node_schema() {
    return joined({common_schema(), vault::schema(), exchange::schema(), history::schema(), people::schema(), forms::schema(), casework::schema(),
                   services::schema(), desk::schema(), statistics::schema(), actions::schema()});
}

Node::Node(Config config)
    : instance(std::move(config), node_schema()),
      people(upper(instance.config.code)),
      documents(people::documents::load_chain(instance.config.file.parent_path() / "documents-chain.json")),
      survey(services::load_survey(instance.config.file.parent_path() / "survey.json")),
      exchange(exchange_of(instance.config)),
      reports(instance.works, [this](access::Work& work, const std::string& unit) { return gather_report_facts(work, people, unit); }),
      returns(exchange, people.state(), fact_source(*this), instance.node_key) {
    if (instance.config.kind != "node") throw SetUpError("This is the configuration of the Council: start it with homeward-council.");
    statistics::require_catalogues();
    people.load(instance.store, *instance.vault);
    instance.store.read([&](store::Connection& db) { casework::load_steps(db, people); });
    (void)instance.works.write<void>(access::Actor::program("system"), [](access::Work& work) {
        forms::install_shipped(work);
        return Done{};
    });
    actions::serve_at_node(exchange);
    statistics::serve_ledger_at_node(exchange);
}

statistics::FactSource fact_source(const Node& node) {
    return [&node, key = facts_key(node.instance.node_key)](access::Work& work, const statistics::Catalogue& catalogue, Date reference_date) {
        return gather_facts(work, node.people, key, catalogue, reference_date);
    };
}

void add_node_routes(http::Router& router, Node& node) {
    http::session_routes(router, node.instance.works, node.instance.sign_in_limit, node.instance.info());
    people::routes(router, node.people, node.instance.works, node.documents);
    forms::routes(router);
    casework::routes(router, node.people);
    casework::attachment_routes(router, node.instance.works);
    casework::letter_routes(router, node.instance.works);
    casework::disclosure_routes(router, node.instance.works);
    services::routes(router, node.people, node.survey);
    desk::routes(router, node.people, node.instance.config.public_url);
    statistics::return_routes(router, node.instance.works, node.returns);
    statistics::report_routes(router, node.instance.works, node.reports, [&node](const std::string& language) { return region_names(node.people, language); });
    statistics::node_ledger_routes(router, node.exchange);
    actions::node_routes(router, node.exchange);
    exchange::add_routes(router, node.exchange, node.instance.works);
}

}  // namespace homeward::apps
