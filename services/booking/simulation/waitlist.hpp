// Who waits for places, in the simulated database, and what they do.
#pragma once
#include "booking/box_office/waitlist.hpp"
#include "booking/simulation/database.hpp"

namespace gelora::booking::simulation {

// One instance's book, as storage/waitlist.cpp's SQL: every statement may be lost on its way there or back.
class SimulatedWaitBook final : public WaitBook {
 public:
  explicit SimulatedWaitBook(Database& database) : database_(database) {}
  Task<> settle(ShowId show) override;
  Task<std::vector<WaitlistEntry>> unfinished(ShowId show) override;
  Task<std::vector<WaitlistEntry>> first_in_line(ShowId show, ZoneId zone, std::uint32_t most, Instant now) override;
  Task<bool> begin_serving(WaitlistEntry entry, std::optional<seats::ZoneIndex> zone, std::uint64_t epoch) override;
  Task<bool> offer(WaitlistEntry entry) override;
  Task<> wait_on(WaitlistEntry entry, Instant next_try) override;
  Task<bool> is_known(WaitlistEntry entry) override;
  Task<> end_leaving(WaitlistEntry entry, WaitStatus status) override;
  Task<> end_all(ShowId show, bool offers_too) override;

 private:
  Database& database_;
  Instant looked_at_{};
};

// The statement of a person who leaves; false when there is nothing open to leave.
bool leave(Database& database, std::uint64_t entry);

// What is broken of the waitlist now; at the end, when nothing more will happen, also who was forgotten.
std::string wrong_waiting(const Database& database, Instant now);
std::string forgotten(const Database& database);

}  // namespace gelora::booking::simulation
