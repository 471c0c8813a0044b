// Papers on the example session and its decision: written by the demo, set as real ones, and looked into like anybody's.
#include "admin/demo_council.h"
#include "council/papers/paper.h"
#include "printing/document.h"

namespace homeward::apps {

/// on       kind of the thing, and its title
/// file     its ending says how it is set: pdf or docx
/// text     paragraphs; one that begins with # is a heading
struct PaperRow {
    std::string on, thing, by, title, language, file, note;
    std::vector<std::string> text;
};
BOOST_DESCRIBE_STRUCT(PaperRow, (), (on, thing, by, title, language, file, note, text))

namespace {

using access::Work;

council::Thing thing_of(const DemoCouncil& council, const PaperRow& row) {
    const auto id = council.as<std::string>("system", [&](Work& work) -> Result<std::string> {
        const std::string table = row.on == "session" ? "council_sessions" : "decisions";
        auto found = work.db.query("SELECT id FROM " + table + " WHERE title = $1", row.thing).value<std::string>();
        if (!found) return not_found("demo.no_such_thing");
        return *found;
    });
    return {row.on, id};
}

std::string set(const PaperRow& row, Instant now) {
    printing::Document document{.title = row.title, .language = row.language};
    document.blocks.push_back(printing::Heading{1, row.title});
    for (const auto& paragraph : row.text) {
        if (paragraph.starts_with("# ")) document.blocks.push_back(printing::Heading{2, paragraph.substr(2)});
        else document.blocks.push_back(printing::Paragraph{paragraph});
    }
    return row.file.ends_with(".docx") ? to_docx(document, now) : to_pdf(document, now);
}

}  // namespace

void fill_papers(const DemoCouncil& council) {
    for (const auto& row : council.rows<PaperRow>("papers")) {
        const council::NewPaper paper{thing_of(council, row), row.title, row.language, row.file, row.note};
        const auto file = done(files::inspect(set(row, Instant::system_now()), row.file));
        council.as<council::PaperId>(row.by, [&](Work& work) { return add_paper(work, council.program.shelf, paper, file); });
    }
}

}  // namespace homeward::apps
