#include "mail/mail_routes.h"

#include "http/json_reply.h"
#include "mail/letters.h"
#include "mail/postman.h"
#include "mail/texts.h"

namespace homeward::mail {

struct KindBody {
    std::string kind;
    std::map<std::string, std::string> name;
    bool wanted = false;
};
BOOST_DESCRIBE_STRUCT(KindBody, (), (kind, name, wanted))
struct PreferencesBody {
    std::string address, delivery;
    std::vector<KindBody> kinds;
};
BOOST_DESCRIBE_STRUCT(PreferencesBody, (), (address, delivery, kinds))
struct PreferencesInput {
    std::string address;
    std::vector<std::string> wanted;
};
BOOST_DESCRIBE_STRUCT(PreferencesInput, (), (address, wanted))
struct LetterBody {
    LetterId id;
    std::string to, address, kind, language, subject, text, path, state, problem;
    Instant queued_at;
    int attempts = 0;
};
BOOST_DESCRIBE_STRUCT(LetterBody, (), (id, to, address, kind, language, subject, text, path, state, problem, queued_at, attempts))
struct LettersBody {
    std::vector<LetterBody> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(LettersBody, (), (items, next))
struct OutgoingLine {
    LetterId id;
    std::string to, kind, problem;
    Instant queued_at;
    int attempts = 0;
};
BOOST_DESCRIBE_STRUCT(OutgoingLine, (), (id, to, kind, problem, queued_at, attempts))
struct OutgoingBody {
    std::string delivery;
    std::int64_t queued = 0, sent = 0, given_up = 0, dropped = 0;
    std::vector<OutgoingLine> failed;
};
BOOST_DESCRIBE_STRUCT(OutgoingBody, (), (delivery, queued, sent, given_up, dropped, failed))
struct UnsubscribeInput {
    std::string token;
    bool wanted = false;
};
BOOST_DESCRIBE_STRUCT(UnsubscribeInput, (), (token, wanted))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

std::string name_of(Delivery delivery) {
    return delivery == Delivery::server ? "server" : delivery == Delivery::mailbox ? "mailbox" : "none";
}

KindBody kind_body(store::Connection& db, access::AccountId account, const std::string& kind) {
    return {kind, {{"en", wording(kind, "en").name}, {"ru", wording(kind, "ru").name}}, wants(db, account, kind)};
}

PreferencesBody preferences(Work& work, Delivery delivery) {
    PreferencesBody body{address_of(work.db, work.actor.id), name_of(delivery), {}};
    for (const auto& kind : kinds()) body.kinds.push_back(kind_body(work.db, work.actor.id, kind));
    return body;
}

Done change_preferences(Work& work, const PreferencesInput& input) {
    if (input.address != address_of(work.db, work.actor.id)) TRY(set_address(work, work.actor.id, input.address));
    for (const auto& kind : input.wanted) {
        if (!is_kind(kind)) return invalid("mail.kind", "wanted");
    }
    for (const auto& kind : kinds()) choose(work, work.actor.id, kind, std::ranges::find(input.wanted, kind) != input.wanted.end());
    return {};
}

/// A link in a letter speaks for the account it was sent to, whoever opens it.
Result<Subscription> subscription_of(Work& work, const Links& links, std::string_view token) {
    const auto read = links.read(token);
    if (!read || !access::get_account(work.db, read->account)) return not_found("mail.link");
    return *read;
}

LettersBody mailbox(Work& work, const Links& links, bool all, std::optional<LetterId> after, int limit) {
    LettersBody body;
    auto letters = list_letters(work.db, all ? std::nullopt : std::optional(work.actor.id), "", after, limit + 1);
    if (static_cast<int>(letters.size()) > limit) {
        letters.resize(static_cast<std::size_t>(limit));
        body.next = letters.back().id.str();
    }
    for (const auto& l : letters) {
        body.items.push_back({l.id, l.username, l.address, l.kind, l.language, l.subject, whole_text(l.text, l.language, l.path, {l.account, l.kind}, links), l.path,
                              l.state, l.problem, l.queued_at, l.attempts});
    }
    return body;
}

OutgoingBody outgoing(Work& work, Delivery delivery) {
    const Counts counts = count_letters(work.db);
    OutgoingBody body{name_of(delivery), counts.queued, counts.sent, counts.given_up, counts.dropped, {}};
    for (const auto& l : list_letters(work.db, std::nullopt, "given_up", std::nullopt, 100)) {
        body.failed.push_back({l.id, l.username, l.kind, l.problem, l.queued_at, l.attempts});
    }
    return body;
}

void unsubscribe_routes(http::Router& router, const Links& links) {
    router.open_read("GET", "/api/unsubscribe", [&links](Work& work, const Request& request) -> Result<Reply> {
        const auto found = TRY(subscription_of(work, links, request.query("token").value_or("")));
        return http::ok(kind_body(work.db, found.account, found.kind));
    });
    router.open_write("POST", "/api/unsubscribe", [&links](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<UnsubscribeInput>(request));
        const auto found = TRY(subscription_of(work, links, input.token));
        choose(work, found.account, found.kind, input.wanted);
        return http::ok(kind_body(work.db, found.account, found.kind));
    });
    // RFC 8058: the mailbox itself posts to the letter's link; what it says in its body is always the same.
    router.open_write("POST", "/unsubscribe", [&links](Work& work, const Request& request) -> Result<Reply> {
        const auto found = TRY(subscription_of(work, links, request.query("token").value_or("")));
        choose(work, found.account, found.kind, false);
        return http::no_content();
    }, {.max_body_bytes = 4096, .content_types = {"*/*"}});
}

}  // namespace

void add_routes(http::Router& router, const Links& links, Delivery delivery) {
    unsubscribe_routes(router, links);
    router.read("GET", "/api/mail/preferences", [delivery](Work& work, const Request&) -> Result<Reply> {
        return http::ok(preferences(work, delivery));
    });
    router.write("POST", "/api/mail/preferences", [delivery](Work& work, const Request& request) -> Result<Reply> {
        TRY(change_preferences(work, TRY(http::body_as<PreferencesInput>(request))));
        return http::ok(preferences(work, delivery));
    });
    router.read("GET", "/api/mail/outgoing", [delivery](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_exchange));
        return http::ok(outgoing(work, delivery));
    });
    if (delivery != Delivery::mailbox) return;
    router.read("GET", "/api/mailbox", [&links](Work& work, const Request& request) -> Result<Reply> {
        const bool all = TRY(http::bool_query(request, "all", false));
        if (all) TRY(access::require(work.actor, Permission::edit_council));
        const int limit = TRY(http::int_query(request, "limit", 20, 1, 100));
        return http::ok(mailbox(work, links, all, TRY(http::id_query<LetterId>(request, "cursor")), limit));
    });
}

}  // namespace homeward::mail
