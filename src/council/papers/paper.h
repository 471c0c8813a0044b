#pragma once
// Papers: files that hang on a thing of the Council. A paper has the readers of its thing, asked at every look.

#include <optional>
#include <string>
#include <vector>

#include "council/audience.h"
#include "files/shelf.h"

namespace homeward::council {

struct PaperTag;
using PaperId = Id<PaperTag>;

/// What a paper hangs on: its kind as in set_audience, and its id.
struct Thing {
    std::string kind;
    std::string id;

    /// `session:0192…`; nothing for a kind that takes no papers, or another text
    static std::optional<Thing> parse(std::string_view text);
    std::string str() const { return kind + ":" + id; }
};

/// language    BCP 47, `und` for another or several
/// file_name   as its sender called it
/// member      State or body whose account added it; empty for the secretariat
struct Paper {
    PaperId id;
    Thing of;
    files::StoredFile file;
    std::string title;
    std::string language;
    std::string file_name;
    std::string note;
    std::string added_by;  ///< name of the account
    std::string member;
    Instant added_at;
    bool mine = false;     ///< added by the reader, or for the reader's State or body
};

/// What is said with a file.
struct NewPaper {
    Thing of;
    std::string title;
    std::string language;
    std::string file_name;
    std::string note;
};

/// May this actor add papers to this thing: the secretariat, and whoever holds the thing (paper_rights.cpp).
/// errors    not_found `paper.no_such_thing` where the thing may not be seen; forbidden `access.not_allowed`
Done require_to_add(access::Work& work, const Thing& thing);

/// Hangs an inspected file on a thing.
/// errors    those of require_to_add; invalid `council.text_missing`, `council.text_long`, `paper.language`;
///           conflict `paper.already_there`, `paper.no_room`
Result<PaperId> add_paper(access::Work& work, const files::Shelf& shelf, const NewPaper& paper, const files::Inspected& file);
/// The checks of `add_paper` that need no file, for before it is looked into.
Done check_paper(access::Work& work, const NewPaper& paper);

/// Takes a paper away; its row and its file stay.
/// errors    not_found `paper.not_found`; forbidden `access.not_allowed`
Done withdraw_paper(access::Work& work, PaperId id);

/// errors    not_found `paper.not_found` also for a paper that was withdrawn, or whose thing may not be seen
Result<Paper> get_paper(access::Work& work, PaperId id);
/// Papers of a thing, the oldest first; of a session with those of its agenda items.
/// errors    not_found `paper.no_such_thing`
Result<std::vector<Paper>> list_papers(access::Work& work, const Thing& thing);
/// Where on its page this actor may add: the thing, and the items of a session's agenda.
std::vector<Thing> places_to_add(access::Work& work, const Thing& thing);

/// Tells the search who may find the papers of a thing now. set_audience calls it, and nobody else needs to.
void show_papers(access::Work& work, const Thing& thing, const Audience& readers);

}  // namespace homeward::council
