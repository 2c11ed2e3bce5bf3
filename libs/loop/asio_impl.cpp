// The one translation unit that compiles Asio (plain and TLS).
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
