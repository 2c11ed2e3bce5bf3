#include "booking/app/people_at_gates.hpp"

#include <boost/asio/post.hpp>

namespace gelora::booking {

Task<std::shared_ptr<const std::map<TicketId, PersonAtGate>>> PeopleAtGates::find(ShowId show,
                                                                                  std::vector<std::uint64_t> tickets) {
  auto& forming = forming_[show];
  const bool first = !forming;
  if (first) forming = std::make_shared<Question>(loop_);
  const auto question = forming;
  question->tickets.insert(question->tickets.end(), tickets.begin(), tickets.end());
  if (first) loop_.spawn(ask(show, question));
  while (!question->people && !question->fault) co_await question->answered.wait();
  if (question->fault) std::rethrow_exception(question->fault);
  co_return question->people;
}

Task<> PeopleAtGates::ask(ShowId show, std::shared_ptr<Question> question) {
  // All that is answered by the same commit asks before this goes on.
  co_await loop::yield(loop_);
  forming_.erase(show);
  try {
    auto people = co_await find_people_at_gate(pool_, show, std::move(question->tickets));
    question->people = std::make_shared<const std::map<TicketId, PersonAtGate>>(std::move(people));
  } catch (...) {
    question->fault = std::current_exception();
  }
  question->answered.notify_all();
}

}  // namespace gelora::booking
