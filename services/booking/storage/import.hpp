// Writes a catalogue document in one transaction; what exists already, by slug, is left as it is.
#pragma once
#include <boost/json/object.hpp>
#include <utility>
#include <vector>

#include "booking/domain/show.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

struct WrittenCatalogue {
  std::size_t venues = 0, plans = 0, concerts = 0;
  std::vector<std::pair<ShowId, double>> shows;  // new ones, with their sold_fraction
};

// The leases of new shows are `owner`'s at first. Throws std::runtime_error naming what is wrong with the document.
loop::Task<WrittenCatalogue> write_catalogue(mysql::Pool& pool, IdGenerator& ids, const boost::json::object& catalogue,
                                             std::string owner, Instant now);

// The demonstration crowd reads no mail.
loop::Task<> drop_receipts(mysql::Pool& pool, ShowId show);

}  // namespace gelora::booking
