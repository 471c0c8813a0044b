// Pages of the register and the search of names: what every morning begins with.

#include <set>

#include "base/json.h"
#include "bench.h"
#include "world.h"

namespace homeward::bench {
namespace {

constexpr double kTargetMs = 50;

std::string search(const SignedIn& session, const std::string& body) { return request("POST", "/api/register/search", session, body); }

template <class T>
const T& any_of(const std::vector<T>& all, std::mt19937_64& random) { return all[random() % all.size()]; }

std::string whole(const people::NameParts& name) { return name.given + " " + (name.family.empty() ? name.patronymic : name.family); }

/// The first letters of a word, without cutting one in two.
std::string beginning(const std::string& word, std::size_t letters) {
    std::size_t at = 0;
    for (; letters > 0 && at < word.size(); --letters) {
        do ++at; while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xc0) == 0x80);
    }
    return word.substr(0, at);
}

/// What people type: a whole part, some first letters, two parts, or letters from the middle of a name.
std::string typed(const people::NameParts& name, std::mt19937_64& random) {
    const std::string& part = name.family.empty() || random() % 2 == 0 ? name.given : name.family;
    switch (random() % 4) {
        case 0: return part;
        case 1: return beginning(part, 4);
        case 2: return whole(name);
        default: return part.substr(beginning(part, 1).size());
    }
}

/// Names of the first people of the world, in one script.
std::vector<people::NameParts> names_in(const Options& options, Script script) {
    const auto stock = name_stock();
    Population population(stock, options.seed);
    std::vector<people::NameParts> names;
    for (std::size_t seen = 0; seen < std::min<std::size_t>(options.people, 20'000);) {
        for (const auto& person : population.next().members) {
            if (++seen > options.people) break;
            for (const auto& name : person.names) {
                if (script_of(name) == script) names.push_back(name);
            }
        }
    }
    return names;
}

void measure_script(Bench& bench, const std::string& title, Script script) {
    const auto names = names_in(bench.options, script);
    bench.with_one_and_eight({.name = "name search, " + title, .target = kTargetMs}, bench.amount(300), [&](std::mt19937_64& random) {
        return search(bench.coordinator, json::write(std::map<std::string, std::string>{{"query", typed(any_of(names, random), random)}}));
    });
}

}  // namespace

std::vector<std::string> walk_register(const Server& server, const SignedIn& coordinator, std::size_t people) {
    Client client(server.port());
    std::vector<std::string> ids;
    std::string cursor;
    do {
        const std::string after = cursor.empty() ? "" : R"(,"cursor":")" + cursor + '"';
        const auto answer = client.ask(search(coordinator, R"({"limit":200)" + after + "}"));
        const auto page = json::parse(answer.body);
        if (answer.status != 200 || !page) throw std::runtime_error("the register answers " + answer.body);
        for (const auto& item : page->at("items").as_array()) ids.emplace_back(item.at("id").as_string());
        const auto* next = page->as_object().if_contains("next");
        cursor = next && next->is_string() ? std::string(next->as_string()) : std::string();
    } while (!cursor.empty() && ids.size() <= people);
    if (ids.size() != people || std::set(ids.begin(), ids.end()).size() != people) {
        throw std::runtime_error("walking the register page by page gave " + std::to_string(ids.size()) + " of " + std::to_string(people) + " people");
    }
    return ids;
}

void measure_pages(Bench& bench) {
    bench.with_one_and_eight({.name = "first page", .target = kTargetMs}, bench.amount(400),
                             [&](std::mt19937_64&) { return search(bench.coordinator, "{}"); });
    bench.with_one_and_eight({.name = "first page, a worker's own", .target = kTargetMs}, bench.amount(400),
                             [&](std::mt19937_64&) { return search(bench.worker, "{}"); });
    bench.with_one_and_eight({.name = "deep page", .target = kTargetMs}, bench.amount(400), [&](std::mt19937_64& random) {
        const std::size_t half = bench.ids.size() / 2;
        return search(bench.coordinator, R"({"cursor":")" + bench.ids[half + random() % half] + "\"}");
    });
    const std::vector<std::string> steps{"none", "opened", "plan_submitted", "in_service", "follow_up"}, regions{"UZ-FA", "UZ-AN", "UZ-TK", "UZ-SU"};
    bench.with_one_and_eight({.name = "filtered page", .target = kTargetMs}, bench.amount(400), [&](std::mt19937_64& random) {
        const auto from = static_cast<int>(random() % 30);
        return search(bench.coordinator, R"({"step":")" + any_of(steps, random) + R"(","region":")" + any_of(regions, random) + R"(","sex":")" +
                                             (random() % 2 ? "female" : "male") + R"(","age_from":)" + std::to_string(from) + R"(,"age_to":)" +
                                             std::to_string(from + 20) + "}");
    });
}

void measure_search(Bench& bench) {
    measure_script(bench, "Latin", Script::latin);
    measure_script(bench, "Cyrillic", Script::cyrillic);
    measure_script(bench, "Arabic", Script::arabic);
    bench.with_one_and_eight({.name = "search of a file code", .target = kTargetMs}, bench.amount(300), [&](std::mt19937_64& random) {
        return search(bench.coordinator, R"({"query":"-)" + std::to_string(10'000 + random() % 10'000) + "\"}");
    });
}

}  // namespace homeward::bench
