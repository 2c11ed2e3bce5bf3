#include "http/problem.hpp"

namespace gelora::http {

Answer problem(const ProblemType& type, std::string detail, boost::json::object extras) {
  Answer answer;
  answer.status = type.status;
  answer.outcome = type.slug;
  answer.problem = Problem{type, std::move(detail), std::move(extras)};
  if (type.status == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer");
  return answer;
}

Answer unavailable(int retry_after_s) {
  Answer answer = problem(unavailable_type, "Please try again in a moment.");
  answer.headers.emplace_back("Retry-After", std::to_string(retry_after_s));
  return answer;
}

Answer too_many_requests(int retry_after_s) {
  Answer answer = problem(rate_limited, "Please wait " + std::to_string(retry_after_s) + " s before you try again.");
  answer.headers.emplace_back("Retry-After", std::to_string(retry_after_s));
  return answer;
}

}  // namespace gelora::http
