#include "booking/api/seat_feed.hpp"

#include <boost/asio/write.hpp>

#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr auto publish_every = 50ms;
constexpr auto heartbeat_every = 15s;
constexpr std::size_t max_streams = 20'000;
constexpr auto max_write_time = 30s;  // a peer that takes nothing for so long is gone
constexpr std::size_t kept_deltas = 256;
constexpr std::size_t max_waiting_frames = 64;  // a slower listener gets a snapshot instead

std::shared_ptr<const std::string> frame(std::string_view event, std::uint64_t version, std::string_view data) {
  std::string text = "id: " + std::to_string(version) + "\nevent: ";
  text += event;
  text += "\ndata: ";
  text += data;
  text += "\n\n";
  return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

// One listener. Its writes follow each other; what it has not taken yet waits in the queue.
struct SeatFeed::Stream : std::enable_shared_from_this<Stream> {
  explicit Stream(loop::TcpSocket s) : socket(std::move(s)) {}

  void push(std::shared_ptr<const std::string> text) {
    std::size_t sent = 0;
    if (!writing) {  // most frames fit into the socket's buffer: with ten thousand listeners it counts that nothing waits for
                     // them
      loop::ErrorCode error;
      sent = socket.write_some(boost::asio::buffer(*text), error);
      dead = error && error != boost::asio::error::would_block;
      if (dead || sent == text->size()) return;
    }
    queue.push_back(std::move(text));
    if (!writing) write(sent);
  }
  void write(std::size_t sent = 0) {
    writing = true;
    write_began = std::chrono::steady_clock::now();
    auto self = shared_from_this();
    auto text = queue.front();
    boost::asio::async_write(socket, boost::asio::buffer(*text) + sent, [self, text](loop::ErrorCode error, std::size_t) {
      self->writing = false;
      self->dead = self->dead || error;
      if (self->queue.empty() || self->dead) return;
      self->queue.pop_front();
      if (!self->queue.empty()) self->write();
    });
  }
  // A listener sends nothing; the end of its side is the end of the stream.
  void watch_end() {
    auto self = shared_from_this();
    socket.async_read_some(boost::asio::buffer(byte), [self](loop::ErrorCode error, std::size_t) {
      if (error) self->dead = true;
      else self->watch_end();
    });
  }

  loop::TcpSocket socket;
  std::deque<std::shared_ptr<const std::string>> queue;
  std::array<char, 1> byte{};
  bool writing = false;
  std::chrono::steady_clock::time_point write_began;
  bool dead = false;
};

SeatFeed::SeatFeed(loop::Loop& loop, telemetry::Metrics& metrics)
    : loop_(loop), listeners_(metrics.gauge("gelora_seat_feed_listeners", "Open event streams")) {}

void SeatFeed::opened(std::shared_ptr<const Show> show, const seats::SeatMap& places, std::uint64_t version) {
  Seats& seats = shows_[show->id];
  seats.show = std::move(show);
  seats.map = std::make_unique<seats::SeatMap>(places);
  seats.version = version;
  seats.changed.clear();
  seats.rebuilt = true;
  publish(seats);
}

void SeatFeed::changed(ShowId show, std::span<const ClaimChange> changes, std::uint64_t version) {
  const auto found = shows_.find(show);
  if (found == shows_.end()) return;
  Seats& seats = found->second;
  for (const auto& change : changes) {
    if (change.show != show) continue;
    seats.map->set(change.place, change.to);
    seats.changed.push_back(change.place);
    seats.version = version;  // who comes through a gate is no news for those who look at the seats
  }
}

void SeatFeed::capacity_is(ShowId show, seats::ZoneIndex zone, std::uint32_t capacity, std::uint64_t version) {
  const auto found = shows_.find(show);
  if (found == shows_.end()) return;
  found->second.map->set_capacity(zone, capacity);
  found->second.version = version;
}

void SeatFeed::forget(ShowId show) {
  const auto found = shows_.find(show);
  if (found == shows_.end()) return;
  for (const auto& stream : found->second.streams) stream->dead = true;
  close_dead(found->second);
  shows_.erase(found);
}

std::string SeatFeed::zones_json(const Seats& seats) const {
  std::string out = "[";
  for (std::size_t i = 0; i < seats.show->zones.size(); ++i) {
    if (i != 0) out += ',';
    out += R"({"zone_id":")" + seats.show->zones[i].id.text() + R"(","available":)" +
           std::to_string(seats.map->available(static_cast<seats::ZoneIndex>(i))) + "}";
  }
  return out + "]";
}

void SeatFeed::publish(Seats& seats) {
  const std::string zones = zones_json(seats);
  std::string body = R"({"show_id":")" + seats.show->id.text() + R"(","version":)" + std::to_string(seats.version) +
                     R"(,"zones":)" + zones + R"(,"seats":{"encoding":"base64-2bit","data":")";
  // Standing places share the last byte of the bits with the last seats: they are not shown here.
  const auto bits = seats.map->seat_bits();
  std::vector<std::uint8_t> only_seats(bits.begin(), bits.end());
  if (const auto odd = seats.show->hall->layout.seat_count() % 4; odd != 0)
    only_seats.back() &= static_cast<std::uint8_t>((1u << odd * 2) - 1);
  append_base64(body, only_seats);
  body += "\"}}";
  seats.snapshot = http::prepare_set(body, "v" + std::to_string(seats.version), "no-cache", 1);
  seats.snapshot_frame = frame("snapshot", seats.version, body);

  if (seats.rebuilt) {
    seats.recent.clear();
    for (auto& stream : seats.streams) send(stream, seats.snapshot_frame);
  } else if (seats.version != seats.published_version) {
    std::sort(seats.changed.begin(), seats.changed.end());
    seats.changed.erase(std::unique(seats.changed.begin(), seats.changed.end()), seats.changed.end());
    std::string data = R"({"version":)" + std::to_string(seats.version) + R"(,"zones":)" + zones + R"(,"changes":[)";
    bool first = true;
    for (const auto place : seats.changed) {
      if (place >= seats.show->hall->layout.seat_count()) continue;
      if (!first) data += ',';
      first = false;
      data += '[' + std::to_string(place) + ',' + std::to_string(static_cast<int>(seats.map->at(place))) + ']';
    }
    data += "]}";
    const Delta delta{seats.published_version, seats.version, frame("delta", seats.version, data)};
    seats.recent.push_back(delta);
    if (seats.recent.size() > kept_deltas) seats.recent.pop_front();
    for (auto& stream : seats.streams) {
      if (stream->queue.size() < max_waiting_frames) {
        send(stream, delta.frame);
      } else {
        stream->queue.resize(1);  // the one being written
        send(stream, seats.snapshot_frame);
      }
    }
  }
  seats.changed.clear();
  seats.rebuilt = false;
  seats.published_version = seats.version;
}

