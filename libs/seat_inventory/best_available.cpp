#include "seat_inventory/best_available.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gelora::seat_inventory {
namespace {

// Lower is better, compared member by member.
struct Score {
  std::uint32_t orphans = 0;
  double rank = 0;
  double off_focus = 0;

  friend bool operator<(const Score& a, const Score& b) {
    return std::tie(a.orphans, a.rank, a.off_focus) < std::tie(b.orphans, b.rank, b.off_focus);
  }
};

struct Block {
  const Row* row = nullptr;
  std::uint32_t offset = 0;  // of its first seat in the row
  Score score;
};

double off_focus(const Row& row, std::uint32_t offset, std::uint32_t quantity) {
  return std::abs(offset + (quantity - 1) / 2.0 - row.focus);
}

// Calls found(offset, length) for each maximal run of free seats in the row.
template <class Found>
void for_each_free_run(const Row& row, const SeatMap& map, Found found) {
  std::uint32_t length = 0;
  for (std::uint32_t i = 0; i <= row.count; ++i) {
    if (i < row.count && map.at(row.first + i) == SeatState::available) {
      ++length;
    } else if (length > 0) {
      found(i - length, length);
      length = 0;
    }
  }
}

// The best place for the party within one run of free seats.
Block best_in_run(const Row& row, std::uint32_t start, std::uint32_t length, std::uint32_t quantity) {
  const auto score_at = [&](std::uint32_t offset) {
    const std::uint32_t left = offset - start, right = length - quantity - left;
    return Block{
        &row, offset, {std::uint32_t{left == 1} + std::uint32_t{right == 1}, row.rank, off_focus(row, offset, quantity)}};
  };
  const std::uint32_t last = start + length - quantity;
  const double ideal = row.focus - (quantity - 1) / 2.0;
  const auto nearest =
      static_cast<std::uint32_t>(std::clamp(std::round(ideal), static_cast<double>(start), static_cast<double>(last)));
  Block best = score_at(nearest);
  // Only a neighbour within two seats, or an end of the run, can have fewer orphans.
  for (std::uint32_t offset : {start, last, nearest - std::min(nearest - start, 1u), nearest - std::min(nearest - start, 2u),
                               std::min(nearest + 1, last), std::min(nearest + 2, last)}) {
    const Block other = score_at(offset);
    if (other.score < best.score) best = other;
  }
  return best;
}

std::optional<Block> best_in_row(const Row& row, const SeatMap& map, std::uint32_t quantity) {
  std::optional<Block> best;
  for_each_free_run(row, map, [&](std::uint32_t start, std::uint32_t length) {
    if (length < quantity) return;
    const Block block = best_in_run(row, start, length, quantity);
    if (!best || block.score < best->score) best = block;
  });
  return best;
}

void take(std::vector<SeatNo>& seats, const Block& block, std::uint32_t quantity) {
  for (std::uint32_t i = 0; i < quantity; ++i) seats.push_back(block.row->first + block.offset + i);
}

std::optional<Party> in_one_row(const Layout& layout, const SeatMap& map, const std::vector<bool>& allowed,
                                std::uint32_t quantity) {
  std::optional<Block> best;
  for (const Row& row : layout.rows) {
    if (!allowed[row.zone] || row.count < quantity) continue;
    const auto block = best_in_row(row, map, quantity);
    if (block && (!best || block->score < best->score)) best = block;
  }
  if (!best) return std::nullopt;
  Party party;
  take(party.seats, *best, quantity);
  return party;
}

std::optional<Party> in_two_rows(const Layout& layout, const SeatMap& map, const std::vector<bool>& allowed,
                                 std::uint32_t quantity) {
  if (quantity < 2) return std::nullopt;
  const std::uint32_t front = (quantity + 1) / 2, behind = quantity - front;
  std::optional<std::pair<Block, Block>> best;
  for (std::size_t i = 0; i + 1 < layout.rows.size(); ++i) {
    const Row &near = layout.rows[i], &far = layout.rows[i + 1];
    if (!allowed[near.zone] || near.zone != far.zone || near.section != far.section) continue;
    const auto a = best_in_row(near, map, front);
    const auto b = a ? best_in_row(far, map, behind) : std::nullopt;
    if (b && (!best || a->score < best->first.score)) best = {*a, *b};
  }
  if (!best) return std::nullopt;
  Party party{{}, Placement::two_rows};
  take(party.seats, best->first, front);
  take(party.seats, best->second, behind);
  return party;
}

std::optional<Party> anywhere(const Layout& layout, const SeatMap& map, const std::vector<bool>& allowed,
                              std::uint32_t quantity) {
  std::vector<const Row*> rows;
  for (const Row& row : layout.rows) {
    if (allowed[row.zone]) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) { return a->rank < b->rank; });
  Party party{{}, Placement::separate};
  for (const Row* row : rows) {
    for_each_free_run(*row, map, [&](std::uint32_t start, std::uint32_t length) {
      for (std::uint32_t i = 0; i < length && party.seats.size() < quantity; ++i) party.seats.push_back(row->first + start + i);
    });
    if (party.seats.size() == quantity) return party;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Party> best_available(const Layout& layout, const SeatMap& map, const std::vector<bool>& allowed,
                                    std::uint32_t quantity) {
  if (auto party = in_one_row(layout, map, allowed, quantity)) return party;
  if (auto party = in_two_rows(layout, map, allowed, quantity)) return party;
  return anywhere(layout, map, allowed, quantity);
}

}  // namespace gelora::seat_inventory
