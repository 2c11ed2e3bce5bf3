// The one translation unit that compiles Boost.MySQL.
#include <boost/mysql/src.hpp>
