// What the other services keep of a person, for the person.
#pragma once
#include <boost/json/array.hpp>
#include <string>

#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

using loop::Task;

class PersonData {
 public:
  PersonData(loop::Loop& loop, auth::ServiceTokens& tokens, const Clock& clock, const std::string& booking_url,
             const std::string& payment_url);

  // All of it, newest first. Throws base::Unavailable when the service does not answer as it should.
  Task<boost::json::array> bookings_of(UserId user);
  Task<boost::json::array> transfers_of(UserId user);
  Task<boost::json::array> payments_of(UserId user);
  Task<boost::json::array> waiting_of(UserId user);

 private:
  Task<boost::json::array> all_pages(http::Client& client, std::string service, UserId user, std::string what);

  auth::ServiceTokens& tokens_;
  const Clock& clock_;
  http::Client booking_, payment_;
};

}  // namespace gelora::user
