// Problems as answers. A problem type is a constant; its slug is part of the contract.
#pragma once
#include <string>

#include "http/message.hpp"

namespace gelora::http {

inline constexpr ProblemType malformed_request{400, "malformed-request", "The request is not valid HTTP"};
inline constexpr ProblemType malformed_json{400, "malformed-json", "The body is not valid JSON"};
inline constexpr ProblemType idempotency_key_missing{400, "idempotency-key-missing", "An Idempotency-Key header is required"};
inline constexpr ProblemType unauthenticated{401, "unauthenticated", "Please log in"};
inline constexpr ProblemType not_found{404, "not-found", "There is nothing here"};
inline constexpr ProblemType method_not_allowed{405, "method-not-allowed", "This method is not allowed here"};
inline constexpr ProblemType idempotency_in_flight{409, "idempotency-in-flight",
                                                   "The first request with this key is still running"};
inline constexpr ProblemType content_too_large{413, "content-too-large", "The body is too large"};
inline constexpr ProblemType unsupported_media_type{415, "unsupported-media-type", "The body must be application/json"};
inline constexpr ProblemType invalid_request{422, "invalid-request", "Some fields are not valid"};
inline constexpr ProblemType idempotency_key_reused{422, "idempotency-key-reused", "This key was used for another request"};
inline constexpr ProblemType rate_limited{429, "rate-limited", "Too many requests"};
inline constexpr ProblemType headers_too_large{431, "headers-too-large", "The headers are too large"};
inline constexpr ProblemType internal_error{500, "internal-error", "Something went wrong on our side"};
inline constexpr ProblemType unavailable_type{503, "unavailable", "Not available for the moment"};

// `extras` are added as typed members.
Answer problem(const ProblemType& type, std::string detail, boost::json::object extras = {});

// 503 with Retry-After.
Answer unavailable(int retry_after_s = 1);
// 429 with Retry-After.
Answer too_many_requests(int retry_after_s);

}  // namespace gelora::http