void SeatFeed::send(const std::shared_ptr<Stream>& stream, std::shared_ptr<const std::string> text) {
  if (!stream->dead) stream->push(std::move(text));
}

void SeatFeed::close_dead(Seats& seats) {
  const auto before = seats.streams.size();
  const auto now = std::chrono::steady_clock::now();
  std::erase_if(seats.streams, [now](const auto& stream) {
    if (!stream->dead && !(stream->writing && now - stream->write_began > max_write_time)) return false;
    loop::ErrorCode ignored;
    stream->socket.close(ignored);
    return true;
  });
  open_streams_ -= before - seats.streams.size();
  listeners_.Decrement(static_cast<double>(before - seats.streams.size()));
}

Task<> SeatFeed::run() {
  const auto heartbeat = std::make_shared<const std::string>(": still here\n\n");
  auto next_heartbeat = std::chrono::steady_clock::now() + heartbeat_every;
  for (;;) {
    co_await loop::sleep_for(publish_every);
    const bool beat = std::chrono::steady_clock::now() >= next_heartbeat;
    if (beat) next_heartbeat += heartbeat_every;
    for (auto& [id, seats] : shows_) {
      if (seats.version != seats.published_version) publish(seats);
      close_dead(seats);
      if (!beat) continue;
      for (auto& stream : seats.streams) {
        if (stream->queue.empty()) send(stream, heartbeat);
      }
    }
  }
}

const http::PreparedSet* SeatFeed::snapshot(ShowId show) const {
  const auto found = shows_.find(show);
  return found == shows_.end() ? nullptr : found->second.snapshot.get();
}

std::uint64_t SeatFeed::free_places(ShowId show) const {
  const auto found = shows_.find(show);
  if (found == shows_.end()) return 0;
  std::uint64_t free = 0;
  for (std::size_t i = 0; i < found->second.show->zones.size(); ++i)
    free += found->second.map->available(static_cast<seats::ZoneIndex>(i));
  return free;
}

std::vector<std::uint64_t> SeatFeed::sold_places(ShowId show) const {
  const auto found = shows_.find(show);
  if (found == shows_.end()) return {};
  const auto& layout = found->second.show->hall->layout;
  const auto& map = *found->second.map;
  std::vector<std::uint64_t> sold(layout.zones.size());
  for (seats::SeatNo seat = 0; seat < layout.seat_count(); ++seat)
    sold[layout.zone_of_seat[seat]] += map.at(seat) == seats::SeatState::sold;
  for (std::size_t zone = 0; zone < layout.zones.size(); ++zone) {
    const auto& standing = layout.zones[zone];
    for (std::uint32_t i = 0; standing.standing && i < standing.capacity; ++i)
      sold[zone] += map.at(standing.first_place + i) == seats::SeatState::sold;
  }
  return sold;
}

bool SeatFeed::has_room() const { return open_streams_ < max_streams; }

void SeatFeed::listen(ShowId show, std::string last_event_id, loop::TcpSocket socket) {
  const auto found = shows_.find(show);
  if (found == shows_.end()) return;
  Seats& seats = found->second;
  auto stream = std::make_shared<Stream>(std::move(socket));
  seats.streams.push_back(stream);
  ++open_streams_;
  listeners_.Increment();
  stream->watch_end();
  const auto seen = parse_id(last_event_id);
  if (seen && *seen == seats.published_version) {
    send(stream, std::make_shared<const std::string>(": nothing new\n\n"));
    return;
  }
  auto first = seats.recent.begin();
  while (seen && first != seats.recent.end() && first->from != *seen) ++first;
  if (!seen || first == seats.recent.end()) {
    send(stream, seats.snapshot_frame);
    return;
  }
  for (; first != seats.recent.end(); ++first) send(stream, first->frame);
}

}  // namespace gelora::booking
