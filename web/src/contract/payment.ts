// Generated from contracts/payment.openapi.yaml by `npm run contracts:types`.

export interface paths {
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start to pay a booking
         * @description The amount comes from booking-service, never from the caller. Send the fan to `checkout_url`.
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment of mine */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can pay */
        get: operations["listPaymentMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back
         * @description Of some tickets, of an amount, or, when neither is named, all of it. For owners and managers of the show's organisation, and
         *     an admin. The money is set aside, then the tickets are void, then the provider is asked; what was
         *     paid at the counter waits there until it is paid out. Never more than was captured.
         *     Tickets that were used are refunded only when an admin says `force`.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund of my organisation */
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refunds/{id}/payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over the money of a refund at the counter
         * @description Of a payment that was taken at the counter, once its tickets are void: by an owner, a manager or somebody of the box office
         *     who works for its show. Who did it and when is kept. Asked again, it is the same answer and nothing more.
         */
        post: operations["payOutRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counter-payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds that wait at the counter
         * @description Of payments that were taken there, oldest first. For owners, managers and the box office of the show, and an admin. 404 as
         *     well while nobody has paid for the show.
         */
        get: operations["listCounterPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counter-takings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was taken at the counter
         * @description For cashing up: a line for each person and way to pay. To owners, managers and an admin everybody's, to the box office their
         *     own. What should be in the drawer is `taken` less `paid_out`. 404 as well while nobody has paid for the show.
         */
        get: operations["listCounterTakings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments for shows of an organisation
         * @description Newest first. For its owners and managers, and an admin.
         */
        get: operations["listOrganisationPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settlements/{show_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that came and went for a show
         * @description One line a movement, from the ledger; what was taken at the counter too. For owners and managers of the show's organisation, and an admin.
         */
        get: operations["getSettlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person should look at
         * @description Money of another amount, currency or account, refunds that failed, differences to a provider's list. Oldest first. For an admin.
         */
        get: operations["listPaymentFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** It was looked at */
        delete: operations["closePaymentFinding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A provider's notice
         * @description The body is read raw and its signature is checked by the provider's own rule. 200 only after it is stored. Not authentic:
         *     400, and nothing changes. Authentic but of another amount, currency or account: 200, recorded, never confirmed.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Provider: "sandbox" | "stripe" | "midtrans";
        PaymentRequest: {
            booking_id: components["schemas"]["Id"];
            provider: components["schemas"]["Provider"];
            /** @description The provider's payment method, where it has several. */
            method?: string;
        };
        /** @enum {string} */
        PaymentStatus: "pending" | "captured" | "failed" | "expired" | "refund_pending" | "refunded" | "partially_refunded";
        Payment: {
            id: components["schemas"]["Id"];
            booking_id: components["schemas"]["Id"];
            amount: components["schemas"]["Money"];
            provider: components["schemas"]["Provider"];
            method?: string | null;
            status: components["schemas"]["PaymentStatus"];
            /** @description The last try was refused; another may be made while it is pending. */
            declined?: boolean;
            refunds?: components["schemas"]["Refund"][];
            /** @description Where the fan pays, while pending; empty until the provider has answered. */
            checkout_url: string;
        };
        PaymentMethodList: {
            items: {
                provider: components["schemas"]["Provider"];
                methods: ("qris" | "virtual_account" | "ewallet" | "card")[];
                /** @description No real money moves. */
                test: boolean;
            }[];
        };
        RefundRequest: {
            payment_id: components["schemas"]["Id"];
            ticket_ids?: components["schemas"]["Id"][];
            /** @description Without a ticket: they all stay valid. Does not go with ticket_ids. */
            amount_minor?: number;
            reason: string;
            /** @description An admin's: tickets that were used too. */
            force?: boolean;
        };
        /** @enum {string} */
        RefundStatus: "pending" | "succeeded" | "failed";
        Refund: {
            id: components["schemas"]["Id"];
            payment_id: components["schemas"]["Id"];
            status: components["schemas"]["RefundStatus"];
            amount: components["schemas"]["Money"];
            reason: string;
            /** @description Those it was asked for; empty: all, or an amount. */
            ticket_ids: components["schemas"]["Id"][];
            created_at: components["schemas"]["Instant"];
        };
        ManagedPayment: {
            id: components["schemas"]["Id"];
            booking_id: components["schemas"]["Id"];
            show_id: components["schemas"]["Id"];
            amount: components["schemas"]["Money"];
            /**
             * @description `counter`: taken on the spot, in cash or by card.
             * @enum {string}
             */
            provider: "sandbox" | "stripe" | "midtrans" | "counter";
            method?: string | null;
            status: components["schemas"]["PaymentStatus"];
            declined?: boolean;
            captured: components["schemas"]["Money"];
            /** @description Refunds and disputes that are open or done. */
            promised_back: components["schemas"]["Money"];
            description: string;
            created_at: components["schemas"]["Instant"];
        };
        ManagedPaymentList: {
            items: components["schemas"]["ManagedPayment"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        FindingList: {
            items: {
                id: components["schemas"]["Id"];
                kind: string;
                provider: string;
                ref: string;
                payment_id: components["schemas"]["Id"] | null;
                booking_id: components["schemas"]["Id"] | null;
                amount: components["schemas"]["Money"];
                detail: string;
                found_at: components["schemas"]["Instant"];
            }[];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /**
         * @description How money came or goes at the counter. By `card` is by the counter's own terminal.
         * @enum {string}
         */
        CounterWay: "cash" | "card";
        CounterPayoutList: {
            items: {
                /** @description Of the refund. */
                id: components["schemas"]["Id"];
                booking_id: components["schemas"]["Id"];
                /** @description The booking's. */
                reference: string;
                amount: components["schemas"]["Money"];
                /** @description How it had been paid. */
                method: components["schemas"]["CounterWay"];
                reason: string;
                since: components["schemas"]["Instant"];
            }[];
            next_cursor: components["schemas"]["NextCursor"];
        };
        CounterTakings: {
            items: {
                /** @description Who sold or paid out. */
                by: components["schemas"]["Id"];
                method: components["schemas"]["CounterWay"];
                sales: number;
                taken: components["schemas"]["Money"];
                payouts: number;
                paid_out: components["schemas"]["Money"];
            }[];
        };
        PayoutNotDue: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/payout-not-due";
            /** @constant */
            status?: 409;
            /** @enum {string} */
            reason: "provider" | "reserved" | "failed";
        };
        RefundExceedsPayment: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/refund-exceeds-payment";
            /** @constant */
            status?: 409;
            left: components["schemas"]["Money"];
        };
        TicketsNotRefundable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/tickets-not-refundable";
            /** @constant */
            status?: 409;
            ticket_ids: components["schemas"]["Id"][];
            /** @enum {string} */
            reason: "unknown" | "void" | "used" | "frozen" | "free";
        };
        PaymentNotRefundable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/payment-not-refundable";
            /** @constant */
            status?: 409;
        };
        Recorded: {
            /** @constant */
            status: "recorded";
        };
        BookingNotPayable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/booking-not-payable";
            /** @constant */
            status?: 409;
        };
        WebhookNotAuthentic: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/webhook-not-authentic";
            /** @constant */
            status?: 400;
        };
        /**
         * @description 64-bit, time-ordered, as a decimal string.
         * @example 7301444403200000001
         */
        Id: string;
        /** @example IDR */
        Currency: string;
        /**
         * @description Integer minor units; IDR has none of its own here, so 1500000 is Rp1.500.000.
         * @example {
         *       "amount_minor": 1500000,
         *       "currency": "IDR"
         *     }
         */
        Money: {
            /** Format: int64 */
            amount_minor: number;
            currency: components["schemas"]["Currency"];
        };
        /**
         * Format: date-time
         * @description RFC 3339, UTC.
         * @example 2027-03-06T12:30:00Z
         */
        Instant: string;
        /** @description RFC 9457. `type` tells what happened; everything else explains it. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            request_id: string;
        };
        MalformedJson: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/malformed-json";
            /** @constant */
            status?: 400;
        };
        IdempotencyKeyMissing: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/idempotency-key-missing";
            /** @constant */
            status?: 400;
        };
        Unauthenticated: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unauthenticated";
            /** @constant */
            status?: 401;
        };
        NotFound: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/not-found";
            /** @constant */
            status?: 404;
        };
        IdempotencyInFlight: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/idempotency-in-flight";
            /** @constant */
            status?: 409;
        };
        BodyTooLarge: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/content-too-large";
            /** @constant */
            status?: 413;
        };
        UnsupportedMediaType: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unsupported-media-type";
            /** @constant */
            status?: 415;
        };
        FieldError: {
            /**
             * @description JSON Pointer into the request body (or the parameter's name after a slash).
             * @example /email
             */
            pointer: string;
            message: string;
        };
        InvalidRequest: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/invalid-request";
            /** @constant */
            status?: 422;
            errors: components["schemas"]["FieldError"][];
        };
        IdempotencyKeyReused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/idempotency-key-reused";
            /** @constant */
            status?: 422;
        };
        RateLimited: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/rate-limited";
            /** @constant */
            status?: 429;
        };
        Unavailable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/unavailable";
            /** @constant */
            status?: 503;
        };
        /** @description Pass it as `cursor` for the next page; null on the last one. */
        NextCursor: string | null;
    };
    responses: {
        /** @description `malformed-json`, or `idempotency-key-missing`. */
        MalformedOrNoKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/idempotency-key-missing",
                 *       "title": "Idempotency-Key is missing",
                 *       "status": 400,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["MalformedJson"] | components["schemas"]["IdempotencyKeyMissing"];
            };
        };
        /** @description `unauthenticated`: no access token, or not a valid one. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/unauthenticated",
                 *       "title": "Log in first",
                 *       "status": 401,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Unauthenticated"];
            };
        };
        /** @description `not-found`: no such thing, or not yours. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["NotFound"];
            };
        };
        /** @description The body is over the limit. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/content-too-large",
                 *       "title": "The body is too large",
                 *       "status": 413,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["BodyTooLarge"];
            };
        };
        /** @description `unsupported-media-type`: only `application/json` is read. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/unsupported-media-type",
                 *       "title": "Unsupported media type",
                 *       "status": 415,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["UnsupportedMediaType"];
            };
        };
        /** @description `rate-limited`: too many requests; wait `Retry-After` seconds. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/rate-limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["RateLimited"];
            };
        };
        /** @description `unavailable`: try again after `Retry-After` seconds. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/unavailable",
                 *       "title": "Back in a moment",
                 *       "status": 503,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Unavailable"];
            };
        };
        /** @description `invalid-request`: every field error at once. */
        InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/invalid-request",
                 *       "title": "Some fields are not right",
                 *       "status": 422,
                 *       "request_id": "01J9Z3",
                 *       "errors": [
                 *         {
                 *           "pointer": "/email",
                 *           "message": "must be an email address"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["InvalidRequest"];
            };
        };
    };
    parameters: {
        /**
         * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
         *     byte. Same key with another body is refused.
         * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
         */
        IdempotencyKey: string;
        /** @description `next_cursor` of the page before. */
        Cursor: string;
        /** @description How many items at most. */
        Limit: number;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "booking_id": "7301444403200000501",
                 *       "provider": "sandbox"
                 *     }
                 */
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description Pending; the checkout page waits. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000701",
                     *       "booking_id": "7301444403200000501",
                     *       "amount": {
                     *         "amount_minor": 1575000,
                     *         "currency": "IDR"
                     *       },
                     *       "provider": "sandbox",
                     *       "status": "pending",
                     *       "checkout_url": "http://localhost:8084/pay/7f3c"
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `booking-not-payable`: paid, cancelled or past `pay_by`. `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/booking-not-payable",
                     *       "title": "This booking cannot be paid",
                     *       "status": 409,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["BookingNotPayable"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/idempotency-key-reused",
                     *       "title": "This key was used for something else",
                     *       "status": 422,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000701 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000701",
                     *       "booking_id": "7301444403200000501",
                     *       "amount": {
                     *         "amount_minor": 1575000,
                     *         "currency": "IDR"
                     *       },
                     *       "provider": "sandbox",
                     *       "status": "pending",
                     *       "checkout_url": "http://localhost:8084/pay/7f3c"
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPaymentMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Providers, each with the methods a buyer may choose before going there; none to choose where the list is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "midtrans",
                     *           "methods": [
                     *             "qris",
                     *             "virtual_account",
                     *             "ewallet",
                     *             "card"
                     *           ],
                     *           "test": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentMethodList"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
                 *     byte. Same key with another body is refused.
                 * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payment_id": "7301444403200000701",
                 *       "ticket_ids": [
                 *         "7301444403200000601"
                 *       ],
                 *       "reason": "requested"
                 *     }
                 */
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description It is on its way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000801",
                     *       "payment_id": "7301444403200000701",
                     *       "status": "pending",
                     *       "amount": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "reason": "requested",
                     *       "ticket_ids": [
                     *         "7301444403200000601"
                     *       ],
                     *       "created_at": "2026-11-22T09:20:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["MalformedOrNoKey"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `refund-exceeds-payment`, with what is `left`. `tickets-not-refundable`, with `ticket_ids` and `reason` (unknown, void, used, frozen, free). `payment-not-refundable`. `idempotency-in-flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/refund-exceeds-payment",
                     *       "title": "That is more than is left of this payment",
                     *       "status": 409,
                     *       "left": {
                     *         "amount_minor": 100000,
                     *         "currency": "IDR"
                     *       },
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["RefundExceedsPayment"] | components["schemas"]["TicketsNotRefundable"] | components["schemas"]["PaymentNotRefundable"] | components["schemas"]["IdempotencyInFlight"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `invalid-request`, `idempotency-key-reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/idempotency-key-reused",
                     *       "title": "This key was used for something else",
                     *       "status": 422,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000801 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000801",
                     *       "payment_id": "7301444403200000701",
                     *       "status": "pending",
                     *       "amount": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "reason": "requested",
                     *       "ticket_ids": [
                     *         "7301444403200000601"
                     *       ],
                     *       "created_at": "2026-11-22T09:20:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Refund"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    payOutRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000801 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is paid out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7301444403200000801",
                     *       "payment_id": "7301444403200000701",
                     *       "status": "succeeded",
                     *       "amount": {
                     *         "amount_minor": 787500,
                     *         "currency": "IDR"
                     *       },
                     *       "reason": "requested",
                     *       "ticket_ids": [
                     *         "7301444403200000601"
                     *       ],
                     *       "created_at": "2026-11-22T09:20:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Refund"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            /** @description `payout-not-due`, with `reason`: `provider` (a provider gives it back), `reserved` (its tickets are not void yet), `failed` (the tickets stay). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/payout-not-due",
                     *       "title": "There is nothing of this refund to pay out at the counter",
                     *       "status": 409,
                     *       "reason": "reserved",
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["PayoutNotDue"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCounterPayouts: {
        parameters: {
            query: {
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
                /** @description How the booking's reference begins, or all of it. */
                q?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000801",
                     *           "booking_id": "7301444403200000501",
                     *           "reference": "7K2M9QXT",
                     *           "amount": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           },
                     *           "method": "cash",
                     *           "reason": "requested",
                     *           "since": "2026-11-22T09:20:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CounterPayoutList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCounterTakings: {
        parameters: {
            query: {
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
                /** @description Not before; from the beginning when absent. */
                from?: components["schemas"]["Instant"];
                /** @description Before; until now when absent. */
                to?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sums of sales and payouts in that time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "by": "7301444403200000002",
                     *           "method": "cash",
                     *           "sales": 12,
                     *           "taken": {
                     *             "amount_minor": 9450000,
                     *             "currency": "IDR"
                     *           },
                     *           "payouts": 1,
                     *           "paid_out": {
                     *             "amount_minor": 787500,
                     *             "currency": "IDR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CounterTakings"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrganisationPayments: {
        parameters: {
            query?: {
                show_id?: components["schemas"]["Id"];
                booking_id?: components["schemas"]["Id"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                /** @description How many items at most. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @example 7301444403200000021 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedPaymentList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000201 */
                show_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Columns: at, kind (capture, refunded, refund-returned, refund-redone, dispute-lost), booking_id, payment_id, provider (`counter:cash` and `counter:card` are the counter's drawer and terminal), amount_minor (below zero: it went), currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPaymentFindings: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    closePaymentFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000999 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example sandbox */
                provider: components["schemas"]["Provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_1",
                 *       "type": "payment.captured"
                 *     }
                 */
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "recorded"
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description `webhook-not-authentic`; or `malformed-json`, authentic but not a notice. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/webhook-not-authentic",
                     *       "title": "Not authentic",
                     *       "status": 400,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["WebhookNotAuthentic"] | components["schemas"]["MalformedJson"];
                };
            };
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            503: components["responses"]["Unavailable"];
        };
    };
}
