// What the use cases share. Each use case is a function in a file of its own in this folder.
#pragma once
#include "base/ids.hpp"
#include "base/time.hpp"
#include "booking/app/code_guesses.hpp"
#include "booking/box_office/box_office.hpp"
#include "booking/storage/halls.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using ShowBook = std::unordered_map<ShowId, std::shared_ptr<const Show>>;

struct App {
  mysql::Pool& pool;
  BoxOffice& box_office;
  IdGenerator& ids;
  const Clock& clock;     // the database's
  const ShowBook& shows;  // all that are published, wherever their desks are
  CodeGuesses& guesses;
  Halls& halls;
};

}  // namespace gelora::booking
