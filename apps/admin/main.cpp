#include <CLI/CLI.hpp>
#include <sodium.h>

#include <iostream>

#include "admin/create.h"
#include "admin/definitions.h"
#include "admin/demo.h"
#include "admin/ledger.h"
#include "admin/operate.h"
#include "admin/region_file.h"
#include "admin/tables.h"

namespace {

using namespace homeward;

/// Adds a sub-command that works on one installation.
CLI::App* on_installation(CLI::App& app, const char* name, const char* help, std::string& config) {
    auto* command = app.add_subcommand(name, help);
    command->add_option("--config", config, "The installation's configuration file")->capture_default_str();
    return command;
}

/// What the command line of `create` says.
struct Wanted {
    std::string folder, kind, code, name, url;
    std::filesystem::path static_root;
    int port = 8400;
    bool behind_tls_proxy = false;
};

void create(const Wanted& wanted) {
    const auto root = std::filesystem::absolute(wanted.folder);
    apps::Config config = apps::usual_config(root, wanted.code, wanted.name, wanted.kind);
    config.server.port = static_cast<std::uint16_t>(wanted.port);
    config.server.static_root = wanted.static_root;
    config.server.behind_tls_proxy = wanted.behind_tls_proxy;
    config.public_url = wanted.url.empty() ? "http://127.0.0.1:" + std::to_string(wanted.port) : wanted.url;
    apps::create_installation(config);
    apps::begin_region(config, config.public_url);
    std::cout << "Made " << root.string() << ". It works alone, and has no account and no peer yet:\n"
              << "  homeward-admin account --config " << config.file.string() << " --username NAME --role admin --name \"…\"\n"
              << "  homeward-admin member --config " << config.file.string() << "     prints what the other members need\n";
}

/// Disclosure control needs no installation: DIR has the form that docs/operate/tables.md tells.
struct TablesWanted {
    apps::TablesCommand command;
    CLI::App *protect = nullptr, *audit = nullptr, *verify = nullptr;

    explicit TablesWanted(CLI::App& app) {
        auto* tables = app.add_subcommand("tables", "Hide what could point to a person in tables, try to break a pattern, check a certificate");
        tables->require_subcommand(1);
        protect = about_directory(*tables, "protect", "Write a pattern that is safe");
        protect->add_option("--pattern", command.pattern, "Where to: cell,suppressed")->required();
        protect->add_option("--certificate", command.certificate, "Where to; confidential, for it holds true counts");
        audit = about_directory(*tables, "audit", "Name each cell that a pattern does not keep safe, and from whom");
        audit->add_option("pattern", command.pattern)->required();
        verify = about_directory(*tables, "verify", "Check a certificate with whole numbers alone");
        verify->add_option("pattern", command.pattern)->required();
        verify->add_option("certificate", command.certificate)->required();
    }

    CLI::App* about_directory(CLI::App& tables, const char* name, const char* help) {
        auto* one = tables.add_subcommand(name, help);
        one->add_option("directory", command.directory, "Folder with cells.csv and incidence.csv")->required();
        one->add_option("--width", command.width, "How far apart the possible values of a hidden count are at least, in persons (1); of amounts per cent above and below (10)")
            ->check(CLI::Range(1, 1000));
        return one;
    }

    bool parsed() const { return protect->parsed() || audit->parsed() || verify->parsed(); }
    int run() const {
        if (protect->parsed()) return apps::protect_tables(command, std::cout, std::cerr);
        if (audit->parsed()) return apps::audit_tables(command, std::cout, std::cerr);
        return apps::verify_tables(command, std::cout, std::cerr);
    }
};

/// What the returns count, as files of the sources; it needs no installation either.
struct DefinitionsWanted {
    apps::DefinitionsCommand command{"config/indicators/catalogue.json", "config/indicators/locked.json", 0};
    CLI::App *check = nullptr, *settle = nullptr;

    explicit DefinitionsWanted(CLI::App& app) {
        auto* definitions = app.add_subcommand("definitions", "Check what the returns count, or settle the definitions of a year");
        definitions->require_subcommand(1);
        check = about_files(*definitions, "check", "Name the indicator and the rule that is broken, or what was changed of a settled year");
        settle = about_files(*definitions, "settle", "Print a lock with a further year settled");
        settle->add_option("year", command.year)->required()->check(CLI::Range(2020, 2200));
    }

    CLI::App* about_files(CLI::App& definitions, const char* name, const char* help) {
        auto* one = definitions.add_subcommand(name, help);
        one->add_option("--catalogue", command.catalogue)->capture_default_str();
        one->add_option("--lock", command.lock)->capture_default_str();
        return one;
    }

