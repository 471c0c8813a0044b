#include "mail/postman.h"

#include <spdlog/spdlog.h>

#include "mail/message.h"
#include "mail/texts.h"

namespace homeward::mail {
namespace {

constexpr std::int64_t kLookEveryMs = 5'000;
constexpr std::int64_t kMinuteMs = 60'000, kHourMs = 60 * kMinuteMs;

access::Actor ourselves() { return access::Actor::program("system"); }

}  // namespace

std::int64_t wait_ms(int failures) {
    std::int64_t wait = kMinuteMs;
    for (int i = 1; i < failures && wait < kHourMs; ++i) wait *= 2;
    return std::min(wait, kHourMs);
}

std::string whole_text(const std::string& text, const std::string& language, const std::string& path, const Subscription& reader, const Links& links) {
    const Frame& around = frame(language);
    std::string whole = text;
    if (!path.empty()) whole += "\n" + filled(around.read, {{"url", links.to(path)}}) + "\n";
    return whole + "\n-- \n" + around.why + "\n" + filled(around.stop, {{"url", links.stop(reader)}}) + "\n" +
           filled(around.choose, {{"url", links.choose()}}) + "\n";
}

Done forget_old_letters(access::Work& work) {
    work.db.run("DELETE FROM mail_letters WHERE queued_at < $1", work.now.plus_days(-kKeepDays));
    return {};
}

Postman::Postman(access::Works& works, Transport transport, Sender sender, Links links)
    : works_(works), transport_(std::move(transport)), sender_(std::move(sender)), links_(std::move(links)) {}

Postman::~Postman() { stop(); }

void Postman::start() {
    // The operator may have mended what kept letters back.
    (void)works_.write<void>(ourselves(), [](access::Work& work) -> Done {
        work.db.run("UPDATE mail_letters SET next_attempt_at = $1 WHERE state = 'queued' AND next_attempt_at > $1", work.now);
        return {};
    });
    thread_ = std::thread([this] { run(); });
}

void Postman::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Postman::run() {
    while (!stopping_) {
        Instant next = works_.now().plus_ms(kLookEveryMs);
        try {
            next = deliver();
        } catch (const std::exception& broken) {
            spdlog::error("mail: delivery broke off: {}", broken.what());
        }
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::milliseconds(std::max<std::int64_t>(100, next.ms - works_.now().ms)), [this] { return stopping_.load(); });
    }
}

Instant Postman::deliver() {
    give_up_the_old();
    while (!stopping_) {
        const auto letter = first_due();
        if (!letter) break;
        const Outcome outcome = letter->wanted ? send(*letter) : Outcome{Outcome::Kind::refused, ""};
        if (stopping_ && outcome.kind == Outcome::Kind::unreachable) break;
        (void)works_.write<void>(ourselves(), [&](access::Work& work) -> Done {
            conclude(work, *letter, outcome);
            return {};
        });
        unreachable_ = outcome.kind == Outcome::Kind::unreachable ? unreachable_ + 1 : 0;
        // One that cannot be reached is not asked for each of a thousand letters.
        if (unreachable_) return works_.now().plus_ms(wait_ms(unreachable_));
    }
    return works_.now().plus_ms(kLookEveryMs);
}

/// Also those that waited while there was no server at all.
void Postman::give_up_the_old() {
    const auto old = works_.now().plus_days(-kGiveUpAfterDays);
    const bool any = *works_.read<bool>(ourselves(), [&](access::Work& work) -> Result<bool> {
        return work.db.query("SELECT 1 FROM mail_letters WHERE state = 'queued' AND queued_at < $1 LIMIT 1", old).next();
    });
    if (!any) return;
    (void)works_.write<void>(ourselves(), [&](access::Work& work) -> Done {
        const int many = work.db.run("UPDATE mail_letters SET state = 'given_up', concluded_at = $2, problem = CASE problem WHEN '' THEN 'mail.too_late' ELSE problem END"
                                     " WHERE state = 'queued' AND queued_at < $1", old, work.now);
        spdlog::warn("mail: {} letters are given up after {} days", many, kGiveUpAfterDays);
        return {};
    });
}

std::optional<Postman::Due> Postman::first_due() {
    return *works_.read<std::optional<Due>>(ourselves(), [](access::Work& work) -> Result<std::optional<Due>> {
        auto query = work.db.query(
            "SELECT l.id, l.account_id, l.kind, l.language, l.subject, l.text, l.path, COALESCE(m.address, ''), l.queued_at, l.attempts, a.disabled_at IS NULL"
            " FROM mail_letters l JOIN accounts a ON a.id = l.account_id LEFT JOIN mail_addresses m ON m.account_id = l.account_id"
            " WHERE l.state = 'queued' AND l.next_attempt_at <= $1 ORDER BY l.next_attempt_at, l.id LIMIT 1", work.now);
        if (!query.next()) return std::optional<Due>();
        const auto row = query.row();
        Due due{row.get<LetterId>(0), row.get<access::AccountId>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
                row.get<std::string>(5), row.get<std::string>(6), row.get<std::string>(7), row.get<Instant>(8), row.get<int>(9), row.get<bool>(10)};
        // Since it was queued, its reader may have left, unsubscribed, or taken the address away.
        due.wanted = due.wanted && !due.address.empty() && is_kind(due.kind) && wants(work.db, due.account, due.kind);
        return std::optional<Due>(std::move(due));
    });
}

Outcome Postman::send(const Due& letter) {
    const Subscription reader{letter.account, letter.kind};
    const auto message = write_message({letter.id.str(), letter.queued_at, sender_.address, sender_.name, letter.address, letter.language, letter.subject,
                                        whole_text(letter.text, letter.language, letter.path, reader, links_), links_.stop(reader)});
    if (!message) return {Outcome::Kind::refused, message.error().key};
    return transport_(sender_.address, letter.address, *message);
}

void Postman::conclude(access::Work& work, const Due& letter, const Outcome& outcome) {
    using enum Outcome::Kind;
    const bool again = outcome.kind == not_now || outcome.kind == unreachable;
    const std::string state = !letter.wanted ? "dropped" : outcome.kind == sent ? "sent" : again ? "queued" : "given_up";
    const int attempts = letter.attempts + (letter.wanted ? 1 : 0);
    const auto concluded_at = again ? std::nullopt : std::optional(work.now);
    work.db.run("UPDATE mail_letters SET state = $2, attempts = $3, next_attempt_at = $4, concluded_at = $5, problem = $6 WHERE id = $1", letter.id, state,
                attempts, work.now.plus_ms(wait_ms(attempts)), concluded_at, outcome.problem);
    if (state == "given_up") spdlog::warn("mail: letter {} is given up: {}", letter.id.str(), outcome.problem);
    else if (again) spdlog::info("mail: letter {} was not taken ({}); attempt {}", letter.id.str(), outcome.problem, attempts);
}

}  // namespace homeward::mail
