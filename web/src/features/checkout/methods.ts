// The ways to pay as a fan thinks of them: methods, not the names of those behind them.
import type { components } from "../../contract/payment.ts";

type Schemas = components["schemas"];
export type Provider = Schemas["Provider"];
export type Offer = Schemas["PaymentMethodList"]["items"][number];
export type MethodName = Offer["methods"][number];

export interface Way {
  id: MethodName | "bank";
  provider: Provider;
  /** None where it is chosen at the bank. */
  method: MethodName | undefined;
  test: boolean;
}

const order: readonly MethodName[] = ["qris", "virtual_account", "ewallet", "card"];
/** Who is asked first where several have a method. Midtrans takes rupiah only. */
const preferred: readonly Provider[] = ["midtrans", "stripe"];
const takes = (provider: Provider, currency: string) => provider !== "midtrans" || currency === "IDR";

/** Each method once, by the provider that is preferred for it; the sandbox bank, which has no real money, last. */
export function waysToPay(offers: readonly Offer[], currency: string): Way[] {
  const real = preferred.flatMap((name) => offers.filter(({ provider }) => provider === name && takes(name, currency)));
  const ways = order.flatMap((method): Way[] => {
    const offer = real.find(({ methods }) => methods.includes(method));
    return offer ? [{ id: method, provider: offer.provider, method, test: offer.test }] : [];
  });
  const sandbox = offers.find(({ provider }) => provider === "sandbox");
  return sandbox ? [...ways, { id: "bank", provider: "sandbox", method: undefined, test: true }] : ways;
}
