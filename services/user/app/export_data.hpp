// Use case: all that is kept about a person, for that person, as a ZIP of JSON files.
#pragma once
#include <string>
#include <variant>

#include "user/app/app.hpp"
#include "user/app/change_account.hpp"
#include "user/clients/person_data.hpp"

namespace gelora::user {

struct Archive {
  std::string zip;
};
using ExportOutcome = std::variant<Archive, NoSuchAccount>;

// Throws base::Unavailable when another service does not answer: half of it would look like all.
Task<ExportOutcome> export_data(App& app, PersonData& elsewhere, UserId user);

}  // namespace gelora::user
