// Who has which show: the instances' rows and the leases.
#pragma once
#include <string>
#include <vector>

#include "booking/box_office/lease_moves.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using mysql::Task;

// A process's identity in show_leases; a restarted one is another.
struct Owner {
  std::string instance;  // its name: one living process at a time
  std::string name;      // instance and a random part
  std::string address;   // "http://host:port", where the other instances reach it
};

// Makes `owner` the process of its instance, alive for `lease` from now. Its predecessor's leases are free from then on.
Task<> announce(mysql::Pool& pool, const Owner& owner, Duration lease);
enum class Renewal {
  renewed,
  lapsed,    // it came too late: others may have taken shows
  replaced,  // another process has taken the instance's place
};
// Alive for `lease` from now, if it still was.
Task<Renewal> renew(mysql::Pool& pool, const Owner& owner, Duration lease);
// Not alive any more: the others take over at once.
// Whether an instance of a release is alive that does not know how many a standing zone may have: a show that came to it would be
// sold to the plan's number.
Task<bool> one_sells_without_capacities(mysql::Pool& pool);
Task<> retire(mysql::Pool& pool, const Owner& owner);
Task<Directory> read_directory(mysql::Pool& pool);

}  // namespace gelora::booking
