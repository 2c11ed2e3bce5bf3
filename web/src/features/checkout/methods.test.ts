import { expect, it } from "vitest";
import { waysToPay, type Offer } from "./methods.ts";

const midtrans: Offer = { provider: "midtrans", methods: ["qris", "virtual_account", "ewallet", "card"], test: false };
const sandbox: Offer = { provider: "sandbox", methods: ["qris", "virtual_account", "ewallet", "card"], test: true };
const stripe: Offer = { provider: "stripe", methods: ["card"], test: false };
const shown = (offers: Offer[], currency = "IDR") => waysToPay(offers, currency).map(({ id, provider }) => `${id} ${provider}`);

it("shows each method once, the test bank last, in whatever order they are offered", () => {
  const all = ["qris midtrans", "virtual_account midtrans", "ewallet midtrans", "card midtrans", "bank sandbox"];
  expect(shown([midtrans, sandbox, stripe])).toEqual(all);
  expect(shown([sandbox, stripe, midtrans])).toEqual(all);
});

it("offers what takes the currency", () => {
  expect(shown([midtrans, sandbox, stripe], "USD")).toEqual(["card stripe", "bank sandbox"]);
});

it("is content with what there is", () => {
  expect(shown([stripe])).toEqual(["card stripe"]);
  expect(shown([sandbox])).toEqual(["bank sandbox"]);
  expect(shown([])).toEqual([]);
});

it("names the method to the provider, and none to the test bank, which asks itself", () => {
  expect(waysToPay([midtrans, sandbox], "IDR").map(({ method }) => method)).toEqual(["qris", "virtual_account", "ewallet", "card", undefined]);
});
