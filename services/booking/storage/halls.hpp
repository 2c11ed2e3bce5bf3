// Seating plans: read and checked once, shared by the shows that use them.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "booking/domain/show.hpp"

namespace gelora::booking {

// A plan that cannot be used; `what` names each fault with its place.
class BadPlan : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Builds a hall from a plan's JSON document (see docs/seating-plan.md). Throws BadPlan.
std::shared_ptr<const Hall> build_hall(PlanId id, std::string document);

class Halls {
 public:
  // The hall of a plan already built; none when it has to be built first.
  std::shared_ptr<const Hall> find(PlanId id) const;
  void keep(std::shared_ptr<const Hall> hall) { halls_[hall->id] = std::move(hall); }

 private:
  std::unordered_map<PlanId, std::shared_ptr<const Hall>> halls_;
};

}  // namespace gelora::booking
