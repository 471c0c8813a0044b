#include <fstream>
#include <toml++/toml.h>

#include "instance/instance.h"

namespace homeward::apps {
namespace {

template <class T>
T required(const toml::table& table, const char* section, const char* key, const std::filesystem::path& file) {
    const auto value = table[section][key].value<T>();
    if (!value) throw SetUpError(file.string() + ": [" + section + "] needs `" + key + "`.");
    return *value;
}

std::filesystem::path beside(const std::filesystem::path& file, const std::string& path) {
    const std::filesystem::path given(path);
    return given.empty() || given.is_absolute() ? given : file.parent_path() / given;
}

MailConfig mail_of(const toml::table& table, const std::filesystem::path& file, const std::string& instance_name) {
    const auto section = table["mail"];
    const auto text = [&](const char* key, const char* usual = "") { return section[key].value_or(std::string(usual)); };
    const auto wrong = [&](const std::string& what) { throw SetUpError(file.string() + ": [mail] " + what); };
    MailConfig mail;
    mail.server = text("server");
    if (mail.server.empty()) return mail;
    mail.security = text("security", "starttls");
    if (mail.security != "starttls" && mail.security != "tls" && mail.security != "none") wrong("security must be starttls, tls or none.");
    const std::int64_t usual_port = mail.security == "starttls" ? 587 : mail.security == "tls" ? 465 : 25;
    const auto port = section["port"].value_or(usual_port);
    if (port < 1 || port > 65535) wrong("port must be between 1 and 65535.");
    mail.port = static_cast<int>(port);
    mail.user = text("user");
    mail.password_file = beside(file, text("password_file"));
    mail.ca_file = beside(file, text("ca_file"));
    if (mail.user.empty() != mail.password_file.empty()) wrong("needs `user` and `password_file`, or neither.");
    if (!mail.user.empty() && mail.security == "none") wrong("would send the password in the open; set security to starttls or tls.");
    mail.from = required<std::string>(table, "mail", "from", file);
    mail.from_name = text("from_name", instance_name.c_str());
    return mail;
}

toml::table mail_table(const MailConfig& mail) {
    return toml::table{{"server", mail.server}, {"port", mail.port}, {"security", mail.security}, {"user", mail.user},
                       {"password_file", mail.password_file.string()}, {"ca_file", mail.ca_file.string()}, {"from", mail.from}, {"from_name", mail.from_name}};
}

}  // namespace

Config usual_config(const std::filesystem::path& folder, const std::string& code, const std::string& name, const std::string& kind) {
    Config config;
    config.file = folder / "homeward.toml";
    config.code = config.server.instance = code;
    config.name = name;
    config.kind = kind;
    config.database = folder / "homeward.db";
    config.node_key = folder / "node.key";
    config.audit_head = folder / "audit.head";
    config.exchange_keys = folder / "exchange_keys.json";
    config.region = folder / "region.json";
    return config;
}

Config load_config(const std::filesystem::path& file) {
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        throw SetUpError("Cannot read the configuration " + file.string() + ": " + std::string(error.description()) + ".");
    }
    const auto absolute = std::filesystem::absolute(file);
    const auto said = [&](const char* key) { return required<std::string>(table, "instance", key, file); };
    Config config = usual_config(absolute.parent_path(), said("code"), said("name"), said("kind"));
    config.file = absolute;
    config.demo = table["instance"]["demo"].value_or(false);
    config.language = table["instance"]["language"].value_or(std::string("en"));
    config.server.address = table["server"]["address"].value_or(std::string("127.0.0.1"));
    const auto port = required<std::int64_t>(table, "server", "port", file);
    if (port < 0 || port > 65535) throw SetUpError(file.string() + ": [server] port must be between 0 and 65535.");
    config.server.port = static_cast<std::uint16_t>(port);
    config.server.static_root = beside(config.file, table["server"]["static_root"].value_or(std::string()));
    config.server.behind_tls_proxy = table["server"]["behind_tls_proxy"].value_or(false);
    config.public_url = table["server"]["public_url"].value_or(std::string());
    if (config.public_url.empty()) config.public_url = "http://" + config.server.address + ":" + std::to_string(port);
    while (config.public_url.ends_with('/')) config.public_url.pop_back();
    const auto elsewhere = [&](std::filesystem::path& usual, const char* key) {
        if (const auto given = table["data"][key].value<std::string>()) usual = beside(config.file, *given);
    };
    elsewhere(config.database, "database");
    elsewhere(config.node_key, "node_key");
    elsewhere(config.audit_head, "audit_head");
    elsewhere(config.exchange_keys, "exchange_keys");
    elsewhere(config.region, "region");
    config.longest_wait_s = static_cast<int>(table["exchange"]["longest_wait_s"].value_or(std::int64_t{config.longest_wait_s}));
    if (config.longest_wait_s < 1) throw SetUpError(file.string() + ": [exchange] longest_wait_s must be 1 or more.");
    config.ca_file = beside(config.file, table["exchange"]["ca_file"].value_or(std::string()));
    config.mail = mail_of(table, config.file, config.name);
    config.least_silence_days = static_cast<int>(table["council"]["least_silence_days"].value_or(std::int64_t{config.least_silence_days}));
    if (config.least_silence_days < 1 || config.least_silence_days > 365) throw SetUpError(file.string() + ": [council] least_silence_days must be between 1 and 365.");
    return config;
}

void write_config(const Config& config) {
    toml::table table{
        {"instance", toml::table{{"code", config.code}, {"name", config.name}, {"kind", config.kind},
                                 {"demo", config.demo}, {"language", config.language}}},
        {"server", toml::table{{"address", config.server.address}, {"port", config.server.port},
                               {"public_url", config.public_url},
                               {"static_root", config.server.static_root.string()},
                               {"behind_tls_proxy", config.server.behind_tls_proxy}}},
        {"data", toml::table{{"database", config.database.string()}, {"node_key", config.node_key.string()},
                             {"audit_head", config.audit_head.string()}, {"exchange_keys", config.exchange_keys.string()},
                             {"region", config.region.string()}}},
        {"exchange", toml::table{{"ca_file", config.ca_file.string()}, {"longest_wait_s", config.longest_wait_s}}},
        {"council", toml::table{{"least_silence_days", config.least_silence_days}}},
    };
    if (!config.mail.server.empty()) table.insert("mail", mail_table(config.mail));
    std::ofstream out(config.file);
    out << table << "\n";
    if (!out) throw SetUpError("Cannot write " + config.file.string() + ".");
}

}  // namespace homeward::apps
