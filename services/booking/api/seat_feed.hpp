// What everybody sees of a show's seats: the snapshot, built when seats change, and the stream of changes. Shows only what
// is durable. Deltas are serialised once for all listeners.
#pragma once
#include <deque>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "booking/box_office/box_office.hpp"
#include "http/prepared.hpp"

namespace gelora::booking {

class SeatFeed final : public Listener {
 public:
  explicit SeatFeed(loop::Loop& loop, telemetry::Metrics& metrics);

  void opened(std::shared_ptr<const Show> show, const seats::SeatMap& places, std::uint64_t version) override;
  void changed(ShowId show, std::span<const ClaimChange> changes, std::uint64_t version) override;
  void capacity_is(ShowId show, seats::ZoneIndex zone, std::uint32_t capacity, std::uint64_t version) override;

  // Of a show that is not sold any more: its listeners are let go.
  void forget(ShowId show);

  // Publishes what changed every 50 ms, heartbeats every 15 s; until the loop stops.
  Task<> run();

  // The availability answer; none when the show is not known here.
  const http::PreparedSet* snapshot(ShowId show) const;
  // Places free now; 0 when the show is not known here.
  std::uint64_t free_places(ShowId show) const;
  // How many are sold, by zone.
  std::vector<std::uint64_t> sold_places(ShowId show) const;
  // Whether one more listener may come.
  bool has_room() const;
  // Streams to a socket whose head was written. `last_event_id` is what the listener saw last, empty at first.
  void listen(ShowId show, std::string last_event_id, loop::TcpSocket socket);

 private:
  struct Stream;
  struct Delta {
    std::uint64_t from, to;  // versions
    std::shared_ptr<const std::string> frame;
  };
  struct Seats {
    std::shared_ptr<const Show> show;
    std::unique_ptr<seats::SeatMap> map;
    std::uint64_t version = 0;            // of map
    std::uint64_t published_version = 0;  // of snapshot
    bool rebuilt = false;                 // listeners need a whole snapshot
    std::vector<seats::SeatNo> changed;
    std::shared_ptr<const http::PreparedSet> snapshot;
    std::shared_ptr<const std::string> snapshot_frame;
    std::deque<Delta> recent;
    std::list<std::shared_ptr<Stream>> streams;
  };

  void publish(Seats& seats);
  std::string zones_json(const Seats& seats) const;
  static void send(const std::shared_ptr<Stream>& stream, std::shared_ptr<const std::string> frame);
  void close_dead(Seats& seats);

  loop::Loop& loop_;
  std::size_t open_streams_ = 0;
  prometheus::Gauge& listeners_;
  std::unordered_map<ShowId, Seats> shows_;
};

}  // namespace gelora::booking
