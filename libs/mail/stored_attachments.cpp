#include "mail/stored_attachments.hpp"

#include <boost/json.hpp>

#include "base/encoding.hpp"

namespace gelora::mail {

std::optional<std::string> to_json(const std::vector<Attachment>& attachments) {
  if (attachments.empty()) return std::nullopt;
  boost::json::array all;
  for (const auto& one : attachments) {
    all.push_back({{"filename", one.filename},
                   {"content_type", one.content_type},
                   {"content_id", one.content_id},
                   {"data", base::to_base64url(base::as_bytes(one.data))}});
  }
  return boost::json::serialize(all);
}

std::vector<Attachment> attachments_of(const std::string& json) {
  std::vector<Attachment> attachments;
  if (json.empty()) return attachments;
  const auto all = boost::json::parse(json);
  for (const auto& one : all.as_array()) {
    const auto text = [&one](const char* name) { return std::string{one.at(name).as_string()}; };
    attachments.push_back(
        {text("filename"), text("content_type"), base::from_base64url(text("data")).value(), text("content_id")});
  }
  return attachments;
}

}  // namespace gelora::mail
