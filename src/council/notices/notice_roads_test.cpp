// Every road on which a notice could leave, held against its marking, for every reader.
#include <algorithm>

#include "council/council_fixture.h"
#include "council/notices/notice_print.h"
#include "council/notices/notice_store.h"
#include "http/router.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;

/// Who asks, and what of the standard's circles the reader stands in.
struct Reader {
    std::string name;
    Actor actor;
};

struct Roads : CouncilTest {
    std::vector<Reader> readers;
    http::Router router;

    Roads() {
        routes(router, program());
        const auto add = [&](const char* name, Role role, const char* member) { readers.push_back({name, account(name, role, member)}); };
        readers.push_back({"secretariat", secretariat});
        readers.push_back({"guest", Actor::guest()});
        add("focal.uz", Role::focal_point, "uz");
        add("focal.kg", Role::focal_point, "kg");
        add("focal.tj", Role::focal_point, "tj");
        add("observer.uz", Role::observer, "uz");
        add("observer.kg", Role::observer, "kg");
        add("observer.osce", Role::observer, "osce");
        add("expert", Role::expert, "");
        add("expert.kg", Role::expert, "kg");
        add("admin", Role::admin, "");
        for (const auto& [name, actor] : readers) {
            if (actor.role == Role::guest) continue;
            (void)act<bool>(system, [&](access::Work& work) -> Result<bool> {
                mail::set_address(work, actor.id, name + "@council.example").value();
                return true;
            });
        }
    }
    const Actor& reader(std::string_view name) { return std::ranges::find(readers, name, &Reader::name)->actor; }

    /// The standard, said anew and by hand: who may read a notice from uz to these addressees.
    static bool should_read(Marking marking, const std::vector<std::string>& addressees, const Reader& reader) {
        const std::string& name = reader.name;
        if (name == "guest" || name == "admin") return false;
        // What one focal point alone marks clear is not published by it.
        if (marking == Marking::clear || marking == Marking::green) return true;
        const std::string side = name == "secretariat" ? "council" : reader.actor.member;
        const bool on_a_side = !side.empty() && (side == "uz" || std::ranges::find(addressees, side) != addressees.end());
        const bool focal = name.starts_with("focal.") || name == "secretariat";
        if (marking == Marking::amber) return focal || on_a_side;
        return marking == Marking::amber_strict ? on_a_side : focal && on_a_side;
    }

    std::string ask(const Actor& actor, const std::vector<std::string>& path, std::map<std::string, std::string> query = {}) {
        const auto match = router.find("GET", path);
        if (!match.route || (match.route->signed_in() && actor.role == Role::guest)) return {};
        http::Request request;
        request.method = "GET";
        request.path_parameters = match.parameters;
        request.query_parameters = std::move(query);
        const auto reply = act<http::Reply>(actor, [&](access::Work& work) { return match.route->handler(work, request); });
        return reply ? reply->body : "";
    }

    /// Whether the notice, its title or its text is found in what a road gives.
    static bool tells(const std::string& reply, NoticeId id, const std::string& mark) {
        return reply.find(id.str()) != std::string::npos || reply.find(mark) != std::string::npos;
    }
    std::set<std::string> roads_to(const Actor& actor, NoticeId id, const std::string& mark) {
        std::set<std::string> open;
        const auto note = [&](const char* road, const std::string& reply) {
            if (tells(reply, id, mark)) open.insert(road);
        };
        note("page", ask(actor, {"api", "notices", id.str()}));
        note("list", ask(actor, {"api", "notices"}, {{"limit", "100"}}));
        note("in", ask(actor, {"api", "notices"}, {{"limit", "100"}, {"box", "in"}}));
        note("desk", ask(actor, {"api", "notices", "desk"}));
        note("export", ask(actor, {"api", "notices", "export"}));
        if (ask(actor, {"api", "notices", id.str(), "pdf"}).starts_with("%PDF")) open.insert("print");
        store->read([&](store::Connection& db) {
            search::Question question;
            question.text = mark;
            question.reader = words_of(actor);
            const auto found = search::find(db, question).value();
            for (const auto& hit : found.hits) {
                if (hit.id == id.str()) open.insert("search");
            }
        });
        if (number("SELECT COUNT(*) FROM mail_letters WHERE path = '/notices/" + id.str() + "' AND account_id = '" + actor.id.str() + "'")) open.insert("mail");
        return open;
    }
};

