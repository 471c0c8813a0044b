#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/json.h"
#include "people/documents/chain.h"
#include "people/documents/shipped_chain.h"
#include "people/person.h"

namespace homeward::people::documents {

BOOST_DESCRIBE_STRUCT(Step, (), (code, shown_by, papers, helps, needs, asked_of, documents, request_shows, from_age, to_age, may_begin_without))
BOOST_DESCRIBE_STRUCT(Chain, (), (id, version, note, steps, beside))

namespace {

using Codes = std::set<std::string, std::less<>>;

void require(bool holds, const std::string& where, const std::string& what) {
    if (!holds) throw std::runtime_error("the chain of documents: " + where + " " + what);
}

void check_each(const std::optional<std::vector<std::string>>& codes, const Codes& known, const std::string& where) {
    for (const auto& code : codes.value_or(std::vector<std::string>())) require(known.contains(code), where, "names " + code + ", which is not known");
}

const Codes& kinds() {
    static const Codes all(document_kinds().begin(), document_kinds().end());
    return all;
}

Codes check_step(const Step& step, const Codes& before) {
    static const Codes bodies{"registry", "court", "migration_authority", "embassy", "health_facility"};
    static const Codes shown{"name", "born_on", "birth_place", "mother", "father"};
    static const Codes ways{"paper", "kinship", "nationality", "mark"};
    const std::string where = "step " + step.code;
    require(!step.code.empty() && !before.contains(step.code), where, "comes twice, or has no code");
    require(ways.contains(step.shown_by), where, "is shown by " + step.shown_by + ", which is not known");
    require(step.shown_by != "paper" || !step.papers.empty(), where, "needs a paper that shows it");
    for (const auto& needed : step.needs) require(before.contains(needed), where, "needs " + needed + ", which does not stand before it");
    check_each(step.papers, kinds(), where);
    check_each(step.helps, kinds(), where);
    check_each(step.asked_of, bodies, where);
    check_each(step.request_shows, shown, where);
    require(step.asked_of.has_value() == step.documents.has_value(), where, "says whom to ask and for what, or neither");
    Codes named(step.papers.begin(), step.papers.end());
    named.insert(step.helps.begin(), step.helps.end());
    return named;
}

void check(const Chain& chain) {
    require(!chain.steps.empty(), "steps", "are missing");
    Codes before, papers(chain.beside.begin(), chain.beside.end());
    check_each(chain.beside, kinds(), "beside");
    for (const auto& step : chain.steps) {
        papers.merge(check_step(step, before));
        before.insert(step.code);
    }
    for (const auto& kind : kinds()) require(papers.contains(kind), "the paper " + kind, "stands at no step, and not beside them");
}

}  // namespace

Chain load_chain(const std::filesystem::path& own_file) {
    std::string text(shipped_chain());
    if (std::filesystem::exists(own_file)) {
        std::ifstream in(own_file);
        std::ostringstream all;
        all << in.rdbuf();
        text = all.str();
    }
    auto chain = json::read<Chain>(text);
    if (!chain) throw std::runtime_error("the chain of documents: " + chain.error().key + " at " + chain.error().field);
    check(*chain);
    return std::move(*chain);
}

}  // namespace homeward::people::documents
