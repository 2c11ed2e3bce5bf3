// Midtrans' JSON: the status of an order, and the notice of it.
#pragma once
#include <boost/json/object.hpp>

#include "news.hpp"

namespace gelora::bank {

std::string midtrans_order_key(std::string_view order);
// Nothing while nobody chose a way to pay: there is an order's page, and no transaction yet.
std::optional<boost::json::object> midtrans_status(const Book& book, const Config& config, Instant now);
// Nothing when Midtrans does not tell of it.
std::optional<std::string> midtrans_notice(const Book& book, const News& news, const Config& config, Instant now);

}  // namespace gelora::bank
