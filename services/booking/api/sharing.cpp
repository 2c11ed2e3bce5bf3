// What those read who run no script: link previews and search engines. The edge puts the head into the page of a concert.
#include <boost/json/parse.hpp>

#include "booking/api/api.hpp"
#include "booking/api/problems.hpp"
#include "l10n/dates.hpp"
#include "mail/mime.hpp"

namespace gelora::booking {
namespace {

using mail::escape_html;

std::string meta(std::string_view kind, std::string_view name, std::string_view content) {
  return "<meta " + std::string{kind} + "=\"" + std::string{name} + "\" content=\"" + escape_html(content) + "\">";
}

std::string indonesian(const std::string& description) {
  const auto both = boost::json::parse(description);
  const auto* text = both.is_object() ? both.get_object().if_contains("id") : nullptr;
  return text != nullptr && text->is_string() ? std::string{text->get_string()} : std::string{};
}

Answer text_answer(std::string body, std::string_view type) {
  Answer answer;
  answer.content_type = type;
  answer.headers.emplace_back("Cache-Control", "public, max-age=300");
  answer.body = std::move(body);
  return answer;
}

}  // namespace

// Empty for a concert that is not there: the page says so by itself.
Answer get_concert_head(Api& api, Request& request) {
  const auto found = api.pages.shared(request.params[0]);
  if (!found) return text_answer({}, "text/html; charset=utf-8");
  const ConcertText* concert = found->text;
  const VenueText* venue = found->venue;
  const auto card = share_card_of(*found);
  const std::string picture = api.public_url + "/api/concerts/" + concert->slug + "/card.png?v=" + version_of(card);
  const std::string name = concert->artist + " — " + concert->title, address = api.public_url + "/concerts/" + concert->slug;
  const std::string when =
      l10n::long_date(found->first->starts_at, venue->timezone, l10n::Language::id) + " · " + venue->name + ", " + venue->city;
  const std::string words = indonesian(concert->description), told = words.empty() ? when : when + ". " + words;
  std::string head = "<title>" + escape_html(name) + " · Gelora</title>";
  head += meta("name", "description", told);
  head += "<link rel=\"canonical\" href=\"" + escape_html(address) + "\">";
  head += meta("property", "og:type", "website") + meta("property", "og:site_name", "Gelora") +
          meta("property", "og:title", name) + meta("property", "og:description", told) + meta("property", "og:url", address) +
          meta("property", "og:image", picture) + meta("property", "og:image:type", "image/png") +
          meta("property", "og:image:width", std::to_string(pdf::share_card_width)) +
          meta("property", "og:image:height", std::to_string(pdf::share_card_height)) +
          meta("property", "og:image:alt", name + ", " + card.when + ", " + card.where) + meta("property", "og:locale", "id_ID") +
          meta("name", "twitter:card", "summary_large_image");
  return text_answer(std::move(head), "text/html; charset=utf-8");
}

Task<Answer> get_concert_card(Api& api, Request& request) {
  const auto found = api.pages.shared(request.params[0]);
  if (!found) co_return nothing_here();
  auto card = share_card_of(*found);
  const auto set = co_await api.share_cards.find(std::move(card));
  co_return http::choose(*set, request);
}

// https://www.sitemaps.org/protocol.html
Answer get_sitemap(Api& api, Request&) {
  std::string out = R"(<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">)";
  out += "<url><loc>" + escape_html(api.public_url) + "/</loc></url>";
  for (const auto& slug : api.pages.slugs())
    out += "<url><loc>" + escape_html(api.public_url + "/concerts/" + slug) + "</loc></url>";
  return text_answer(out + "</urlset>", "application/xml; charset=utf-8");
}

Answer get_robots(Api& api, Request&) {
  return text_answer(
      "User-agent: *\nAllow: /api/concerts/*/card.png\nDisallow: /api/\nDisallow: /tickets\nDisallow: /checkout\nDisallow: "
      "/bookings\nSitemap: " +
          api.public_url + "/sitemap.xml\n",
      "text/plain; charset=utf-8");
}

}  // namespace gelora::booking
