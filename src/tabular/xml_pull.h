#pragma once
// XML of a zip part, streamed through expat. No document type, no entities but the five of XML, no outside reference.

#include <expat.h>

#include "tabular/zip_parts.h"

namespace homeward::tabular {

/// The attributes of one tag, by local name; names of the schema's own namespaces do not collide.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** raw) : raw_(raw) {}
    /// Empty when it is not there.
    std::string_view get(std::string_view local_name) const;

private:
    const char** raw_;
};

/// What reads the tags. Names come without namespace.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view) {}
    /// Where in the table the reading stands, for errors in the markup itself.
    virtual int row() const { return 0; }
};

class XmlPull {
public:
    XmlPull(ZipPart part, XmlHandler& handler, const Limits& limits);
    XmlPull(const XmlPull&) = delete;

    /// Reads until the handler pauses (true) or the document ends (false).
    /// errors    what the handler failed with; file.damaged, file.doctype, file.markup_too_large, file.zip_bomb
    Result<bool> run();

    /// Called by a handler: run() comes back after this tag.
    void pause();
    /// Called by a handler: run() comes back with this error. The first one stands.
    void fail(Error error);

private:
    enum class State { reading, paused, done };

    Result<bool> outcome(XML_Status status, bool last);
    Done check_markup_size();
    Error malformed() const;

    static void XMLCALL on_start(void* self, const char* name, const char** attributes);
    static void XMLCALL on_end(void* self, const char* name);
    static void XMLCALL on_text(void* self, const char* text, int size);
    static void XMLCALL on_doctype(void* self, const char*, const char*, const char*, int);

    ZipPart part_;
    XmlHandler& handler_;
    Limits limits_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser_;
    State state_ = State::reading;
    bool last_ = false;
    std::int64_t fed_ = 0;
    int depth_ = 0;
    std::optional<Error> failed_;
};

}  // namespace homeward::tabular
