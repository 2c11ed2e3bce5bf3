// The refresh cookie, the cookie of a known device, and whether the page that sends it is ours.
#pragma once
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "http/message.hpp"

namespace gelora::user {

// The value of a cookie; empty when there is none.
std::string refresh_cookie(const http::Request& request);
std::string device_cookie(const http::Request& request);
// Values for Set-Cookie.
std::string set_device_cookie(std::string_view token);
std::string set_refresh_cookie(std::string_view token, base::Duration lifetime);
std::string clear_refresh_cookie();

// An Origin that is missing (not a browser, or not a page) or that of `public_url`. In development localhost and 127.0.0.1 are
// one.
bool is_our_page(std::string_view origin, std::string_view fetch_site, std::string_view public_url, bool production);
bool is_our_page(const http::Request& request, std::string_view public_url, bool production);

}  // namespace gelora::user
