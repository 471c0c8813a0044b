// The Council: search and lists over many documents, and how soon a new one is found.

#include <chrono>

#include "base/json.h"
#include "base/text.h"
#include "bench.h"
#include "probe.h"
#include "texts.h"
#include "world.h"

namespace homeward::bench {
namespace {

constexpr double kTargetMs = 50, kFoundMs = 1'000;

struct CouncilBench {
    const Options& options;
    const Server& server;
    SignedIn secretariat, focal;
    std::vector<Line>& lines;

    void add(Line line) {
        print_line(std::cout, line);
        lines.push_back(std::move(line));
    }
    void ask(const std::string& name, const NextRequest& next) {
        for (const int clients : {1, 8}) {
            Line line{.name = "council: " + name, .clients = clients, .target = kTargetMs};
            add(ask_many(server, std::move(line), options.quick ? Amount{10, 2} : Amount{300, 8}, next));
        }
    }
};

std::string encoded(std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') out += c;
        else out.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
    return out;
}

/// What readers look for: words by their rank among the texts', in every language.
class Words {
public:
    explicit Words(std::uint64_t seed) : texts_(seed) {}

    std::string of_rank(std::mt19937_64& random, std::size_t from, std::size_t below) {
        return texts_.word(static_cast<Texts::Language>(random() % Texts::languages), from + random() % (below - from));
    }
    std::string frequent(std::mt19937_64& random) { return of_rank(random, 0, 30); }
    std::string usual(std::mt19937_64& random) { return of_rank(random, 30, 3'000); }
    /// So many of one language.
    std::string several(std::mt19937_64& random, std::size_t count, std::size_t below) {
        const auto language = static_cast<Texts::Language>(random() % Texts::languages);
        std::string out;
        for (; count > 0; --count) out += (out.empty() ? "" : " ") + texts_.word(language, 4 + random() % below);
        return out;
    }
    /// The first letters of a word.
    std::string beginning(std::mt19937_64& random, std::size_t letters) {
        const std::string word = of_rank(random, 4, 500);
        std::string_view rest = word;
        for (; letters > 0 && !rest.empty(); --letters) next_code_point(rest);
        return word.substr(0, word.size() - rest.size());
    }

private:
    Texts texts_;
};

void measure_council_search(CouncilBench& bench) {
    Words words(bench.options.seed);
    const auto search = [&](const std::string& text, const std::string& more = "") {
        return request("GET", "/api/search?q=" + encoded(text) + more, bench.focal);
    };
    // The end of a word is behind it, but where it is unfinished.
    bench.ask("search, one word", [&](auto& random) { return search(words.usual(random) + " "); });
    bench.ask("search, a frequent word", [&](auto& random) { return search(words.frequent(random) + " "); });
    bench.ask("search, two words", [&](auto& random) { return search(words.several(random, 2, 300) + " "); });
    bench.ask("search, four frequent", [&](auto& random) { return search(words.several(random, 4, 40) + " "); });
    bench.ask("search, a phrase", [&](auto& random) { return search("\"" + words.several(random, 2, 60) + "\""); });
    for (const std::size_t letters : {2, 3, 4, 6}) {
        bench.ask("search, " + std::to_string(letters) + " letters", [&](auto& random) { return search(words.beginning(random, letters)); });
    }
    bench.ask("search, filtered", [&](auto& random) { return search(words.frequent(random) + " ", "&kind=paper&state=uz&topic=health"); });
    bench.ask("search, year", [&](auto& random) { return search(words.frequent(random) + " ", "&year=2021"); });
    bench.ask("search, tenth page", [&](auto& random) { return search(words.frequent(random) + " ", "&offset=180"); });
    bench.ask("search, by a guest", [&](auto& random) { return request("GET", "/api/public/search?q=" + encoded(words.usual(random) + " ")); });
}

/// The `next` of a list some pages on; empty when it has not so many.
std::string deep_cursor(const CouncilBench& bench, const std::string& list, int pages) {
    Client client(bench.server.port());
    std::string cursor;
    for (int i = 0; i < pages; ++i) {
        const auto answer = client.ask(request("GET", list + "?limit=100" + (cursor.empty() ? "" : "&cursor=" + encoded(cursor)), bench.secretariat));
        if (answer.status != 200) throw std::runtime_error(list + ": the server answers " + std::to_string(answer.status) + " " + answer.body);
        const auto body = boost::json::parse(answer.body).as_object();
        const auto* next = body.if_contains("next");
        if (!next || !next->is_string()) break;
        cursor = std::string(next->as_string());
    }
    return cursor;
}

void measure_council_lists(CouncilBench& bench) {
    const std::pair<const char*, const char*> lists[] = {
        {"bodies", "/api/bodies"}, {"decisions", "/api/decisions"}, {"practices", "/api/practices"}, {"sessions", "/api/meetings"}};
    for (const auto& [name, path] : lists) {
        const std::string first = path, deep = deep_cursor(bench, path, bench.options.quick ? 2 : 50);
        bench.ask("first page of " + std::string(name), [&](auto&) { return request("GET", first, bench.secretariat); });
        if (deep.empty()) continue;
        bench.ask("deep page of " + std::string(name), [&](auto&) { return request("GET", first + "?cursor=" + encoded(deep), bench.secretariat); });
    }
    bench.ask("decisions of a year", [&](auto& random) {
        return request("GET", "/api/decisions?state=adopted&year=" + std::to_string(2016 + random() % 10), bench.focal);
    });
    bench.ask("filtered practices", [&](auto& random) {
        return request("GET", std::string("/api/practices?topic=health&state=") + (random() % 2 ? "uz" : "kg"), bench.secretariat);
    });
}

/// From sending a new body to reading it in the results of a search.
void measure_new_document(CouncilBench& bench) {
    Client client(bench.server.port());
    std::vector<double> took;
    for (int i = 0; i < (bench.options.quick ? 3 : 50); ++i) {
        const std::string word = "Newcomer" + std::to_string(i);
        const auto began = std::chrono::steady_clock::now();
        const auto made = client.ask(request("POST", "/api/bodies", bench.secretariat,
                                             R"({"code":"new)" + std::to_string(i) + R"(","kind":"civil_society","name":{"language":"en","name":")" + word + "\"}}"));
        if (made.status / 100 != 2) throw std::runtime_error("a new body: the server answers " + std::to_string(made.status) + " " + made.body);
        while (client.ask(request("GET", "/api/search?q=" + word, bench.focal)).body.find(R"("total":1)") == std::string::npos) {
            if (std::chrono::steady_clock::now() - began > std::chrono::seconds(5)) throw std::runtime_error("a new document is not found");
        }
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    bench.add(with_samples({.name = "council: a new document is found", .target = kFoundMs}, std::move(took)));
}

}  // namespace

void measure_council(const Options& options, std::vector<Line>& lines) {
    const World world = council_world({.size = options.documents, .seed = options.seed, .fresh = options.fresh});
    const Server server(world.config(), options.program.parent_path() / "homeward-council");
    CouncilBench bench{options, server, sign_in(server.port(), "secretariat"), sign_in(server.port(), "focal.uz"), lines};
    bench.add({.name = "council: start until ready", .value = server.start_seconds(), .unit = "s"});
    bench.add({.name = "council: database", .value = static_cast<double>(std::filesystem::file_size(world.config().database)) / 1e6, .unit = "MB"});
    const auto probe = [&](const char* when) {
        bench.add(with_samples({.name = std::string("council: fsync probe, ") + when}, fsync_probe(world.config().database.parent_path(), options.quick ? 10 : 200)));
    };
    measure_council_search(bench);
    measure_council_lists(bench);
    probe("before");
    measure_new_document(bench);
    probe("after");
    bench.add({.name = "council: server memory, highest", .value = server.memory().highest, .unit = "MB", .target = 150});
}

}  // namespace homeward::bench
