// The languages that people are written to in.
#pragma once
#include <string_view>

namespace gelora::l10n {

enum class Language { id, en };

// "en" and what begins with it is English; all else Indonesian, the language of the place.
inline Language language_of(std::string_view locale) { return locale.starts_with("en") ? Language::en : Language::id; }

// One of two texts.
constexpr std::string_view in(Language language, std::string_view id, std::string_view en) {
  return language == Language::en ? en : id;
}

}  // namespace gelora::l10n
