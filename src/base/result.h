#pragma once
// What a caller can act on travels as a value; what is broken is thrown.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace homeward {

enum class ErrorCode {
    invalid,          ///< the input is wrong; `field` says where
    unauthenticated,  ///< nobody is signed in, or the session ended
    forbidden,        ///< signed in, but not allowed here
    not_found,
    conflict,         ///< the thing is not in a state that allows this
    too_large,
    too_many,         ///< try again later
    unavailable,      ///< something this needs is not there now
};

std::string_view to_string(ErrorCode code);

/// Why an action did not happen.
///
/// key      translation key, `area.reason`; never a name or other personal data
/// field    the input it is about, as the client sent it; empty when about the whole
/// params   values for the translated sentence; ids and numbers, never names
struct Error {
    ErrorCode code = ErrorCode::invalid;
    std::string key;
    std::string field;
    std::map<std::string, std::string> params;

    friend bool operator==(const Error&, const Error&) = default;
};

Error invalid(std::string key, std::string field = {}, std::map<std::string, std::string> params = {});
Error unauthenticated(std::string key);
Error forbidden(std::string key);
Error not_found(std::string key);
Error conflict(std::string key, std::map<std::string, std::string> params = {});
Error too_large(std::string key, std::map<std::string, std::string> params = {});
Error too_many(std::string key);
Error unavailable(std::string key);

/// A value, or the error that took its place.
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return held_.index() == 0; }
    bool has_value() const { return held_.index() == 0; }

    /// Throws std::bad_variant_access when there is none: ask first.
    T& value() & { return std::get<0>(held_); }
    const T& value() const& { return std::get<0>(held_); }
    T&& value() && { return std::get<0>(std::move(held_)); }
    const Error& error() const& { return std::get<1>(held_); }
    Error&& error() && { return std::get<1>(std::move(held_)); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> held_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : held_(std::move(error)) {}

    explicit operator bool() const { return held_.index() == 0; }
    bool has_value() const { return held_.index() == 0; }
    void value() const { (void)std::get<0>(held_); }
    const Error& error() const& { return std::get<1>(held_); }
    Error&& error() && { return std::get<1>(std::move(held_)); }

private:
    std::variant<std::monostate, Error> held_;
};

using Done = Result<void>;

}  // namespace homeward

/// The value of a Result; when it is an error, returns that error from the calling function.
#define TRY(...)                                                        \
    ({                                                                  \
        auto try_result_ = (__VA_ARGS__);                               \
        if (!try_result_) return std::move(try_result_).error();        \
        std::move(try_result_).value();                                 \
    })
