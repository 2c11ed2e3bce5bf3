// The bank's own protocol: its JSON.
#pragma once
#include <boost/json/object.hpp>

#include "news.hpp"

namespace gelora::bank {

boost::json::object sandbox_session(const Book& book, const std::string& public_url);
boost::json::object sandbox_refund(const Refund& refund);
std::string sandbox_notice(const Book& book, const News& news, std::uint64_t id, Instant now);

}  // namespace gelora::bank
