#include "tabular/xml_pull.h"

#include <new>

#include "tabular/file_reasons.h"

namespace homeward::tabular {

namespace {

constexpr int chunk_bytes = 64 * 1024;
constexpr char namespace_end = '|';

std::string_view local(const char* name) {
    const std::string_view whole(name);
    const auto at = whole.rfind(namespace_end);
    return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view local_name) const {
    for (const char** each = raw_; *each; each += 2) {
        if (local(each[0]) == local_name) return each[1];
    }
    return {};
}

XmlPull::XmlPull(ZipPart part, XmlHandler& handler, const Limits& limits)
    : part_(std::move(part)), handler_(handler), limits_(limits),
      parser_(XML_ParserCreateNS(nullptr, namespace_end), &XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &on_start, &on_end);
    XML_SetCharacterDataHandler(parser_.get(), &on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
}

Result<bool> XmlPull::run() {
    if (state_ == State::done) return false;
    if (state_ == State::paused) {
        state_ = State::reading;
        const bool paused = TRY(outcome(XML_ResumeParser(parser_.get()), last_));
        if (paused || state_ == State::done) return paused;
    }
    for (;;) {
        void* buffer = XML_GetBuffer(parser_.get(), chunk_bytes);
        if (!buffer) return refused("damaged", {handler_.row()});
        const std::size_t got = TRY(part_.read(static_cast<char*>(buffer), chunk_bytes));
        last_ = got == 0;
        fed_ += static_cast<std::int64_t>(got);
        const bool paused = TRY(outcome(XML_ParseBuffer(parser_.get(), static_cast<int>(got), last_), last_));
        if (paused || state_ == State::done) return paused;
        TRY(check_markup_size());
    }
}

Result<bool> XmlPull::outcome(XML_Status status, bool last) {
    if (failed_) return *failed_;
    if (status == XML_STATUS_ERROR) return malformed();
    if (status == XML_STATUS_SUSPENDED) {
        state_ = State::paused;
        return true;
    }
    if (last) state_ = State::done;
    return false;
}

/// A tag or comment that does not end is kept by expat until it does: it must not grow without bound.
Done XmlPull::check_markup_size() {
    const auto pending = fed_ - static_cast<std::int64_t>(XML_GetCurrentByteIndex(parser_.get()));
    if (pending <= static_cast<std::int64_t>(limits_.markup_bytes)) return {};
    return over_limit("markup_too_large", limits_.markup_bytes, {handler_.row()});
}

Error XmlPull::malformed() const { return refused("damaged", {handler_.row()}); }

void XmlPull::pause() { XML_StopParser(parser_.get(), XML_TRUE); }

void XmlPull::fail(Error error) {
    if (!failed_) failed_ = std::move(error);
    XML_StopParser(parser_.get(), XML_FALSE);
}

void XMLCALL XmlPull::on_start(void* self, const char* name, const char** attributes) {
    auto& pull = *static_cast<XmlPull*>(self);
    if (pull.failed_) return;
    if (++pull.depth_ > pull.limits_.markup_depth) {
        pull.fail(over_limit("markup_too_large", static_cast<std::size_t>(pull.limits_.markup_depth), {pull.handler_.row()}));
        return;
    }
    pull.handler_.start(local(name), XmlAttributes(attributes));
}

void XMLCALL XmlPull::on_end(void* self, const char* name) {
    auto& pull = *static_cast<XmlPull*>(self);
    --pull.depth_;
    if (!pull.failed_) pull.handler_.end(local(name));
}

void XMLCALL XmlPull::on_text(void* self, const char* text, int size) {
    auto& pull = *static_cast<XmlPull*>(self);
    if (!pull.failed_) pull.handler_.text({text, static_cast<std::size_t>(size)});
}

void XMLCALL XmlPull::on_doctype(void* self, const char*, const char*, const char*, int) {
    auto& pull = *static_cast<XmlPull*>(self);
    pull.fail(refused("doctype", {pull.handler_.row()}));
}

}  // namespace homeward::tabular
