// What the handlers of organisers' concerts and shows share: who may, what is read, what is told.
#pragma once
#include "booking/api/api.hpp"
#include "booking/storage/drafts.hpp"

namespace gelora::booking {

// The organisation of the path, for its owners and managers; nothing for everybody else.
std::optional<Author> author_of(const Request& request);

// The version that a change is based on, by If-Match; the refusal when there is none.
std::variant<std::uint64_t, Answer> base_version(const Request& request);

std::variant<ConcertDraft, Answer> read_concert(const Request& request, ConcertDraft known);

// What a body says of a show or of several; what it does not name is as in `known`.
struct ShowWish {
  ShowTerms terms;
  std::vector<Instant> dates;
  std::shared_ptr<const Hall> hall;
};
Task<std::variant<ShowWish, Answer>> read_new_shows(Api& api, Request& request, std::uint64_t organisation);
Task<std::variant<ShowDraft, Answer>> read_show_change(Api& api, Request& request, std::uint64_t organisation, ShowDraft known);
// {"dates", "opens_at_local"?} of copies.
std::variant<ShowWish, Answer> read_copies(const Request& request, const ShowDraft& original);
// {"starts_at_local"}
std::variant<Instant, Answer> read_new_date(const Request& request, const ShowDraft& show);

// What keeps a show from being published, by the name of its field.
std::vector<std::string_view> missing(const ConcertDraft& concert, const ShowDraft& show, Instant now);

boost::json::object venue_json(const VenueText& venue);
boost::json::object plan_json(const PlanText& plan, const Hall& hall);
boost::json::object concert_json(const ConcertDraft& concert);
boost::json::object show_json(const ConcertDraft& concert, const ShowDraft& show, const Hall& hall, Instant now);
// 204; of what is in use 409 with `why`.
Answer removed_answer(Removed removed, const http::ProblemType& in_use, std::string_view why);
inline constexpr http::ProblemType was_published{409, "was-published", "It was published"};

// With its version as ETag.
Answer versioned(const boost::json::object& body, std::uint64_t version, unsigned status = 200);
// 412 with what is there now.
Answer changed_meanwhile(boost::json::object current);
Answer changed_meanwhile(boost::json::object current, std::uint64_t version);

}  // namespace gelora::booking
