#pragma once
// Files that people bring: looked into before they are taken, kept once for each content, sealed.

#include <functional>
#include <string>
#include <string_view>

#include "access/work.h"
#include "vault/key_file.h"

namespace homeward::files {

struct FileTag;
using FileId = Id<FileTag>;

/// What a file really is, and what it says.
///
/// kind        pdf, docx, xlsx, pptx, png, jpeg, text
/// media_type  as it is sent to a browser
/// text        of its pages, for the search; at most 2 million characters; empty for pictures
/// content     the file to keep: a picture without place and camera data, everything else as it came
/// pages       of a PDF; 0 for everything else
struct Inspected {
    std::string kind;
    std::string media_type;
    std::string text;
    std::string content;
    int pages = 0;
};

/// Looks into a file, in processes of their own with bounded time and memory. Not to be called inside a transaction:
/// it may take seconds.
///
/// filename   as the person's computer has it; its ending must be that of what the file is
/// errors     invalid `file.empty`, `file.too_large`, `file.kind` for what we do not take, `file.not_what_it_says`,
///            `file.script` for scripts, macros, launched programs or embedded files, `file.external` for what it would
///            fetch from elsewhere, `file.not_utf8`, `file.unpacks_too_large`, `file.encrypted`, `file.damaged`
/// Throws std::runtime_error when homeward-inspect or pdftotext is not there.
Result<Inspected> inspect(std::string_view content, std::string_view filename);
/// One page of a PDF that was taken, as a PNG picture of at most 1400 points a side, made in a process of its own: the reader's
/// browser never opens the file itself. Not to be called inside a transaction.
///
/// number     from 1
/// errors     invalid `file.damaged`, `file.unpacks_too_large`; also for a page that is not there
/// Throws std::runtime_error when homeward-inspect or pdftoppm is not there.
Result<std::string> page_picture(std::string_view pdf, int number);
/// Throws std::runtime_error, with what to do, when files could not be looked into on this machine: better when a program
/// starts than when somebody sends the first file.
void prove_inspection();

constexpr std::size_t kLargestFile = 25u << 20;

struct StoredFile {
    FileId id;
    std::string kind;
    std::string media_type;
    std::int64_t size = 0;  ///< bytes
};

/// Where files lie, sealed under a key of the installation, in the database itself, so that a backup has them.
class Shelf {
public:
    explicit Shelf(const vault::Secret& installation_key);

    /// Keeps a file. The same content has the same id and is kept once.
    StoredFile put(access::Work& work, const Inspected& file) const;
    /// errors    not_found `file.not_found`
    Result<StoredFile> find(store::Connection& db, FileId id) const;
    /// The next part of the content, appended to `part`; false when that was the last. For http::Reply::more.
    /// Throws std::runtime_error when what lies there was changed.
    std::function<bool(std::string& part)> reader(store::Store& store, FileId id) const;
    /// The whole content.
    Result<std::string> get(store::Connection& db, FileId id) const;

private:
    vault::Secret sealing_, naming_;
};

std::vector<store::Migration> schema();

}  // namespace homeward::files
