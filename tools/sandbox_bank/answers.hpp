// First answers, kept by the caller's key: asked again with the same words, the same answer; with others, a refusal.
#pragma once
#include "mysql/pool.hpp"

namespace gelora::bank {

using loop::Task;

struct KeptAnswer {
  std::string request_hash;
  unsigned status = 0;
  std::string body;
};
Task<std::optional<KeptAnswer>> find_answer(mysql::Pool& pool, std::string key);
// The first that is written stays.
Task<> keep_answer(mysql::Pool& pool, std::string key, KeptAnswer answer, base::Instant now);

}  // namespace gelora::bank