    bool parsed() const { return check->parsed() || settle->parsed(); }
    int run() const {
        if (check->parsed()) return apps::check_definitions(command, std::cout, std::cerr);
        return apps::settle_definitions(command, std::cout, std::cerr);
    }
};

int run(int argc, char** argv) {
    if (sodium_init() < 0) throw std::runtime_error("the cryptographic library does not start");
    CLI::App app{"Makes, checks, backs up and restores an installation of Homeward."};
    app.require_subcommand(1);
    std::string config = "homeward.toml", file, role;

    Wanted made;
    auto* creating = app.add_subcommand("create", "Make an empty installation: no account, no data");
    creating->add_option("folder", made.folder)->required();
    creating->add_option("--kind", made.kind)->required()->check(CLI::IsMember({"node", "council"}));
    creating->add_option("--code", made.code, "uz; or council")->required();
    creating->add_option("--name", made.name)->required();
    creating->add_option("--port", made.port)->capture_default_str()->check(CLI::Range(1, 65535));
    creating->add_option("--static-root", made.static_root, "The built front end, web/dist/node or web/dist/council");
    creating->add_option("--url", made.url, "Where the other members reach it, https://node.example");
    creating->add_flag("--behind-tls-proxy", made.behind_tls_proxy, "A proxy on this machine speaks TLS");

    apps::DemoOptions demo;
    auto* demoing = app.add_subcommand("demo", "Make a demo region with synthetic people");
    demoing->add_option("--into", demo.into)->required();
    demoing->add_option("--stock", demo.stock, "Folder with name_parts.csv and claims.json")->capture_default_str();
    demoing->add_option("--static-root", demo.static_root, "The built front ends")->capture_default_str();
    demoing->add_option("--port-base", demo.port_base)->capture_default_str();
    demoing->add_option("--seed", demo.seed)->capture_default_str();
    demoing->add_option("--only", demo.only, "Fill this one alone, council or a State's code; may be given again");
    demo.stock = "config/demo";
    demo.static_root = "web/dist";

    access::NewAccount account;
    auto* accounting = on_installation(app, "account", "Make an account; the password is read from standard input", config);
    accounting->add_option("--username", account.username)->required();
    accounting->add_option("--name", account.name, "As colleagues see it")->required();
    accounting->add_option("--role", role)->required();
    accounting->add_option("--region", account.region, "ISO 3166-2; without it, the whole State");
    accounting->add_option("--member", account.member, "At the Council: the State or body this person speaks for");
    accounting->add_option("--language", account.language)->capture_default_str();

    std::string username;
    bool no_longer = false;
    auto* trusting = on_installation(app, "own-work", "Let an account approve what it handed over itself, where nobody else can", config);
    trusting->add_option("--username", username)->required();
    trusting->add_flag("--no-longer", no_longer, "Take the right away");

    auto* migrating = on_installation(app, "migrate", "Bring the schema up to date", config);
    auto* checking = on_installation(app, "check", "Check database, schema and log", config);
    auto* backing = on_installation(app, "backup", "Copy the database into a new file, also while it is served", config);
    backing->add_option("file", file)->required();
    auto* restoring = on_installation(app, "restore", "Put a backup in the database's place", config);
    restoring->add_option("file", file)->required()->check(CLI::ExistingFile);
    auto* telling = on_installation(app, "member", "Print this member's entry for the others' lists; nothing in it is secret", config);
    auto* joining = on_installation(app, "join", "Take members of another's file into this one's list", config);
    joining->add_option("file", file)->required()->check(CLI::ExistingFile);
    std::string ledger_of, manifest;
    auto* ledger = app.add_subcommand("ledger", "What the States showed, chained and signed");
    ledger->require_subcommand(1);
    auto* ledger_verifying = ledger->add_subcommand("verify", "Check a downloaded ledger, and name the first line that does not hold");
    ledger_verifying->add_option("file", ledger_of)->required();
    ledger_verifying->add_option("--region", manifest, "The region's manifest with the members' keys, region.json")->check(CLI::ExistingFile);
    auto* auditing = app.add_subcommand("audit", "The log of reads and changes");
    auditing->require_subcommand(1);
    auto* verifying = on_installation(*auditing, "verify", "Find any changed, removed or reordered line", config);
    const TablesWanted tables(app);
    const DefinitionsWanted definitions(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : apps::bad_input;
    }

    if (tables.parsed()) return tables.run();
    if (definitions.parsed()) return definitions.run();
    if (creating->parsed()) return create(made), 0;
    if (ledger_verifying->parsed()) return apps::verify_ledger(ledger_of, manifest, std::cout, std::cerr);
    if (demoing->parsed()) {
        apps::make_demo_region(demo, [](const std::string& step) { std::cout << "  " << step << std::endl; });
        return 0;
    }
    const auto installation = apps::load_config(config);
    if (accounting->parsed()) {
        const auto known = access::role_from(role);
        if (!known) throw apps::SetUpError("There is no role `" + role + "`.");
        account.role = *known;
        return apps::add_account(installation, account, std::cin, std::cout);
    }
    if (trusting->parsed()) return apps::set_own_work(installation, username, !no_longer, std::cout);
    if (migrating->parsed()) {
        apps::Instance(installation, apps::schema_of(installation));
        std::cout << "The schema is up to date.\n";
        return 0;
    }
    if (checking->parsed()) return apps::check_installation(installation, std::cout);
    if (backing->parsed()) return apps::back_up(installation, file, std::cout);
    if (restoring->parsed()) return apps::restore(installation, file, std::cout);
    if (telling->parsed()) return apps::print_member(installation, std::cout);
    if (joining->parsed()) return apps::join_members(installation, file, std::cout);
    if (verifying->parsed()) return apps::verify_audit(installation, std::cout);
    return 1;
}

}  // namespace

int main(int argc, char** argv) { return homeward::apps::run_program("homeward-admin", run, argc, argv); }
