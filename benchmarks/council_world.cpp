#include "access/accounts.h"
#include "council/decisions/decision.h"
#include "council/meetings/registration.h"
#include "council/members/body.h"
#include "council/practices/write_practice.h"
#include "council/wiring.h"
#include "instance/demo_accounts.h"
#include "instance/done.h"
#include "search/index.h"
#include "texts.h"
#include "world.h"

namespace homeward::bench {
namespace {

namespace fs = std::filesystem;
using access::Work;
using apps::done;

constexpr std::string_view kVersion = "1";    ///< raise it when the documents change
constexpr std::size_t kOfBatch = 500;         ///< documents in one transaction
constexpr int kSessionsOfYear = 200;
constexpr const char* kStates[] = {"kg", "kz", "tj", "tm", "uz"};
constexpr const char* kTopics[] = {"documents", "family", "children", "education", "health", "psychosocial", "housing", "livelihood"};
constexpr const char* kIndexed[] = {"paper", "paper", "paper", "minutes", "training", "law", "commitment"};

class CouncilMaker {
public:
    CouncilMaker(apps::CouncilProgram& council, const WorldOptions& options)
        : council_(council), options_(options), texts_(options.seed), random_(options.seed + 1) {}

    void make() {
        done(council_.instance.works.write<void>(access::Actor::program("system"), [&](Work& work) -> Done {
            for (const auto& account : apps::demo_accounts("council", {})) done(access::create_account(work, account));
            for (const auto& each : access::list_accounts(work.db, access::Role::secretariat, "")) secretariat_ = each;
            return {};
        }));
        const std::size_t all = options_.size;
        many("bodies", all / 100, [this](Work& work, std::size_t n) { body(work, n); });
        many("sessions and their decisions", all / 50, [this](Work& work, std::size_t n) { session(work, n); });
        many("practices", all / 5, [this](Work& work, std::size_t n) { practice(work, n); });
        many("papers and others", all - all / 50 - 2 * (all / 5), [this](Work& work, std::size_t n) { indexed(work, n); });
        // In life the clock does it once a minute, while documents come one by one.
        const Part part("index tidied");
        for (bool more = true; more;) council_.instance.store.write([&](store::Connection& db) { return more = search::tidy(db), true; });
    }

private:
    void many(const std::string& what, std::size_t count, const std::function<void(Work&, std::size_t)>& make_one) {
        const Part part(std::to_string(count) + " " + what);
        for (std::size_t n = 0; n < count;) {
            const std::size_t end = std::min(count, n + kOfBatch);
            done(council_.instance.works.write<void>(secretariat_, [&](Work& work) -> Done {
                for (; n < end; ++n) {
                    // One after the other, as they are written in life: ids begin with the time.
                    Work own(work.db, secretariat_, began_.plus_seconds(static_cast<std::int64_t>(++made_) * 60), nullptr);
                    make_one(own, n);
                }
                return {};
            }));
        }
    }

    Texts::Language language() { return static_cast<Texts::Language>(random_() % Texts::languages); }

    void body(Work& work, std::size_t n) {
        council::BodyName name{{}, "en", texts_.title(Texts::english), "B" + std::to_string(n), {}, {}, ""};
        const std::string code = "b" + std::to_string(n);
        done(council::add_body(work, {{}, code, "civil_society", kStates[random_() % 5], "", texts_.text(Texts::english, 20), ""}, name));
        done(council::add_name(work, code, {{}, "ru", texts_.title(Texts::russian), "", {}, {}, ""}));
    }

