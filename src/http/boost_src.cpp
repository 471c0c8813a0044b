// The one unit that holds the code of Asio and Beast (see BOOST_ASIO_SEPARATE_COMPILATION in the build).
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
