// Generated from contracts/user.openapi.yaml by `npm run contracts:types`.

export interface paths {
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Always 202 with the same body, whether the address is known or not. Each post is a registration of its own that waits for
         *     its own link; the link creates the account.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the link of the verification mail */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Read an account
         * @description Oneself (`me` works), or anybody for an admin; else 404.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Erase an account
         * @description Irreversible. The person is gone from here, with sessions, second factor and links. Bookings and payments stay as long as the
         *     law wants them, under an id that is nobody's any more.
         */
        delete: operations["eraseUser"];
        options?: never;
        head?: never;
        /**
         * Change name, language or password
         * @description A new password needs `current_password`, is set by its owner alone, and logs the owner's other devices out.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether log-in takes two steps */
        get: operations["getSecondFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a code of the app; from now on log-in asks for one */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with the password alone again */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes instead of the old ones */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My devices */
        get: operations["listSessions"];
        put?: never;
        /** Log in */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new access token for the refresh cookie
         * @description Rotates the cookie. The predecessor yields the same successor for 30 s, so two tabs survive.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log out */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log one device out */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail me a link to set a new password
         * @description Always 202 with the same body, whether the address is known or not.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the new password
         * @description Ends every session of the account.
         */
        post: operations["confirmPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that verify access tokens */
        get: operations["getAccessTokenKeys"];
        put?: never;
        post?: never;
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
        /** Format: email */
        Email: string;
        /** @description 12 characters or more (15 for staff), at most 256 bytes, both counted in NFKC; no rules of composition. Common and breached ones, and words of the account, are refused. */
        NewPassword: string;
        Token: string;
        Name: string;
        /** @enum {string} */
        Locale: "id" | "en";
        Registration: {
            email: components["schemas"]["Email"];
            password: components["schemas"]["NewPassword"];
            name: components["schemas"]["Name"];
            locale?: components["schemas"]["Locale"];
        };
        VerificationSent: {
            /** @constant */
            status: "verification_sent";
        };
        Verification: {
            token: components["schemas"]["Token"];
        };
        Verified: {
            /** @constant */
            status: "verified";
        };
        ResetSent: {
            /** @constant */
            status: "reset_sent";
        };
        User: {
            id: components["schemas"]["Id"];
            email: components["schemas"]["Email"];
            name: string;
            locale: components["schemas"]["Locale"];
            roles: string[];
            created_at: components["schemas"]["Instant"];
        };
        UserChange: {
            name?: components["schemas"]["Name"];
            locale?: components["schemas"]["Locale"];
            password?: components["schemas"]["NewPassword"];
            current_password?: string;
        };
        SecondFactor: {
            /** @description Log-in asks for a code. */
            totp: boolean;
            since: components["schemas"]["Instant"] | null;
            recovery_codes_left: number;
        };
        PasswordAgain: {
            password: string;
        };
        TotpSecret: {
            /** @description Base 32. */
            secret: string;
            otpauth_uri: string;
            /** @description The same as a QR code. */
            qr_svg: string;
        };
        TotpCode: {
            code: string;
        };
        RecoveryCodes: {
            recovery_codes: string[];
        };
        Credentials: {
            email: string;
            password: string;
            totp?: string;
            /** @description Instead of totp; each opens once. */
            recovery_code?: string;
        };
        Session: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
            user: components["schemas"]["User"];
        };
        Device: {
            id: components["schemas"]["Id"];
            created_at: components["schemas"]["Instant"];
            last_used_at?: components["schemas"]["Instant"];
            user_agent?: string | null;
            /** @description The session that asks. */
            current: boolean;
        };
        DeviceList: {
            items: components["schemas"]["Device"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        PasswordResetRequest: {
            email: components["schemas"]["Email"];
        };
        PasswordReset: {
            token: components["schemas"]["Token"];
            password: components["schemas"]["NewPassword"];
        };
        KeySet: {
            keys: {
                /** @constant */
                kty: "EC";
                /** @constant */
                crv: "P-256";
                /** @constant */
                alg: "ES256";
                /** @constant */
                use: "sig";
                kid: string;
                x: string;
                y: string;
            }[];
        };
        InvalidCredentials: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/invalid-credentials";
            /** @constant */
            status?: 401;
        };
        TotpRequired: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/totp-required";
            /** @constant */
            status?: 401;
        };
        TotpInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/totp-invalid";
            /** @constant */
            status?: 401;
        };
        EmailUnverified: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/email-unverified";
            /** @constant */
            status?: 403;
        };
        ForeignOrigin: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/foreign-origin";
            /** @constant */
            status?: 403;
        };
        TokenExpired: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "https://gelora.dev/problems/token-expired";
            /** @constant */
            status?: 410;
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
        /**
         * @description 64-bit, time-ordered, as a decimal string.
         * @example 7301444403200000001
         */
        Id: string;
        /**
         * Format: date-time
         * @description RFC 3339, UTC.
         * @example 2027-03-06T12:30:00Z
         */
        Instant: string;
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
        /** @description Pass it as `cursor` for the next page; null on the last one. */
        NextCursor: string | null;
    };
    responses: {
        /** @description The account. */
        User: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "7301444403200000001",
                 *       "email": "ayu@example.com",
                 *       "name": "Ayu Lestari",
                 *       "locale": "id",
                 *       "roles": [
                 *         "customer"
                 *       ],
                 *       "created_at": "2026-11-22T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["User"];
            };
        };
        /** @description `token-expired`: the link was used, or it is too old. */
        TokenExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/token-expired",
                 *       "title": "This link no longer works",
                 *       "status": 410,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["TokenExpired"];
            };
        };
        /** @description `foreign-origin`: the page that sent this is not ours. */
        ForeignOrigin: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/foreign-origin",
                 *       "title": "Not from this page",
                 *       "status": 403,
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["ForeignOrigin"];
            };
        };
        /** @description `malformed-json`: the body is not JSON. */
        MalformedJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://gelora.dev/problems/malformed-json",
                 *       "title": "Malformed JSON",
                 *       "status": 400,
                 *       "detail": "The body is not valid JSON.",
                 *       "request_id": "01J9Z3"
                 *     }
                 */
                "application/problem+json": components["schemas"]["MalformedJson"];
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
    };
    parameters: {
        /**
         * @description `me`, or an account's id.
         * @example me
         */
        UserId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
        /** @description The refresh token, rotated. */
        SetRefreshCookie: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ayu@example.com",
                 *       "password": "lautan-biru-tenang-27",
                 *       "name": "Ayu Lestari",
                 *       "locale": "id"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description A mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "verification_sent"
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationSent"];
                };
            };
            400: components["responses"]["MalformedJson"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "2f7c2a0e9bd14d1c8f0a6f1f5f0f4b2c"
                 *     }
                 */
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description The account exists now; log in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "verified"
                     *     }
                     */
                    "application/json": components["schemas"]["Verified"];
                };
            };
            400: components["responses"]["MalformedJson"];
            410: components["responses"]["TokenExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["User"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased. */
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
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `me`, or an account's id.
                 * @example me
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ayu L.",
                 *       "locale": "en"
                 *     }
                 */
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: components["responses"]["User"];
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description To be scanned or typed into the app; it counts once a code of it was shown. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            /** @description It is on already (`second-factor-on`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "492039"
                 *     }
                 */
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description It is on. The recovery codes are told only now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            /** @description It is on already (`second-factor-on`), or was not begun (`second-factor-off`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description It is off. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            /** @description It is off already (`second-factor-off`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordAgain"];
            };
        };
        responses: {
            /** @description Told only now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["Unauthenticated"];
            /** @description There is no second factor (`second-factor-off`). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where I am logged in, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7301444403200000009",
                     *           "created_at": "2026-11-22T09:00:00Z",
                     *           "last_used_at": "2026-11-22T09:05:00Z",
                     *           "user_agent": "Firefox on Android",
                     *           "current": true
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ayu@example.com",
                 *       "password": "lautan-biru-tenang-27"
                 *     }
                 */
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Logged in; the refresh token is in the cookie. */
            201: {
                headers: {
                    "Set-Cookie": components["headers"]["SetRefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI3MzAxIn0.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 600,
                     *       "user": {
                     *         "id": "7301444403200000001",
                     *         "email": "ayu@example.com",
                     *         "name": "Ayu Lestari",
                     *         "locale": "id",
                     *         "roles": [
                     *           "customer"
                     *         ],
                     *         "created_at": "2026-11-22T09:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description `invalid-credentials`; `totp-required` when the account has a second factor; `totp-invalid` when its code is wrong, or was used. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/invalid-credentials",
                     *       "title": "Email or password is wrong",
                     *       "status": 401,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["InvalidCredentials"] | components["schemas"]["TotpRequired"] | components["schemas"]["TotpInvalid"];
                };
            };
            /** @description `email-unverified`: the password is right, the link in the mail was not opened yet. `foreign-origin`: the page is not ours. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://gelora.dev/problems/email-unverified",
                     *       "title": "Open the link in your mail first",
                     *       "status": 403,
                     *       "request_id": "01J9Z3"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["ForeignOrigin"];
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refreshed. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SetRefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI3MzAxIn0.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in": 600,
                     *       "user": {
                     *         "id": "7301444403200000001",
                     *         "email": "ayu@example.com",
                     *         "name": "Ayu Lestari",
                     *         "locale": "id",
                     *         "roles": [
                     *           "customer"
                     *         ],
                     *         "created_at": "2026-11-22T09:00:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForeignOrigin"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out; the cookie is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForeignOrigin"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7301444403200000009 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That device is logged out. */
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
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ayu@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description If the address has an account, a mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "reset_sent"
                     *     }
                     */
                    "application/json": components["schemas"]["ResetSent"];
                };
            };
            400: components["responses"]["MalformedJson"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "2f7c2a0e9bd14d1c8f0a6f1f5f0f4b2c",
                 *       "password": "bukit-hijau-tenang-31"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The new password counts from now on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedJson"];
            410: components["responses"]["TokenExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccessTokenKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "EC",
                     *           "crv": "P-256",
                     *           "alg": "ES256",
                     *           "use": "sig",
                     *           "kid": "2026-11",
                     *           "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                     *           "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
}
