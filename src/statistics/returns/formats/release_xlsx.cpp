#include "statistics/returns/formats/observations.h"
#include "statistics/returns/formats/release_facts.h"
#include "statistics/returns/formats/release_paper.h"
#include "tabular/row_writer.h"

namespace homeward::statistics {
namespace {

void write_facts(tabular::RowWriter& out, const Release& release, const ReturnWords& words) {
    out.text(title_of(release, words));
    out.empty();
    out.end_row();
    for (const auto& [term, value] : facts_of(release, words)) {
        out.text(term);
        out.text(value);
        out.end_row();
    }
}

void write_figures(tabular::RowWriter& out, const Release& release, const ReturnWords& words) {
    const auto classifications = classifications_of(release.tables);
    out.text(words.text("indicator"));
    out.text(words.text("population"));
    // Days, care and timeliness stand in one column with "reached".
    for (const auto& one : classifications) out.text(one == "outcome" ? words.text("outcome") : words.classification(one));
    out.text(words.text("figure"));
    out.end_row();
    for (const auto& one : observations_of(release)) {
        out.text(words.indicator(one.definition.indicator));
        out.text(words.population(one.population));
        for (const auto& classification : classifications) {
            const auto category = one.at(classification);
            out.text(category ? words.category(classification, *category) : words.text("total"));
        }
        if (one.persons) out.number(*one.persons); else out.text(words.text("hidden"));
        out.end_row();
    }
}

void write_definitions(tabular::RowWriter& out, const Release& release, const ReturnWords& words) {
    for (const char* heading : {"indicator", "version", "numerator", "denominator", "note", "floor"}) out.text(words.text(heading));
    out.end_row();
    for (const auto& definition : definitions_of(release)) {
        out.text(words.indicator(definition.indicator));
        out.number(std::int64_t{definition.version});
        for (const char* part : {"numerator", "denominator", "note"}) out.text(words.indicator(definition.indicator, part));
        out.number(std::int64_t{release.rules.floor_for(definition.indicator)});
        out.end_row();
    }
}

}  // namespace

std::string release_xlsx(const Release& release, const std::string& language) {
    const ReturnWords words(language);
    std::string book;
    const auto out = tabular::xlsx_book_writer(book, {words.text("about"), words.text("figures"), words.text("definitions")});
    write_facts(*out, release, words);
    out->next_sheet();
    write_figures(*out, release, words);
    out->next_sheet();
    write_definitions(*out, release, words);
    out->finish();
    return book;
}

}  // namespace homeward::statistics