    /// A session with ten decisions.
    void session(Work& work, std::size_t n) {
        const Date day{2016 + static_cast<int>(n) / kSessionsOfYear % 10, 1 + static_cast<int>(n % 12), 1 + static_cast<int>(n % 28)};
        council::Session session;
        session.kind = "working_group";
        session.title = texts_.title(Texts::english);
        session.title_ru = texts_.title(Texts::russian);
        session.host = kStates[n % 5];
        session.place = "Tashkent";
        session.starts_on = session.ends_on = day;
        session.about_en = texts_.text(Texts::english, texts_.length() % 300);
        const auto id = done(council::open_session(work, council_.exchange.members(), session));
        // A hall decides where delegates of two States sat in it.
        for (const char* state : {"kg", "uz"}) {
            const auto delegate = done(council::register_delegate(work, id, {{}, state, "head", std::string("Delegate of ") + state, "Adviser", "ru", ""}));
            done(council::tick_attendance(work, id, delegate, {day}));
        }
        done(council::hold_session(work, id, done(council::get_session(work.db, id)).version));
        for (int i = 0; i < 10; ++i) {
            const std::size_t length = 20 + random_() % 120;
            done(council::record_decision(work, council_.exchange, {id, std::nullopt, {{"en", texts_.text(Texts::english, length)}, {"ru", texts_.text(Texts::russian, length)}},
                                                 day, texts_.title(Texts::english), random_() % 3 == 0, {}}));
        }
    }

    void practice(Work& work, std::size_t n) {
        const auto in = n % 2 == 0 ? Texts::english : Texts::russian;
        const auto some = [&] { return texts_.text(in, 10 + random_() % 20); };
        council::PracticeContent content;
        content.kind = n % 8 == 0 ? "did_not_work" : "practice";
        content.state = kStates[random_() % 5];
        content.topics = {kTopics[random_() % 8]};
        content.year_from = 2016 + static_cast<int>(random_() % 10);
        content.evidence = "monitoring";
        content.texts = {{in == Texts::english ? "en" : "ru", texts_.title(in), some(), some(), some(), some(), some(), some(), some(), some(), some(),
                          some(), some(), "The centre of social services"}};
        const auto id = done(council::write_practice(work, council_.exchange.members(), content));
        if (n % 10 == 0) return;
        // Not through clearance and three reviews, which no list or search looks at.
        work.db.run("UPDATE practices SET stage = 'published', published_on = $2, review_due_on = $3 WHERE id = $1", id, work.today(),
                    work.today().plus_months(council::kReviewMonths));
        council::tell_readers(work, id);
    }

    void indexed(Work& work, std::size_t n) {
        const auto in = language();
        search::Entry entry{kIndexed[random_() % 7], "x" + std::to_string(n), texts_.title(in), texts_.text(in, texts_.length()), {}, "", "",
                            Date{2016, 1, 1}.plus_days(static_cast<int>(random_() % 3'600))};
        if (random_() % 2 == 0) entry.state = kStates[random_() % 5];
        if (random_() % 3 != 0) entry.topic = kTopics[random_() % 8];
        const auto readers = random_() % 10;
        if (readers < 3) entry.audience = {"all"};
        else if (readers < 8) entry.audience = {"signed_in"};
        else entry.audience = {"secretariat", std::string("member:") + kStates[random_() % 5]};
        search::put(work.db, entry);
    }

    apps::CouncilProgram& council_;
    const WorldOptions& options_;
    Texts texts_;
    std::mt19937_64 random_;
    access::Actor secretariat_;
    Instant began_ = *Instant::parse("2026-01-01T08:00:00Z");
    std::size_t made_ = 0;
};

/// The region it belongs to: its own files, and five States that nobody runs.
void make_region(const apps::Config& config) {
    const fs::path folder = config.file.parent_path();
    std::vector<exchange::MemberPlace> places{{config.code, config.name, config.public_url, folder}};
    for (const std::string state : kStates) {
        places.push_back({state, state, "http://127.0.0.1:" + std::to_string(places.size() + 1), folder / "states" / state});
        fs::create_directories(places.back().directory);
    }
    done(exchange::make_region(places));
}

}  // namespace

World council_world(const WorldOptions& options) {
    const WorldPlan plan{.group = "council-" + std::to_string(options.size) + "-", .code = "council", .name = "Regional Expert Council", .kind = "council",
                         .contents = std::string(kVersion), .schema = apps::council_schema()};
    return World(options, plan, [&](const apps::Config& config) {
        make_region(config);
        apps::CouncilProgram council(config);
        CouncilMaker(council, options).make();
    });
}

}  // namespace homeward::bench
