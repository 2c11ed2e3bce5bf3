// An offer of a ticket is a mail to an address of somebody's choice: 20 an hour for one person. Counted by each process for
// itself.
#pragma once
#include <deque>
#include <unordered_map>
#include <utility>
#include <variant>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace gelora::booking {

using namespace base;

class OfferLimit {
 public:
  explicit OfferLimit(bool limited) : limited_(limited) {}

  // A place among a person's offers of the hour; it is free again when it ends without being kept.
  class Place {
   public:
    Place(OfferLimit& limit, UserId user, Instant at) : limit_(&limit), user_(user), at_(at) {}
    Place(Place&& other) noexcept : limit_(std::exchange(other.limit_, nullptr)), user_(other.user_), at_(other.at_) {}
    Place& operator=(Place&&) = delete;
    ~Place();
    void keep() { limit_ = nullptr; }

   private:
    OfferLimit* limit_;
    UserId user_;
    Instant at_;
  };
  // Or how long until there is one.
  std::variant<Place, Duration> take(UserId user, Instant now);

 private:
  bool limited_;
  std::unordered_map<UserId, std::deque<Instant>> times_;  // oldest first
};

}  // namespace gelora::booking
