#include <CLI/CLI.hpp>
#include <sodium.h>

#include "council/clock.h"
#include "council/mail_out.h"
#include "exchange/courier.h"
#include "exchange/routes.h"

namespace {

using namespace homeward;

int run(int argc, char** argv) {
    if (sodium_init() < 0) throw std::runtime_error("the cryptographic library does not start");
    CLI::App app{"The workspace of the Council, and its public dashboard."};
    std::string config = "homeward.toml";
    app.add_option("--config", config, "The installation's configuration file")->capture_default_str();
    CLI11_PARSE(app, argc, argv);

    files::prove_inspection();
    apps::CouncilProgram council(apps::load_config(config));
    http::Router router;
    apps::add_council_routes(router, council);
    http::Server server(router, council.instance.works, council.instance.config.server);
    exchange::add_metrics(server.metrics(), council.exchange);
    exchange::Courier courier(council.instance.works, council.exchange, exchange::http_transport(council.instance.config.ca_file.string()),
                              {.longest_ms = council.instance.config.longest_wait_s * 1000});
    std::atomic<bool> mail_stops{false};
    const auto postman = apps::postman_of(council, mail_stops);
    council::Clock clock(council.instance.works, council::clock_jobs(council.program));
    server.stop_on_signals();
    courier.start();
    clock.start();
    if (postman) postman->start();
    server.run();
    clock.stop();
    mail_stops = true;
    if (postman) postman->stop();
    courier.stop();
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return homeward::apps::run_program("homeward-council", run, argc, argv); }
