#include "booking/api/queue_board.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/encoding.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr std::string_view short_cache = "public, max-age=1", long_cache = "public, max-age=86400, immutable";
constexpr std::uint32_t marks_at_once = 5'000;
constexpr double usual_basket = 2.0;

std::string_view state_of(const Show& show, const RoomProgress& progress, Instant now) {
  if (show.state != ShowState::as_planned || now >= show.closes_at) return "over";
  if (progress.drawn) return "open";
  return now < show.opens_at - show.room->gathers ? "closed" : "gathering";
}

std::string queue_text(const Show& show, const RoomProgress& progress, std::uint64_t free, Instant now) {
  json::value per_minute = nullptr, seed = nullptr, root = nullptr;
  if (const auto rate = called_per_minute(progress.calls, now)) per_minute = *rate;
  if (progress.drawn) {
    seed = json::string(to_hex(show.room->seed));
    root = json::string(to_hex(progress.root));
  }
  const bool called = !progress.calls.empty();
  return json::serialize(json::object{{"show_id", show.id.text()},
                                      {"state", state_of(show, progress, now)},
                                      {"gathers_at", to_rfc3339(show.opens_at - show.room->gathers)},
                                      {"opens_at", to_rfc3339(show.opens_at)},
                                      {"closes_at", to_rfc3339(show.closes_at)},
                                      {"arrived", progress.arrived},
                                      {"drawn", progress.drawn.value_or(0)},
                                      {"admitted_through", called ? progress.calls.front().through : 0},
                                      {"per_minute", std::move(per_minute)},
                                      {"turn_s", show.room->turn / 1s},
                                      {"free", free},
                                      {"basket", called ? progress.calls.front().basket_tenths / 10.0 : usual_basket},
                                      {"commitment", to_hex(commitment_to(show.room->seed))},
                                      {"seed", std::move(seed)},
                                      {"root", std::move(root)}});
}

}  // namespace

const http::PreparedSet* QueueBoard::queue(ShowId show) const {
  const auto found = boards_.find(show);
  return found == boards_.end() ? nullptr : found->second.queue.get();
}

const http::PreparedSet* QueueBoard::draw(ShowId show) const {
  const auto found = boards_.find(show);
  return found == boards_.end() ? nullptr : found->second.draw.get();
}

Task<> QueueBoard::run() {
  for (;;) {
    std::string fault;
    try {
      co_await refresh();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("waiting rooms cannot be read", {{"what", fault}});
    co_await loop::sleep_for(1s);
  }
}

Task<> QueueBoard::refresh() {
  std::erase_if(boards_, [this](const auto& one) {
    const auto show = shows_.find(one.first);
    return show == shows_.end() || !show->second->has_room();
  });
  std::vector<std::shared_ptr<const Show>> with_rooms;
  for (const auto& [id, show] : shows_) {
    if (show->has_room()) with_rooms.push_back(show);
  }
  for (const auto& show : with_rooms) co_await refresh(*show, clock_.now());
}

Task<> QueueBoard::refresh(const Show& show, Instant now) {
  const auto known = boards_.find(show.id);
  if (known != boards_.end() && known->second.told_over && now >= show.closes_at) co_return;
  RoomProgress progress;
  if (now >= show.opens_at - show.room->gathers) progress = co_await room_progress(pool_, show.id);
  const std::string text = queue_text(show, progress, free_places_(show.id), now);
  Board& board = boards_[show.id];
  board.told_over = now >= show.closes_at;
  const std::string tag = http::tag_of(text);
  if (!board.queue || board.queue->tag != tag) board.queue = http::prepare_set(text, tag, short_cache);
  if (progress.drawn && !board.draw) co_await build_draw(show, std::move(progress));
}

// Once: it never changes.
Task<> QueueBoard::build_draw(const Show& show, RoomProgress progress) {
  std::string text = json::serialize(json::object{{"show_id", show.id.text()},
                                                  {"commitment", to_hex(commitment_to(show.room->seed))},
                                                  {"seed", to_hex(show.room->seed)},
                                                  {"root", to_hex(progress.root)}});
  text.pop_back();
  text += R"(,"entries":[)";
  bool first = true;
  for (std::uint32_t after = 0; after < *progress.drawn; after += marks_at_once) {
    const std::uint32_t most = std::min(marks_at_once, *progress.drawn - after);
    const auto marks = co_await drawn_marks(pool_, show.id, after, most);
    for (const Mark& mark : marks) {
      text += first ? "\"" : ",\"";
      first = false;
      append_hex(text, mark);
      text += '"';
    }
  }
  text += "]}";
  boards_[show.id].draw = http::prepare_set(text, http::tag_of(text), long_cache, 0);
}

}  // namespace gelora::booking
