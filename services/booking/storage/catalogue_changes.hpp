// Who changed what in a catalogue, with what was before and after; written in the transaction of the change. Texts hold ids,
// words of the organiser's and what the public may read: no secret, and nothing of a buyer.
#pragma once
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "booking/domain/show.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

// Who changes something, for whom, and when.
struct Author {
  UserId user;
  std::uint64_t organisation = 0;
  Instant now;
};

// Members of before and after: "id" and "name" say which thing it is, one that begins with _ is not told; times are RFC 3339,
// sums
// {"amount_minor", "currency"}.
struct CatalogueChange {
  std::string event;
  ConcertId concert;  // none: the show's
  ShowId show;
  boost::json::value before, after;  // null: there was none; it is gone
};
// Nothing when both are the same.
Task<> note_change(mysql::Connection& db, IdGenerator& ids, Author author, CatalogueChange change);

// The plan was drawn on: one entry as long as the same person goes on, with a pause of at most a quarter of an hour, and nothing
// else becomes of it.
Task<> note_drawing(mysql::Connection& db, IdGenerator& ids, Author author, CatalogueChange change);

// What they are now; null when they are not there.
Task<boost::json::value> concert_text(mysql::Connection& db, ConcertId id);
Task<boost::json::value> show_text(mysql::Connection& db, ShowId id);
// The show as it is now, after what it was.
Task<> note_show(mysql::Connection& db, IdGenerator& ids, Author author, std::string event, ShowId show,
                 boost::json::value before);

}  // namespace gelora::booking
