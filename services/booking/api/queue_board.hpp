// How far the waiting rooms are, for everybody: answers that are built once a second from the database, so that every instance
// has them, whoever sells the show, and a hundred thousand who wait ask nothing of it.
#pragma once
#include <memory>
#include <string>
#include <unordered_map>

#include "booking/app/app.hpp"
#include "booking/storage/waiting_rooms.hpp"
#include "http/prepared.hpp"

namespace gelora::booking {

class QueueBoard {
 public:
  using FreePlaces = std::function<std::uint64_t(ShowId)>;
  QueueBoard(mysql::Pool& pool, const ShowBook& shows, const Clock& clock, FreePlaces free_places)
      : pool_(pool), shows_(shows), clock_(clock), free_places_(std::move(free_places)) {}

  // Once, before anybody is answered. Throws what the database throws.
  Task<> refresh();
  // Until the loop stops.
  Task<> run();
  // None when the show has no waiting room.
  const http::PreparedSet* queue(ShowId show) const;
  // All that took part in the draw; none before it.
  const http::PreparedSet* draw(ShowId show) const;

 private:
  struct Board {
    std::shared_ptr<const http::PreparedSet> queue, draw;
    bool told_over = false;
  };
  Task<> refresh(const Show& show, Instant now);
  Task<> build_draw(const Show& show, RoomProgress progress);

  mysql::Pool& pool_;
  const ShowBook& shows_;
  const Clock& clock_;
  FreePlaces free_places_;
  std::unordered_map<ShowId, Board> boards_;
};

}  // namespace gelora::booking
