// A message to buyers as JSON: read, and told.
#pragma once
#include "booking/api/api.hpp"
#include "booking/storage/messages.hpp"

namespace gelora::booking {

// {"subject", "body", "filter"?, "whole_concert"?} of a message of this show.
std::variant<MessageContent, Answer> read_message(const Request& request, const Show& show);
// {"filter"?, "whole_concert"?}
std::variant<MessageContent, Answer> read_audience(const Request& request, const Show& show);

boost::json::object message_json(const Message& message);

}  // namespace gelora::booking
