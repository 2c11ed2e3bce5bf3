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
            status: components["schemas"]["PaymentStatus"];
            /** @description Where the fan pays, while pending; empty until the provider has answered. */
            checkout_url: string;
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
    };
    parameters: {
        /**
         * @description One value for one intent, kept through every retry. Same caller, path, key and body: the first answer again, byte for
         *     byte. Same key with another body is refused.
         * @example 5b0a7b1e-6f0b-4a4e-9d1c-1f6f0f4b2c11
         */
        IdempotencyKey: string;
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
