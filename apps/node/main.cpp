#include <CLI/CLI.hpp>
#include <sodium.h>

#include <iostream>

#include "exchange/routes.h"
#include "files/shelf.h"
#include "node/wiring.h"
#include "people/arrival_command.h"
#include "people/import_command.h"

namespace {

using namespace homeward;

int serve(const std::string& config_file) {
    files::prove_inspection();
    apps::Node node(apps::load_config(config_file));
    http::Router router;
    apps::add_node_routes(router, node);
    http::Server server(router, node.instance.works, node.instance.config.server);
    exchange::add_metrics(server.metrics(), node.exchange);
    server.metrics().gauge("homeward_register_persons", "Persons in the register.", [&] { return static_cast<double>(node.people.size()); });
    exchange::Courier courier(node.instance.works, node.exchange, exchange::http_transport(node.instance.config.ca_file.string()),
                              {.longest_ms = node.instance.config.longest_wait_s * 1000});
    server.stop_on_signals();
    courier.start();
    server.run();
    courier.stop();
    return 0;
}

int import_list(const std::string& config_file, const people::FileImport& asked) {
    apps::Node node(apps::load_config(config_file));
    return people::run_import(asked, node.instance.works, node.people, std::cout);
}

int run(int argc, char** argv) {
    if (sodium_init() < 0) throw std::runtime_error("the cryptographic library does not start");
    CLI::App app{"The casework of one State."};
    app.require_subcommand(0, 1);
    std::string config = "homeward.toml";
    app.add_option("--config", config, "The installation's configuration file")->capture_default_str();
    people::ImportDryRun asked;
    std::string as_of, stage;
    bool dry_run = false, again = false;
    auto* import = app.add_subcommand("import", "Read a list of arrivals")->fallthrough();
    import->add_option("file", asked.file, "The list, CSV or XLSX")->required();
    import->add_flag("--dry-run", dry_run, "Say what an import would do, and store nothing");
    import->add_flag("--json", asked.json, "Answer as JSON");
    import->add_option("--as-of", as_of, "Date of arrival, 2024-05-14; ages are counted on it (today)");
    import->add_option("--stage", stage, "The operation's stage, uz-mehr-5; without it they came on their own");
    import->add_flag("--again", again, "Import a file that was imported before");
    CLI11_PARSE(app, argc, argv);
    if (!import->parsed()) return serve(config);
    if (!as_of.empty() && !(asked.as_of = Date::parse(as_of))) throw apps::SetUpError("--as-of takes a date like 2024-05-14.");
    if (dry_run) return people::run_import_dry_run(asked, std::cout);
    return import_list(config, {asked.file, stage, asked.as_of, again});
}

}  // namespace

int main(int argc, char** argv) { return homeward::apps::run_program("homeward-node", run, argc, argv); }
