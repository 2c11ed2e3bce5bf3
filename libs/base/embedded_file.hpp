// A text file compiled into the program (migrations, word lists), so that a service is one file to deploy.
#pragma once
#include <string_view>

namespace gelora::base {

struct EmbeddedFile {
  std::string_view name;  // file name without its extension
  std::string_view text;
};

}  // namespace gelora::base
