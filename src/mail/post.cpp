#include "mail/post.h"

#include <algorithm>

#include "mail/texts.h"

namespace homeward::mail {
namespace {

constexpr std::size_t kLongestTitle = 200;  // code points

bool is_open(store::Connection& db, access::AccountId account) {
    return db.query("SELECT 1 FROM accounts WHERE id = $1 AND disabled_at IS NULL", account).next();
}

std::map<std::string, std::string> shortened_values(std::map<std::string, std::string> values) {
    for (auto& [name, value] : values) value = shortened(value, kLongestTitle);
    return values;
}

std::string text_of(const Letter& letter, const std::string& language) {
    const auto values = shortened_values(letter.values);
    const Wording& words = wording(letter.kind, language);
    const Frame& around = frame(language);
    std::string text = around.greeting + "\n\n" + filled(values.contains("title") ? words.named : words.text, values) + "\n";
    for (const auto& [name, its] : letter.lines) text += line(name, language, shortened_values(its)) + "\n";
    if (letter.on) text += filled(around.on, {{"date", day_in_words(*letter.on, language)}}) + "\n";
    return text;
}

}  // namespace

void post(access::Work& work, const Letter& letter) {
    // A kind without a text is found by the first test that posts it, whoever would have received it.
    const bool wanted = wants(work.db, letter.to, letter.kind);
    const auto account = access::get_account(work.db, letter.to);
    const std::string language = account ? written_language(account->language) : "en";
    const std::string text = text_of(letter, language);
    if (!account || !wanted || !is_open(work.db, letter.to) || address_of(work.db, letter.to).empty()) return;
    work.db.run("INSERT INTO mail_letters (id, account_id, kind, language, subject, text, path, queued_at, state, attempts, next_attempt_at, problem)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', 0, $8, '')",
                LetterId::make(work.now), letter.to, letter.kind, language, wording(letter.kind, language).subject, text, letter.path, work.now);
}

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
    const auto dotted = [](std::string_view part, std::string_view marks) {
        if (part.empty() || part.front() == '.' || part.back() == '.' || part.find("..") != std::string_view::npos) return false;
        return std::ranges::all_of(part, [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || marks.find(c) != std::string_view::npos;
        });
    };
    // Quoted and international local parts are refused: few servers take them, and their quotes are where letters go astray.
    return dotted(text.substr(0, at), "!#$%&'*+-/=?^_`{|}~") && dotted(text.substr(at + 1), "-");
}

Done set_address(access::Work& work, access::AccountId account, const std::string& given) {
    const std::string address(trim(given));
    if (!address.empty() && !is_address(address)) return invalid("mail.address", "address");
    work.db.run("DELETE FROM mail_addresses WHERE account_id = $1", account);
    if (!address.empty()) work.db.run("INSERT INTO mail_addresses (account_id, address) VALUES ($1, $2)", account, address);
    work.record({"mail.address_set", "account", account.str()});
    return {};
}

std::string address_of(store::Connection& db, access::AccountId account) {
    return db.query("SELECT address FROM mail_addresses WHERE account_id = $1", account).value<std::string>().value_or("");
}

bool wants(store::Connection& db, access::AccountId account, std::string_view kind) {
    const bool usually = usually_wanted(kind);
    return db.query("SELECT wanted FROM mail_choices WHERE account_id = $1 AND kind = $2", account, kind).value<bool>().value_or(usually);
}

void choose(access::Work& work, access::AccountId account, std::string_view kind, bool wanted) {
    if (wants(work.db, account, kind) == wanted) return;
    work.db.run("INSERT INTO mail_choices (account_id, kind, wanted, changed_at) VALUES ($1, $2, $3, $4)"
                " ON CONFLICT (account_id, kind) DO UPDATE SET wanted = excluded.wanted, changed_at = excluded.changed_at",
                account, kind, wanted, work.now);
    work.record({wanted ? "mail.wanted" : "mail.unsubscribed", "account", account.str(), {}, {{"kind", std::string(kind)}}});
}

}  // namespace homeward::mail
