// The box office's Store over MySQL: leases with epochs, one transaction a batch in one round trip.
#pragma once
#include <memory>
#include <unordered_map>

#include "booking/box_office/store.hpp"
#include "booking/storage/catalogue.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

class MysqlStore final : public Store {
 public:
  // `owner` is this instance's name in show_leases. Commits go over a connection of their own.
  MysqlStore(mysql::Pool& pool, Halls& halls, TimeLimits limits, const Clock& clock, std::string owner);

  Task<std::optional<StoredShow>> open(ShowId show) override;
  Task<> give_back(ShowId show, std::uint64_t epoch) override;
  Task<CommitResult> commit(const Batch& batch) override;
  Task<bool> has_committed(const Batch& batch) override;

 private:
  Task<> read_check_ins(StoredShow& stored);
  Task<> read_waiting_room(StoredShow& stored);
  mysql::Pool& pool_;
  Halls& halls_;
  TimeLimits limits_;
  const Clock& clock_;
  std::string owner_;
  std::unique_ptr<mysql::Connection> committer_;
};

}  // namespace gelora::booking
