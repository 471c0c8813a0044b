#include "council/wiring.h"

#include "actions/action.h"
#include "council/members/body.h"
#include "council/ledger/ledger.h"
#include "council/routes.h"
#include "exchange/routes.h"
#include "mail/post.h"
#include "search/index.h"
#include "statistics/definitions/indicators.h"

namespace homeward::apps {

std::vector<store::Migration> council_schema() {
    return joined({common_schema(), files::schema(), search::schema(), mail::schema(), exchange::schema(), actions::schema(), council::schema()});
}

CouncilProgram::CouncilProgram(Config config)
    : instance(std::move(config), council_schema()),
      exchange(exchange::load_key_file(instance.config.exchange_keys.string()), exchange::Membership::load(instance.config.region)),
      shelf(instance.node_key),
      links(instance.config.public_url, instance.node_key),
      program{exchange, shelf, instance.config.public_url, instance.config.demo, instance.config.least_silence_days} {
    program.works = &instance.works;
    if (instance.config.kind != "council") throw SetUpError("This is the configuration of a State's node: start it with homeward-node.");
    statistics::require_catalogues();
    actions::serve_at_council(exchange);
    council::serve_entries(exchange);
    const auto known = instance.works.write<void>(access::Actor::program("system"), [this](access::Work& work) -> Done {
        council::know_states(work, exchange);
        return {};
    });
    known.value();
}

mail::Delivery delivery_of(const Config& config) {
    if (config.demo) return mail::Delivery::mailbox;
    return config.mail.server.empty() ? mail::Delivery::none : mail::Delivery::server;
}

void add_council_routes(http::Router& router, CouncilProgram& council) {
    http::session_routes(router, council.instance.works, council.instance.sign_in_limit, council.instance.info());
    council::routes(router, council.program);
    mail::add_routes(router, council.links, delivery_of(council.instance.config));
    exchange::add_routes(router, council.exchange, council.instance.works);
}

}  // namespace homeward::apps
