// The draw of a waiting room, that anybody can check: docs/waiting-room.md.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gelora::booking {

using Hash256 = std::array<std::uint8_t, 32>;
using Mark = std::array<std::uint8_t, 16>;  // what stands for somebody in the draw: random, and nobody's name

// SHA-256 of the seed, that is told before anybody enters.
Hash256 commitment_to(const Hash256& seed);
// SHA-256 of all marks in order of arrival.
Hash256 root_of(std::span<const Mark> marks);
// The marks' indices in the order of SHA-256(seed ‖ root ‖ mark), the smallest first; equal marks as they arrived.
std::vector<std::uint32_t> drawn_order(const Hash256& seed, const Hash256& root, std::span<const Mark> marks);

}  // namespace gelora::booking
