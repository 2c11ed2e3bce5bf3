// Which shows this instance sells: takes leases that nobody has, up to its fair share, hands over what is too much, and follows
// the journal of the shows that others sell, so that every instance can show all of them.
#pragma once
#include <map>
#include <set>

#include "booking/box_office/box_office.hpp"
#include "booking/storage/catalogue.hpp"
#include "booking/storage/leases.hpp"
#include "mysql/database_clock.hpp"

namespace gelora::booking {

class Roster {
 public:
  Roster(mysql::Pool& pool, Halls& halls, TimeLimits limits, BoxOffice& box_office, Listener& listener,
         mysql::DatabaseClock& clock, Owner owner);

  // Announces this process and settles all shows once: opened here, or followed. Throws base::Unavailable.
  Task<> start();
  // Goes on settling until stop(). Ends the process when another one has taken this instance's name.
  Task<> run();
  // No further lease is taken, and all are left to the others. The box office must have stopped.
  Task<> stop();

  // Where the show's desk is: an address for another instance, empty while nobody is known to have it.
  std::string address_of(ShowId show) const;
  // Whether what it knows of the other instances is recent; it is not while the database is away.
  bool is_current() const;
  bool database_answers() const { return pool_.server_is_there(); }

 private:
  Task<> renew_leases();
  Task<> keep_renewing();
  Task<> settle();
  Task<> follow(const Lease& lease);
  Task<> follow_from_claims(ShowId show);

  mysql::Pool& pool_;
  Halls& halls_;
  TimeLimits limits_;
  BoxOffice& box_office_;
  Listener& listener_;
  mysql::DatabaseClock& clock_;
  Owner owner_;
  std::map<ShowId, std::string> addresses_;
  std::map<ShowId, std::uint64_t> followed_;  // up to which version
  loop::SteadyClock::time_point settled_{};
  bool stopping_ = false;
  std::uint64_t lapses_ = 0, mended_ = 0;  // of the leases; up to which the desks were opened again
  bool running_ = false, renewing_ = false;
};

}  // namespace gelora::booking
