// Names for what gates scanned. Answers of one commit come together: one question to the database is for all of them.
#pragma once
#include <memory>

#include "booking/storage/gates.hpp"

namespace gelora::booking {

class PeopleAtGates {
 public:
  PeopleAtGates(loop::Loop& loop, mysql::Pool& pool) : loop_(loop), pool_(pool) {}
  // As find_people_at_gate(), of these tickets and perhaps of others. Throws base::Unavailable.
  Task<std::shared_ptr<const std::map<TicketId, PersonAtGate>>> find(ShowId show, std::vector<std::uint64_t> tickets);

 private:
  // What is asked for while an earlier question is on its way.
  struct Question {
    explicit Question(loop::Loop& loop) : answered(loop) {}
    std::vector<std::uint64_t> tickets;
    loop::Signal answered;
    std::shared_ptr<const std::map<TicketId, PersonAtGate>> people;
    std::exception_ptr fault;
  };
  Task<> ask(ShowId show, std::shared_ptr<Question> question);

  loop::Loop& loop_;
  mysql::Pool& pool_;
  std::map<ShowId, std::shared_ptr<Question>> forming_;
};

}  // namespace gelora::booking
