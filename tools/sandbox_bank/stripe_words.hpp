// Stripe's JSON, as docs.stripe.com/api publishes it, of what a merchant with hosted pages uses.
#pragma once
#include <boost/json/object.hpp>

#include "news.hpp"

namespace gelora::bank {

struct StripeExpand {
  bool intent = false, charge = false;
};
std::string stripe_intent_id(const SessionRow& session);
// The session's id of "pi_…"; empty for any other text.
std::string session_of_intent(std::string_view intent);

boost::json::object stripe_session(const Book& book, const std::string& public_url, StripeExpand expand);
boost::json::object stripe_intent(const Book& book, bool expand_charge);
boost::json::object stripe_charge(const Book& book, const Capture& capture);
boost::json::object stripe_refund(const Book& book, const Refund& refund);
boost::json::object stripe_dispute(const Book& book, const Dispute& dispute);
boost::json::object stripe_list(boost::json::array data, bool has_more, std::string_view url);

// The events of one piece of news: type and object.
std::vector<std::pair<std::string, boost::json::object>> stripe_events(const Book& book, const News& news,
                                                                       const std::string& public_url);
std::string stripe_event(std::string_view type, boost::json::object object, std::uint64_t id, Instant now);

}  // namespace gelora::bank
