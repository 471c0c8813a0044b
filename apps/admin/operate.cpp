#include "admin/operate.h"

#include <istream>
#include <ostream>

#include "access/accounts.h"
#include "admin/create.h"
#include "exchange/exchange.h"

namespace homeward::apps {
namespace {

using Mode = store::Connection::Mode;

audit::Check audit_of(const Config& config, store::Connection& db) {
    const auto key = head_key(vault::load_key_file(config.node_key.string()));
    return audit::verify(db, audit::HeadFile::read(config.audit_head.string(), key));
}

bool sound(store::Connection& db, std::ostream& out) {
    bool all = true;
    for (const auto row : db.query("PRAGMA integrity_check")) {
        if (row.text(0) == "ok") continue;
        out << "The database is damaged: " << row.text(0) << "\n";
        all = false;
    }
    for (const auto row : db.query("PRAGMA foreign_key_check")) {
        out << "A row of " << row.text(0) << " refers to nothing.\n";
        all = false;
    }
    return all;
}

bool said(const audit::Check& check, std::ostream& out) {
    if (check.intact) out << "The log is intact: " << check.leaves << " lines.\n";
    else out << "The log was tampered with at line " << check.seq << ": " << check.problem << ".\n";
    return check.intact;
}

}  // namespace

int verify_audit(const Config& config, std::ostream& out) {
    store::Connection db(config.database.string(), Mode::read_only);
    return said(audit_of(config, db), out) ? 0 : 1;
}

int check_installation(const Config& config, std::ostream& out) {
    store::Connection db(config.database.string(), Mode::read_only);
    bool good = sound(db, out);
    if (good) out << "The database is sound.\n";
    for (const auto& step : store::pending(db, schema_of(config))) {
        out << "The schema lacks " << step << "; it is applied when the program starts.\n";
    }
    good = said(audit_of(config, db), out) && good;
    return good ? 0 : 1;
}

int back_up(const Config& config, const std::filesystem::path& into, std::ostream& out) {
    if (std::filesystem::exists(into)) throw SetUpError(into.string() + " exists already; a backup overwrites nothing.");
    {
        store::Connection db(config.database.string(), Mode::read_write);
        db.run("VACUUM INTO $1", into.string());
    }
    std::filesystem::permissions(into, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    store::Connection copy(into.string(), Mode::read_only);
    if (!sound(copy, out)) return 1;
    out << "Backed up to " << into.string() << ". Keep it apart from " << config.node_key.filename().string() << ".\n";
    return 0;
}

int restore(const Config& config, const std::filesystem::path& from, std::ostream& out) {
    const Lock lock(config.database);
    {
        store::Connection copy(from.string(), Mode::read_only);
        if (!sound(copy, out)) return 1;
        if (store::pending(copy, schema_of(config)).size() == schema_of(config).size()) {
            throw SetUpError(from.string() + " is not a backup of a Homeward " + config.kind + ".");
        }
    }
    const auto now = Instant::system_now();
    auto kept = config.database;
    kept += ".before-" + std::to_string(now.ms);
    const auto fresh = config.database.string() + ".restoring";
    std::filesystem::copy_file(from, fresh, std::filesystem::copy_options::overwrite_existing);
    for (const char* end : {"-wal", "-shm"}) {
        const std::filesystem::path beside = config.database.string() + end;
        if (std::filesystem::exists(beside)) std::filesystem::rename(beside, kept.string() + end);
    }
    if (std::filesystem::exists(config.database)) std::filesystem::rename(config.database, kept);
    std::filesystem::rename(fresh, config.database);
    {
        store::Connection db(config.database.string(), Mode::read_write);
        store::migrate(db, schema_of(config));
        // What was sent after the backup was made would otherwise be numbered twice.
        exchange::begin_epoch(db, now);
        audit::append(db, now, "system", {"database.restored", "database", config.code, {}, {}});
        audit::HeadFile(config.audit_head.string(), head_key(vault::load_key_file(config.node_key.string()))).note(audit::head(db));
    }
    out << "Restored from " << from.string() << ". What stood there before is " << kept.string() << ".\n";
    return 0;
}

int add_account(const Config& config, const access::NewAccount& given, std::istream& in, std::ostream& out) {
    access::NewAccount account = given;
    std::getline(in, account.password);
    Instance instance(config, schema_of(config));
    const auto made = instance.works.write<access::AccountId>(access::Actor::program("system"), [&](access::Work& work) {
        return access::create_account(work, account);
    });
    if (!made) throw SetUpError("The account was not made: " + made.error().key + ".");
    out << "Made the account " << account.username << ".\n";
    return 0;
}

int set_own_work(const Config& config, const std::string& username, bool may_now, std::ostream& out) {
    Instance instance(config, schema_of(config));
    const auto set = instance.works.write<void>(access::Actor::program("system"), [&](access::Work& work) -> Done {
        const auto id = work.db.query("SELECT id FROM accounts WHERE username = $1", username).value<access::AccountId>();
        if (!id) return not_found("account.not_found");
        return access::set_approves_own_work(work, *id, may_now);
    });
    if (!set) throw SetUpError("The right was not changed: " + set.error().key + ".");
    out << username << (may_now ? " may decide on their own work now. Every such decision is marked.\n" : " decides on their own work no more.\n");
    return 0;
}

}  // namespace homeward::apps
