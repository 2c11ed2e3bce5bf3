#include "payment/domain/refund.hpp"

namespace gelora::payment {

std::string_view name_of(RefundState state) {
  switch (state) {
    case RefundState::reserved:
    case RefundState::due:
    case RefundState::sent: return "pending";
    case RefundState::succeeded: return "succeeded";
    case RefundState::failed:
    case RefundState::refused:
    case RefundState::returned: return "failed";
  }
  return "";
}

bool is_open(RefundState state) { return name_of(state) == "pending"; }

std::optional<RefundState> after(RefundState state, RefundStep step) {
  using enum RefundState;
  const bool at_provider = state == due || state == sent;
  switch (step) {
    case RefundStep::tickets_void: return state == reserved ? std::optional{due} : std::nullopt;
    case RefundStep::tickets_stay: return state == reserved ? std::optional{refused} : std::nullopt;
    case RefundStep::provider_has_it: return at_provider ? std::optional{sent} : std::nullopt;
    case RefundStep::provider_did_it: return at_provider || state == failed ? std::optional{succeeded} : std::nullopt;
    case RefundStep::provider_refused: return at_provider ? std::optional{failed} : std::nullopt;
    case RefundStep::provider_took_it_back: return state == succeeded ? std::optional{returned} : std::nullopt;
  }
  return std::nullopt;
}

std::optional<DisputeState> after(DisputeState state, DisputeStep step) {
  if (state != DisputeState::open) return std::nullopt;
  return step == DisputeStep::we_won ? DisputeState::won : DisputeState::lost;
}

}  // namespace gelora::payment