TEST_F(Roads, AreOpenToThoseWhomTheMarkingNamesAndToNobodyElse) {
    const std::vector<std::vector<std::string>> circles{{"kg"}, {"kg", "council"}, {"council"}, {"tj"}};
    int row = 0;
    for (const auto marking : {Marking::clear, Marking::green, Marking::amber, Marking::amber_strict, Marking::red}) {
        for (const auto& addressees : circles) {
            const std::string mark = std::string("quokka") + static_cast<char>('a' + row++);
            const auto sent = act<NoticeId>(reader("focal.uz"), [&](access::Work& work) {
                return send_notice(work, {"health", "red", std::string(name_of(marking)), addressees, "Shortage at " + mark, "What is known of " + mark + ".", {}, true});
            });
            ASSERT_TRUE(sent) << sent.error().key;
            for (const auto& who : readers) {
                SCOPED_TRACE(std::string(label_of(marking)) + " to " + addressees.front() + (addressees.size() > 1 ? " and the Council" : "") + ", read by " + who.name);
                const bool may = should_read(marking, addressees, who);
                const auto open = roads_to(who.actor, *sent, mark);
                const std::string side = who.name == "secretariat" ? "council" : who.name.starts_with("focal.") ? who.actor.member : "-";
                const bool addressed = std::ranges::find(addressees, side) != addressees.end();
                if (!may) {
                    EXPECT_TRUE(open.empty()) << *open.begin();
                    continue;
                }
                for (const char* road : {"page", "print", "list", "export", "search"}) EXPECT_TRUE(open.contains(road)) << road;
                EXPECT_EQ(open.contains("desk"), addressed);
                EXPECT_EQ(open.contains("mail"), addressed);
                EXPECT_EQ(open.contains("in"), addressed);
            }
        }
    }
    EXPECT_EQ(row, 20);
}

TEST_F(Roads, OfMailNameNoNotice) {
    for (const auto marking : {Marking::clear, Marking::green, Marking::amber, Marking::amber_strict, Marking::red}) {
        (void)act<NoticeId>(reader("focal.uz"), [&](access::Work& work) {
            return send_notice(work, {"health", "red", std::string(name_of(marking)), {"kg"}, "quokka " + std::string(name_of(marking)), "wombat", {1}, true});
        });
    }
    now = now.plus_days(1);
    (void)act<bool>(system, [&](access::Work& work) -> Result<bool> {
        TRY(ring_notice_alarms(work));
        return true;
    });
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 15);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE instr(subject || text || path, 'quokka')"), 0);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE instr(subject || text || path, 'wombat')"), 0);
}

TEST_F(Roads, CloseForWhatIsTakenBack) {
    const auto id = act<NoticeId>(reader("focal.uz"), [&](access::Work& work) {
        return send_notice(work, {"health", "red", "amber", {"kg"}, "Shortage", "What is known of quokka.", {}, true});
    }).value();
    EXPECT_EQ(roads_to(reader("focal.kg"), id, "quokka").count("search"), 1u);
    (void)act<bool>(reader("focal.uz"), [&](access::Work& work) -> Result<bool> {
        TRY(withdraw_notice(work, id, "It is over."));
        return true;
    });
    EXPECT_EQ(roads_to(reader("focal.kg"), id, "quokka").count("search"), 0u);
    EXPECT_EQ(ask(reader("focal.kg"), {"api", "notices", id.str()}).find("quokka"), std::string::npos);
    EXPECT_EQ(ask(reader("focal.kg"), {"api", "notices", "export"}).find("quokka"), std::string::npos);
    EXPECT_NE(ask(reader("focal.uz"), {"api", "notices", id.str()}).find("quokka"), std::string::npos);
}

TEST_F(Roads, CarryTheMarking) {
    for (const auto& [marking, label] : std::map<std::string, std::string>{{"clear", "TLP:CLEAR"}, {"green", "TLP:GREEN"}, {"amber", "TLP:AMBER"},
                                                                           {"amber_strict", "TLP:AMBER+STRICT"}, {"red", "TLP:RED"}}) {
        const auto id = act<NoticeId>(reader("focal.uz"), [&](access::Work& work) {
            return send_notice(work, {"health", "routine", marking, {"kg"}, "Shortage", "Of medicine.", {}, true});
        }).value();
        const auto& kg = reader("focal.kg");
        EXPECT_NE(ask(kg, {"api", "notices", id.str()}).find("\"label\":\"" + label + "\""), std::string::npos);
        EXPECT_NE(ask(kg, {"api", "notices"}).find("\"label\":\"" + label + "\""), std::string::npos);
        EXPECT_NE(ask(kg, {"api", "notices", "export"}).find(label + "," + id.str()), std::string::npos);
    }
}

}  // namespace
}  // namespace homeward::council
