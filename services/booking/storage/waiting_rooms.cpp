#include "booking/storage/waiting_rooms.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cstring>

#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

using mysql::u64, mysql::text, mysql::instant;
using namespace std::chrono_literals;

constexpr auto lock_show =
    "SELECT s.id FROM shows s JOIN concerts c ON c.id = s.concert_id WHERE s.id = ? AND c.organisation_id = ? FOR UPDATE";
constexpr auto set_room =
    "UPDATE shows SET room_shoppers = ?, room_turn_s = ?, room_gathers_s = ?, room_seed = COALESCE(room_seed, UNHEX(?)), "
    "revision = revision + 1 WHERE id = ?";
constexpr auto remove_room = "UPDATE shows SET room_shoppers = NULL, revision = revision + 1 WHERE id = ?";
constexpr auto select_room =
    "SELECT CAST(COALESCE(s.room_shoppers, 0) AS UNSIGNED), s.room_turn_s, s.room_gathers_s FROM shows s JOIN concerts c ON c.id "
    "= s.concert_id "
    "WHERE s.id = ? AND c.organisation_id = ?";
constexpr auto select_arrived = "SELECT CAST(COALESCE(MAX(arrival), 0) AS UNSIGNED) FROM room_entries WHERE show_id = ?";
constexpr auto select_draw = "SELECT entries, root FROM room_draws WHERE show_id = ?";
constexpr auto select_calls =
    "SELECT through_no, called_at_us, basket_tenths FROM room_calls WHERE show_id = ? ORDER BY through_no DESC LIMIT 130";
constexpr auto select_marks = "SELECT mark FROM room_entries WHERE show_id = ? AND arrival > ? AND arrival <= ? ORDER BY arrival";
constexpr auto select_mine = "SELECT show_id, joined_at_us FROM room_entries WHERE user_id = ? ORDER BY show_id";
constexpr auto forget_mine = "UPDATE room_entries SET user_id = NULL WHERE user_id = ?";

constexpr Duration looked_back = 2min, known_after = 20s;

template <class Bytes>
Bytes bytes_of(mysql::FieldView field) {
  Bytes bytes{};
  const std::string found = text(field);
  std::memcpy(bytes.data(), found.data(), std::min(found.size(), bytes.size()));
  return bytes;
}

}  // namespace

Task<bool> set_waiting_room(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, WaitingRoomRules rules) {
  auto body = [&ids, author, show, &rules](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, show, author.organisation);
    if (mine.rows().empty()) co_return false;
    auto before = co_await show_text(db, show);
    co_await db.query(set_room, rules.shoppers, rules.turn / 1s, rules.gathers / 1s, to_hex(rules.seed), show);
    co_await note_show(db, ids, author, "waiting_room_set", show, std::move(before));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<bool> remove_waiting_room(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show) {
  auto body = [&ids, author, show](mysql::Connection& db) -> Task<bool> {
    const auto mine = co_await db.query(lock_show, show, author.organisation);
    if (mine.rows().empty()) co_return false;
    auto before = co_await show_text(db, show);
    co_await db.query(remove_room, show);
    co_await note_show(db, ids, author, "waiting_room_removed", show, std::move(before));
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<std::optional<WaitingRoomRules>> find_waiting_room(mysql::Pool& pool, ShowId show, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_room, show, organisation);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  WaitingRoomRules rules;
  rules.shoppers = static_cast<std::uint32_t>(u64(row.at(0)));
  rules.turn = std::chrono::seconds{u64(row.at(1))};
  rules.gathers = std::chrono::seconds{u64(row.at(2))};
  co_return rules;
}

Task<RoomProgress> room_progress(mysql::Pool& pool, ShowId show) {
  RoomProgress progress;
  const auto arrived = co_await pool.query(select_arrived, show);
  progress.arrived = static_cast<std::uint32_t>(u64(arrived.rows().at(0).at(0)));
  const auto draw = co_await pool.query(select_draw, show);
  if (draw.rows().empty()) co_return progress;
  progress.drawn = static_cast<std::uint32_t>(u64(draw.rows().at(0).at(0)));
  progress.root = bytes_of<Hash256>(draw.rows().at(0).at(1));
  const auto calls = co_await pool.query(select_calls, show);
  for (const auto row : calls.rows())
    progress.calls.push_back(
        {static_cast<std::uint32_t>(u64(row.at(0))), instant(row.at(1)), static_cast<std::uint32_t>(u64(row.at(2)))});
  co_return progress;
}

Task<std::vector<Mark>> drawn_marks(mysql::Pool& pool, ShowId show, std::uint32_t after, std::uint32_t most) {
  const auto found = co_await pool.query(select_marks, show, after, after + most);
  std::vector<Mark> marks;
  for (const auto row : found.rows()) marks.push_back(bytes_of<Mark>(row.at(0)));
  co_return marks;
}

Task<std::vector<RoomEntryOfPerson>> room_entries_of(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(select_mine, user);
  std::vector<RoomEntryOfPerson> entries;
  for (const auto row : found.rows()) entries.push_back({{u64(row.at(0))}, instant(row.at(1))});
  co_return entries;
}

Task<> forget_room_entries(mysql::Connection& db, UserId user) { co_await db.query(forget_mine, user); }

std::optional<std::uint32_t> called_per_minute(const std::vector<StoredRoom::Call>& newest_first, Instant now) {
  if (newest_first.empty()) return std::nullopt;
  const Instant back_to = now - looked_back;
  // What was called by the beginning of those two minutes; all of it when everything that is known is younger.
  const auto before =
      std::find_if(newest_first.begin(), newest_first.end(), [&](const auto& call) { return call.at <= back_to; });
  const bool older = before != newest_first.end();
  const Instant since = older ? back_to : newest_first.back().at;
  if (now - since < known_after) return std::nullopt;
  const std::uint32_t numbers = newest_first.front().through - (older ? before->through : 0);
  return static_cast<std::uint32_t>(static_cast<double>(numbers) * 60e6 / static_cast<double>((now - since).count()) + 0.5);
}

}  // namespace gelora::booking
